namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// Writes a whole journal file under another name and puts it in its place in one step, when every byte of it is on the disk. Whenever the power
/// fails, the old file is there or the new one, each complete.
/// </summary>
internal sealed class NewFile : IDisposable
{
    private const int FrameSize = 256 * 1024;

    private readonly IJournalDisk _disk;
    private readonly IJournalFile _file;
    private readonly JournalHeader _header;
    private readonly FrameBuffer _frame = new();
    private long _nextSequence = 1;

    private NewFile(IJournalDisk disk, string path, IJournalFile file, JournalHeader header) =>
        (_disk, Path, _file, _header) = (disk, path, file, header);

    /// <summary>The name under which it is written.</summary>
    public string Path { get; }

    /// <summary>How many bytes it has so far.</summary>
    public long End { get; private set; }

    public static string PathFor(string path) => path + ".tmp";

    public static NewFile Start(IJournalDisk disk, string path, JournalHeader header)
    {
        var file = disk.Create(PathFor(path));
        var started = new NewFile(disk, PathFor(path), file, header);
        file.Write(header.ToBytes(), 0);
        started.End = JournalHeader.Size;
        return started;
    }

    /// <summary>Adds the last record of every order of another file, in the order in which they were written.</summary>
    public void Copy(OpenedFile source)
    {
        foreach (var offset in source.Index.SortedOffsets())
        {
            _frame.Add(source.ReadRecord(offset));
            if (_frame.Length >= FrameSize)
            {
                WriteFrame();
            }
        }
    }

    /// <summary>All that was added is on the disk; the name is still the other one.</summary>
    public void Finish()
    {
        WriteFrame();
        _file.Flush();
        _file.Dispose();
    }

    /// <summary>Takes its place. If this throws, either file may be there.</summary>
    public void MoveTo(string path)
    {
        _disk.Rename(Path, path);
        // Until the folder is on the disk as well, a power failure could bring the old file back, without what was added since.
        _disk.FlushFolderOf(path);
    }

    public void Dispose() => _file.Dispose();

    private void WriteFrame()
    {
        if (_frame.IsEmpty)
        {
            return;
        }

        var frame = _frame.Seal(_header.Salt, _nextSequence++);
        _file.Write(frame, End);
        End += frame.Length;
        _frame.Clear();
    }
}
