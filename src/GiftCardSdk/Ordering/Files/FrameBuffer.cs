namespace GiftCardSdk.Ordering.Files;

/// <summary>Collects the records of one frame, in memory that is used again for the next.</summary>
internal sealed class FrameBuffer
{
    private byte[] _bytes = new byte[16 * 1024];

    /// <summary>Bytes so far, the frame's header included.</summary>
    public int Length { get; private set; } = JournalFrame.HeaderSize;

    public bool IsEmpty => Length == JournalFrame.HeaderSize;

    /// <summary>Adds a record.</summary>
    /// <returns>Where it lies in the frame.</returns>
    public int Add(ReadOnlySpan<byte> record)
    {
        var at = Length;
        if (at + record.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(at + record.Length, 2 * _bytes.Length));
        }

        record.CopyTo(_bytes.AsSpan(at));
        Length += record.Length;
        return at;
    }

    /// <summary>The finished frame; good until the next <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Seal(ulong salt, long sequence)
    {
        var frame = _bytes.AsSpan(0, Length);
        JournalFrame.Seal(frame, salt, sequence);
        return frame;
    }

    public void Clear() => Length = JournalFrame.HeaderSize;
}
