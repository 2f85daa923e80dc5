using System.Security.Cryptography;

namespace GiftCardSdk.Sqlite;

/// <summary>
/// Which processes with the journal are over. Each holds a lock on a file of its own in a folder beside the database; the operating system lets it go
/// when the process ends, however it ends. A process that is suspended keeps it.
/// </summary>
internal sealed class SqliteOwners : IDisposable
{
    public const string Suffix = "-owners";

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly string _folder;
    private readonly FileStream _held;

    /// <summary>Enters this process. The folder must be there.</summary>
    /// <exception cref="Ordering.OrderJournalException">File locks do not work here.</exception>
    public SqliteOwners(string databasePath)
    {
        _folder = databasePath + Suffix;
        Directory.CreateDirectory(_folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Id = RandomNumberGenerator.GetString(Letters, 26);
        var own = SqliteFiles.ForOwner(FileMode.CreateNew);
        own.Options = FileOptions.DeleteOnClose;
        _held = new FileStream(PathOf(Id), own);
        if (StateOf(Id) != OwnerState.Alive)
        {
            _held.Dispose();
            throw SqliteErrors.NoLocks(databasePath);
        }
    }

    private enum OwnerState
    {
        Alive,
        Over,
        NotThere,
    }

    /// <summary>This process; new with each opening.</summary>
    public string Id { get; }

    /// <summary>
    /// Whether the journal is the one that all processes of this folder have written to. In one that came from elsewhere, an owner without a file
    /// here may live on another machine.
    /// </summary>
    public bool KnowsAll { get; set; }

    /// <summary>Whether a process is over for certain.</summary>
    public bool HasEnded(string owner) =>
        owner != Id
        && owner.Length == Id.Length
        && owner.All(Letters.Contains)
        && StateOf(owner) switch
        {
            OwnerState.Over => true,
            // Its file was removed when it ended, if this folder is still the one that it was in.
            OwnerState.NotThere => KnowsAll && File.Exists(PathOf(Id)),
            _ => false,
        };

    /// <summary>Removes the files of processes that are over.</summary>
    public void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(_folder))
        {
            if (StateOf(Path.GetFileName(path)) == OwnerState.Over)
            {
                File.Delete(path);
            }
        }
    }

    public void Dispose() => _held.Dispose();

    private OwnerState StateOf(string owner)
    {
        try
        {
            using var free = new FileStream(PathOf(owner), SqliteFiles.ForOwner(FileMode.Open));
            return OwnerState.Over;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return OwnerState.NotThere;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return OwnerState.Alive;
        }
    }

    private string PathOf(string owner) => Path.Combine(_folder, owner);
}
