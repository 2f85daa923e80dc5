using System.Buffers.Binary;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// What one commit writes: magic, length of the payload, sequence, CRC-32C over salt, length, sequence and payload; then the payload, one record
/// after another. The next frame is not written before this one's flush has returned.
/// </summary>
internal static class JournalFrame
{
    public const int HeaderSize = 20;

    /// <summary>Far above what is ever written at once; a length beyond it is damage.</summary>
    public const int MaxPayload = 16 * 1024 * 1024;

    private const int LengthAt = 4;
    private const int SequenceAt = 8;
    private const int ChecksumAt = 16;

    /// <summary>Two of its bytes occur in no UTF-8 text, so no reference can look like a frame.</summary>
    public static ReadOnlySpan<byte> Magic => [0xF5, 0x4A, 0xC3, 0xFF];

    /// <summary>Writes the header in front of the payload that follows it.</summary>
    public static void Seal(Span<byte> frame, ulong salt, long sequence)
    {
        Magic.CopyTo(frame);
        BinaryPrimitives.WriteInt32LittleEndian(frame[LengthAt..], frame.Length - HeaderSize);
        BinaryPrimitives.WriteInt64LittleEndian(frame[SequenceAt..], sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[ChecksumAt..], ChecksumOf(frame, salt));
    }

    /// <summary>The length of the whole frame that begins here, or 0 if none can.</summary>
    public static int LengthOf(ReadOnlySpan<byte> start)
    {
        var payload =
            start.Length >= HeaderSize && start.StartsWith(Magic) ? BinaryPrimitives.ReadInt32LittleEndian(start[LengthAt..]) : -1;
        return payload is > 0 and <= MaxPayload ? HeaderSize + payload : 0;
    }

    public static long SequenceOf(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadInt64LittleEndian(frame[SequenceAt..]);

    /// <summary>Whether a frame of the right length is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> frame, ulong salt) =>
        BinaryPrimitives.ReadUInt32LittleEndian(frame[ChecksumAt..]) == ChecksumOf(frame, salt);

    private static uint ChecksumOf(ReadOnlySpan<byte> frame, ulong salt)
    {
        Span<byte> saltBytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(saltBytes, salt);
        var head = Crc32C.Append(Crc32C.Append(0, saltBytes), frame[LengthAt..ChecksumAt]);
        return Crc32C.Append(head, frame[HeaderSize..]);
    }
}
