using GiftCardSdk.Ordering.Files;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>The real file system, with its flushes counted or taken out.</summary>
internal sealed class CountingDisk(bool flushes) : IJournalDisk
{
    private readonly JournalDisk _disk = new();
    private int _flushes;

    public int Flushes => Volatile.Read(ref _flushes);

    public IDisposable Lock(string path, string holder) => _disk.Lock(path, holder);

    public long? LengthOf(string path) => _disk.LengthOf(path);

    public IJournalFile Open(string path) => new CountingFile(this, _disk.Open(path));

    public IJournalFile OpenToRead(string path) => _disk.OpenToRead(path);

    public IJournalFile Create(string path) => _disk.Create(path);

    public void Rename(string from, string to) => _disk.Rename(from, to);

    public void Delete(string path) => _disk.Delete(path);

    public void FlushFolderOf(string path) => _disk.FlushFolderOf(path);

    private void Flush(IJournalFile file)
    {
        Interlocked.Increment(ref _flushes);
        if (flushes)
        {
            file.Flush();
        }
    }

    private sealed class CountingFile(CountingDisk disk, IJournalFile file) : IJournalFile
    {
        public long Length => file.Length;

        public int Fill(Span<byte> buffer, long offset) => file.Fill(buffer, offset);

        public void Write(ReadOnlySpan<byte> bytes, long offset) => file.Write(bytes, offset);

        public void Flush() => disk.Flush(file);

        public void SetLength(long length) => file.SetLength(length);

        public void Dispose() => file.Dispose();
    }
}
