using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sqlite;

/// <summary>
/// Which processes with the journal are over. Each holds a lock on a file of its own in a folder beside the database; the operating system lets it go
/// when the process ends, however it ends. A process that is suspended keeps it.
/// </summary>
/// <remarks>
/// Every id begins with the folder's own: of a process that was entered in another folder, such as before this journal was copied here or the folder
/// was deleted, nothing is known.
/// </remarks>
internal sealed class SqliteOwners : IDisposable
{
    public const string Suffix = "-owners";

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int OfFolder = 10;
    private const int Length = 26;
    private const int MostAttempts = 20;
    private const string Name = "name";
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder;
    private readonly string _folderId;
    private readonly FileStream _held;

    /// <summary>Enters this process. The folder must be there.</summary>
    /// <exception cref="OrderJournalException">File locks do not work here.</exception>
    public SqliteOwners(string databasePath)
    {
        _folder = databasePath + Suffix;
        MakeFolder();
        _folderId = IdOfFolder();
        (Id, _held) = Enter(databasePath);
        Sweep();
    }

    private enum OwnerState
    {
        Alive,
        Over,
        NotThere,
    }

    /// <summary>This process; new with each opening.</summary>
    public string Id { get; }

    /// <summary>Whether a process is over for certain.</summary>
    public bool HasEnded(string owner) =>
        owner != Id
        && owner.Length == Length
        && owner.StartsWith(_folderId, StringComparison.Ordinal)
        && owner.All(Letters.Contains)
        && StateOf(owner) switch
        {
            OwnerState.Over => true,
            // Its file was removed when it ended, if this folder is still the one that it was in.
            OwnerState.NotThere => File.Exists(PathOf(Id)),
            _ => false,
        };

    public void Dispose() => _held.Dispose();

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
            return;
        }

        Directory.CreateDirectory(_folder, OwnersFolder);
        File.SetUnixFileMode(_folder, OwnersFolder);
    }

    /// <summary>From a word that is made with the folder, and its path: a copy of the folder is another one.</summary>
    private string IdOfFolder()
    {
        var path = PathOf(Name);
        if (!File.Exists(path))
        {
            var own = PathOf(RandomNumberGenerator.GetString(Letters, Length) + ".new");
            using (var file = new FileStream(own, SqliteFiles.ForOwner(FileMode.CreateNew)))
            {
                file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetString(Letters, Length)));
            }

            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was faster.
                File.Delete(own);
            }
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(path) + '\n' + path));
        return string.Concat(hash.Take(OfFolder).Select(static part => Letters[part % Letters.Length]));
    }

    /// <summary>Another process that sweeps may take a file that is not locked yet, and may have removed it by the time it is: then under another name.</summary>
    private (string Id, FileStream Held) Enter(string databasePath)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = _folderId + RandomNumberGenerator.GetString(Letters, Length - OfFolder);
            if (TryHold(id, isLast: attempt == MostAttempts) is not { } held)
            {
                continue;
            }

            var state = StateOf(id);
            if (state == OwnerState.Alive)
            {
                return (id, held);
            }

            held.Dispose();
            if (state == OwnerState.Over || attempt == MostAttempts)
            {
                throw SqliteErrors.NoLocks(databasePath);
            }
        }
    }

    private FileStream? TryHold(string id, bool isLast)
    {
        try
        {
            var options = SqliteFiles.ForOwner(FileMode.CreateNew);
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(PathOf(id), options);
        }
        catch (IOException) when (!isLast)
        {
            return null;
        }
    }

    /// <summary>Removes the files of processes that are over, each while it is locked: one that is just being entered is left alone.</summary>
    private void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, _folderId + "*"))
        {
            try
            {
                var options = SqliteFiles.ForOwner(FileMode.Open);
                options.Options = FileOptions.DeleteOnClose;
                new FileStream(path, options).Dispose();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Alive, or swept by another process.
            }
        }
    }

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

    private string PathOf(string name) => Path.Combine(_folder, name);
}
