namespace GiftCardSdk.Sqlite;

/// <summary>Files that are for their owner alone, and what became of one that is open.</summary>
internal static class SqliteFiles
{
    /// <summary>What SQLite adds to the database's name for its log, and for the index of it that processes share.</summary>
    public const string Log = "-wal";
    public const string Index = "-shm";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How a file is made that only its owner may read.</summary>
    public static FileStreamOptions ForOwner(FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    /// <summary>
    /// Makes a file that is not there, and one that others could read the owner's alone. One that is there is not opened: on Unix, closing it would end
    /// all locks that SQLite holds on it in this process.
    /// </summary>
    public static void Ensure(string path)
    {
        if (!File.Exists(path))
        {
            using (new FileStream(path, ForOwner(FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete))) { }
        }

        MakeOwnersAlone(path);
    }

    /// <summary>Takes away what others may do with a file, if it is there.</summary>
    public static void MakeOwnersAlone(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }

    /// <summary>Deletes a file, if it is there and that can be done.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is the news.
        }
    }

    /// <summary>Through links: SQLite's own files lie beside the database, not beside a link to it.</summary>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <summary>Whether a path lies on a drive of another machine. A file system that nobody knows is taken for a local one.</summary>
    public static bool IsOnNetwork(string path)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : Path.GetDirectoryName(path)!).DriveType
                == DriveType.Network;
        }
        catch (Exception failure) when (failure is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
