using System.Globalization;
using GiftCardSdk.Journal.Relational;

namespace GiftCardSdk.Sqlite;

/// <summary>
/// A small file beside the database that knows how far the journal has come: an older database beside it was put back from a backup, one without it
/// came from elsewhere, and none beside it was lost. Written seldom, so that it may lag behind by a second, never run ahead.
/// </summary>
internal sealed class SqliteGuard
{
    public const string Suffix = "-guard";

    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Known? _before;
    private JournalMark _latest;
    private long? _savedAt;
    private bool _isSaved = true;

    /// <summary>Reads what the file says, before the database is read: others go on meanwhile, and what it says must not be newer.</summary>
    public SqliteGuard(string databasePath, TimeProvider time)
    {
        (_path, _time) = (databasePath + Suffix, time);
        _before = Read();
    }

    /// <summary>What the file says.</summary>
    public sealed record Known(string JournalId, long Commits, DateTimeOffset At);

    /// <summary>What stood there when the journal was opened; null if there was no file.</summary>
    public Known? Before => _before;

    /// <summary>How many commits there were, if the database has fewer, or is another one; null if it is not older.</summary>
    public long? CommitsBefore(JournalMark written)
    {
        if (_before is { } known)
        {
            return known.JournalId != written.JournalId || known.Commits > written.Commits ? known.Commits : null;
        }

        // Made since then, it was made by a process that has opened this very database, and has judged it.
        return written.Commits == 0 || Read()?.JournalId == written.JournalId ? null : written.Commits;
    }

    /// <summary>There were commits; written down if that has not been done for a while. The first time, when the journal is opened, it must be.</summary>
    public void Committed(JournalMark written)
    {
        lock (_gate)
        {
            (_latest, _isSaved) = (written, false);
            if (_savedAt is { } savedAt && _time.GetElapsedTime(savedAt) < Lag)
            {
                return;
            }

            if (_savedAt is null)
            {
                Save(Patience);
                return;
            }
        }

        SaveLatest(TimeSpan.Zero);
    }

    /// <summary>Writes down what was not yet, at the end.</summary>
    public void SaveLatest() => SaveLatest(Patience);

    /// <summary>A guard that cannot be written only lags behind.</summary>
    private void SaveLatest(TimeSpan patience)
    {
        lock (_gate)
        {
            try
            {
                if (!_isSaved)
                {
                    Save(patience);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                _savedAt = _time.GetTimestamp();
            }
        }
    }

    private Known? Read() =>
        !File.Exists(_path) ? null
        : File.ReadAllText(_path).Split(' ', '\n') is [var id, var commits, var at, ..]
        && long.TryParse(commits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var when)
            ? new(id, count, when)
        // One that is damaged says at least that there was a journal.
        : new("", 0, new(File.GetLastWriteTimeUtc(_path)));

    /// <summary>One process at a time, and never less than another has written: it may have come further since.</summary>
    private void Save(TimeSpan patience)
    {
        using var alone = LockFor(patience);
        var isBehind = Read() is { } known && known.JournalId == _latest.JournalId && (alone is null || known.Commits >= _latest.Commits);
        if (!isBehind)
        {
            Write(alone ?? throw new IOException($"'{_path}' is locked by another process"));
        }

        (_isSaved, _savedAt) = (alone is not null, _time.GetTimestamp());
    }

    private void Write(FileStream alone)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{_latest.JournalId} {_latest.Commits} {_time.GetUtcNow().UtcDateTime:O}\n"
        );
        var temporary = alone.Name + ".new";
        using (var file = new FileStream(temporary, SqliteFiles.ForOwner(FileMode.Create)))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }

    private FileStream? LockFor(TimeSpan patience)
    {
        FileStream? locked = null;
        SpinWait.SpinUntil(() => (locked = TryLock()) is not null, patience);
        return locked;
    }

    private FileStream? TryLock()
    {
        try
        {
            return new FileStream(_path + ".lock", SqliteFiles.ForOwner(FileMode.OpenOrCreate));
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }
}
