using Microsoft.Win32.SafeHandles;

namespace GiftCardSdk.Ordering.Files;

/// <summary>The real file system.</summary>
internal sealed class JournalDisk : IJournalDisk
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public IDisposable Lock(string path, string holder) => FileLock.Take(path, holder);

    public long? LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : null;

    public IJournalFile Open(string path)
    {
        // A backup that was copied back is often readable by everyone.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerAlone)
        {
            File.SetUnixFileMode(path, OwnerAlone);
        }

        return new JournalFile(Stream(path, FileMode.Open));
    }

    public IJournalFile OpenToRead(string path) =>
        new JournalFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0));

    public IJournalFile Create(string path) => new JournalFile(Stream(path, FileMode.CreateNew));

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void FlushFolderOf(string path) => UnixFolder.Flush(Path.GetDirectoryName(path)!);

    /// <summary>Readers are let in, such as a backup; what keeps writers out is the lock.</summary>
    internal static FileStream Stream(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAlone;
        }

        return new(path, options);
    }

    private sealed class JournalFile(FileStream stream) : IJournalFile
    {
        private readonly SafeFileHandle _handle = stream.SafeFileHandle;

        public long Length => RandomAccess.GetLength(_handle);

        public int Fill(Span<byte> buffer, long offset)
        {
            var count = 0;
            while (count < buffer.Length && RandomAccess.Read(_handle, buffer[count..], offset + count) is > 0 and var read)
            {
                count += read;
            }

            return count;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(_handle, bytes, offset);

        public void Flush() => RandomAccess.FlushToDisk(_handle);

        public void SetLength(long length) => RandomAccess.SetLength(_handle, length);

        public void Dispose()
        {
            _handle.Dispose();
            stream.Dispose();
        }
    }
}
