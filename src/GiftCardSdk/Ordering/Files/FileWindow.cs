namespace GiftCardSdk.Ordering.Files;

/// <summary>Reads a file from its beginning to its end through one buffer, whatever the size of what is looked at.</summary>
internal sealed class FileWindow(IJournalFile file)
{
    private const int UsualSize = 1024 * 1024;

    private byte[] _buffer = new byte[Math.Min(UsualSize, file.Length)];
    private long _start;
    private int _count;

    public long Length { get; } = file.Length;

    /// <summary>The bytes at an offset; fewer than asked for only at the end of the file. Good until the next call.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int count)
    {
        if (offset < _start || offset + count > _start + _count)
        {
            Load(offset, count);
        }

        var at = (int)(offset - _start);
        return _buffer.AsSpan(at, Math.Min(count, _count - at));
    }

    private void Load(long offset, int count)
    {
        if (count > _buffer.Length)
        {
            _buffer = new byte[Math.Max(count, 2 * _buffer.Length)];
        }

        _start = offset;
        _count = file.Fill(_buffer.AsSpan(0, (int)Math.Clamp(Length - offset, 0, _buffer.Length)), offset);
    }
}
