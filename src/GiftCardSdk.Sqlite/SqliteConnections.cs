using GiftCardSdk.Journal.Relational;
using Microsoft.Data.Sqlite;

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
    private readonly SqlitePin _file;
    private readonly Lock _gate = new();
    private SqlitePin? _log;
    private int _open;
    private volatile bool _isGone;

    /// <exception cref="OrderJournalException">The file cannot be used.</exception>
    public SqliteConnections(SqliteJournalOptions options, TimeProvider time)
    {
        _path = SqliteFiles.Resolve(options.Path);
        try
        {
            _guard = new(_path, time);
            EnsureFile(options);
            _file = SqlitePin.To(_path);
            _owners = new(_path);
        }
        catch (Exception failure)
        {
            _file?.Dispose();
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
            Count(1);
            return new(connection, new Lent(this, connection));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The database, and the log that holds what was committed last: a log that was removed takes all of it along.</summary>
    public override void EnsureWritable()
    {
        _isGone = _isGone || !_file.IsInPlace || !IsLogInPlace();
        if (_isGone)
        {
            throw SqliteErrors.Gone(_path);
        }
    }

    public override bool HasEnded(string owner) => _owners.HasEnded(owner);

    public override long? CommitsBefore(JournalMark written) => _guard.CommitsBefore(written);

    public override void Committed(JournalMark written) => _guard.Committed(written);

    public override ValueTask DisposeAsync()
    {
        _guard.SaveLatest();
        _log?.Dispose();
        _file.Dispose();
        _owners.Dispose();
        return base.DisposeAsync();
    }

    /// <summary>While a connection is open, the log stays the same file; with the last one SQLite removes it.</summary>
    private void Count(int change)
    {
        lock (_gate)
        {
            _open += change;
            if (_open == 0)
            {
                _log?.Dispose();
                _log = null;
            }
        }
    }

    private bool IsLogInPlace()
    {
        lock (_gate)
        {
            // SQLite makes it with the first write.
            if (_log is null && _open > 0 && File.Exists(_path + SqliteFiles.Log))
            {
                _log = SqlitePin.To(_path + SqliteFiles.Log);
            }

            return _log is not { IsInPlace: false };
        }
    }

    private void EnsureFile(SqliteJournalOptions options)
    {
        if (!Directory.Exists(Path.GetDirectoryName(_path)))
        {
            throw SqliteErrors.NoFolder(_path);
        }

        if (Directory.Exists(_path))
        {
            throw SqliteErrors.IsFolder(_path);
        }

        if (SqliteFiles.IsOnNetwork(_path))
        {
            throw SqliteErrors.Network(_path);
        }

        if (!File.Exists(_path))
        {
            if (_guard.Before is { } known)
            {
                throw SqliteErrors.WasHere(_path, known);
            }

            if (!options.CreateIfMissing)
            {
                throw SqliteErrors.Missing(_path);
            }
        }

        SqliteFiles.Ensure(_path);
        foreach (var suffix in (string[])[SqliteFiles.Log, SqliteFiles.Index, SqliteGuard.Suffix])
        {
            SqliteFiles.MakeOwnersAlone(_path + suffix);
        }
    }

    /// <summary>Gives a connection back, and says so.</summary>
    private sealed class Lent(SqliteConnections lender, SqliteConnection connection) : IAsyncDisposable
    {
        private bool _isBack;

        public async ValueTask DisposeAsync()
        {
            if (_isBack)
            {
                return;
            }

            _isBack = true;
            await connection.DisposeAsync().ConfigureAwait(false);
            lender.Count(-1);
        }
    }
}
