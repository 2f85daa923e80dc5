using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Ordering;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace GiftCardSdk.Sqlite;

/// <summary>Connections to one database file, which stay open, and what is known of the file and of the processes that share it.</summary>
internal sealed class SqliteConnections : JournalConnections
{
    /// <summary>
    /// A commit is on the disk when it has ended; what a crash interrupts is taken back by SQLite itself. The full flush is for macOS, where a plain one
    /// stops at the drive's own memory.
    /// </summary>
    private const string Pragmas =
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;";

    private readonly string _path;
    private readonly string _connectionString;
    private readonly SqliteGuard _guard;
    private readonly SqliteOwners _owners;
    private readonly SafeFileHandle _handle;
    private readonly string? _place;

    /// <exception cref="OrderJournalException">The file cannot be used.</exception>
    public SqliteConnections(SqliteJournalOptions options, TimeProvider time)
    {
        _path = SqliteFiles.Resolve(options.Path);
        _guard = new(_path, time);
        try
        {
            EnsureFile(options);
            // Closed last: on Unix, closing a file ends all locks that the process has on it.
            _handle = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            _place = SqliteFiles.PlaceOf(_handle);
            _owners = new(_path);
        }
        catch (Exception failure)
        {
            _handle?.Dispose();
            throw failure is IOException or UnauthorizedAccessException ? SqliteErrors.NotOpened(_path, failure) : failure;
        }

        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString;
    }

    public override bool AreKept => true;

    public override string OwnerId => _owners.Id;

    public override async ValueTask<OpenConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var pragmas = connection.CreateCommand();
            await using var _ = pragmas.ConfigureAwait(false);
            pragmas.CommandText = Pragmas;
            await pragmas.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return new(connection, connection);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override void EnsureWritable()
    {
        if (!File.Exists(_path) || SqliteFiles.PlaceOf(_handle) != _place)
        {
            throw SqliteErrors.Gone(_path);
        }
    }

    public override bool HasEnded(string owner) => _owners.HasEnded(owner);

    public override bool IsOlderThanBefore(JournalMark written)
    {
        var isOlder = _guard.IsAhead(written);
        _owners.KnowsAll = !isOlder;
        if (!isOlder)
        {
            _owners.Sweep();
        }

        return isOlder;
    }

    public override void Committed(JournalMark written) => _guard.Committed(written);

    public override ValueTask DisposeAsync()
    {
        _guard.SaveLatest();
        _handle.Dispose();
        _owners.Dispose();
        return base.DisposeAsync();
    }

    private void EnsureFile(SqliteJournalOptions options)
    {
        if (!Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw SqliteErrors.NoFolder(_path);
        }

        if (SqliteFiles.IsOnNetwork(_path))
        {
            throw SqliteErrors.Network(_path);
        }

        if (!File.Exists(_path))
        {
            if (_guard.Read() is { } known)
            {
                throw SqliteErrors.WasHere(_path, known);
            }

            if (!options.CreateIfMissing)
            {
                throw SqliteErrors.Missing(_path);
            }
        }

        SqliteFiles.Ensure(_path);
    }
}
