using System.Globalization;
using GiftCardSdk.Journal.Relational;

namespace GiftCardSdk.Sqlite;

/// <summary>
/// A small file beside the database that knows how far the journal has come: an older database beside it was put back from a backup, one without it
/// came from elsewhere, and none beside it was lost. Written seldom, so that it may lag behind by a second, never run ahead.
/// </summary>
internal sealed class SqliteGuard(string databasePath, TimeProvider time)
{
    public const string Suffix = "-guard";

    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _path = databasePath + Suffix;
    private JournalMark _latest;
    private long _savedAt;
    private bool _isSaved = true;

    /// <summary>What the file says.</summary>
    public sealed record Known(string JournalId, long Commits, DateTimeOffset At);

    /// <summary>What stands there; null if nothing readable does.</summary>
    public Known? Read() =>
        File.Exists(_path)
        && File.ReadAllText(_path).Split(' ', '\n') is [var id, var commits, var at, ..]
        && long.TryParse(commits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var when)
            ? new(id, count, when)
            : null;

    /// <summary>Whether the database has fewer commits than it had, or is another one; from now on it is what it is.</summary>
    public bool IsAhead(JournalMark written)
    {
        var known = Read();
        var isAhead = known is null ? written.Commits > 0 : known.JournalId != written.JournalId || known.Commits > written.Commits;
        Save(written);
        return isAhead;
    }

    /// <summary>There were commits; written down if that has not been done for a while.</summary>
    public void Committed(JournalMark written)
    {
        lock (_gate)
        {
            (_latest, _isSaved) = (written, false);
            if (time.GetElapsedTime(_savedAt) < Lag)
            {
                return;
            }
        }

        SaveLatest();
    }

    /// <summary>Writes down what was not yet; a guard that cannot be written only lags behind.</summary>
    public void SaveLatest()
    {
        lock (_gate)
        {
            if (_isSaved)
            {
                return;
            }

            try
            {
                Save(_latest);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                _savedAt = time.GetTimestamp();
            }
        }
    }

    private void Save(JournalMark written)
    {
        lock (_gate)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{written.JournalId} {written.Commits} {time.GetUtcNow().UtcDateTime:O}\n"
            );
            // Its own name for each process: whoever is the last to rename has written a whole file.
            var temporary = $"{_path}.{Environment.ProcessId}";
            using (var file = new FileStream(temporary, SqliteFiles.ForOwner(FileMode.Create)))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, _path, overwrite: true);
            (_latest, _isSaved, _savedAt) = (written, true, time.GetTimestamp());
        }
    }
}
