using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// Opens a journal file: makes it if it is not there, reads it through, cuts off an interrupted write, refuses damage, and writes it anew if most
/// of it is superseded.
/// </summary>
internal sealed class Opening(IJournalDisk disk, string path, FileJournalOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Opens the file. Whoever calls holds the lock.</summary>
    public OpenedFile Run()
    {
        disk.Delete(NewFile.PathFor(path));
        if (disk.LengthOf(path) is null)
        {
            Make();
        }

        var (opened, records) = Read(disk.Open(path));
        return IsWorthCompacting(records, opened) ? Compact(opened) : opened;
    }

    private void Make()
    {
        if (!options.CreateIfMissing)
        {
            throw FileJournalErrors.Missing(path);
        }

        using var file = NewFile.Start(disk, path, JournalHeader.New(time.GetUtcNow()));
        file.Finish();
        file.MoveTo(path);
        FileJournalLog.Created(logger, path);
    }

    private (OpenedFile Opened, int Records) Read(IJournalFile file)
    {
        try
        {
            var header = JournalHeader.Read(file, path);
            var builder = new IndexBuilder(path);
            var scanner = new FrameScanner(new(file), header.Salt);
            var run = scanner.Read(JournalHeader.Size, sequence: 1, builder.Visit);
            if (scanner.FindFrame(run.End) is not null)
            {
                throw FileJournalErrors.Damaged(path, run.End);
            }

            CutTornTail(file, run.End);
            WriteAgain(file, run);
            return (new(path, file, header, builder.Index, run.End, run.NextSequence), builder.Records);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A write that the power or the process did not survive: nobody was told that it had happened.</summary>
    private void CutTornTail(IJournalFile file, long end)
    {
        var length = file.Length;
        if (length > end)
        {
            FileJournalLog.TornTail(logger, path, end, length - end);
            file.SetLength(end);
        }
    }

    /// <summary>
    /// The last frame may be in the system's memory alone, left there by a process whose flush failed or never came; the system would not write
    /// it again by itself. All frames before it were flushed before it was begun.
    /// </summary>
    private static void WriteAgain(IJournalFile file, FrameRun run)
    {
        if (run.LastFrame >= 0)
        {
            var frame = new byte[run.End - run.LastFrame];
            file.Fill(frame, run.LastFrame);
            file.Write(frame, run.LastFrame);
        }

        file.Flush();
    }

    private bool IsWorthCompacting(int records, OpenedFile opened) =>
        options.CompactAtOpen && opened.End >= options.LeastSizeToCompact && records >= 2 * opened.Index.Count;

    private OpenedFile Compact(OpenedFile old)
    {
        NewFile? file = null;
        try
        {
            var header = old.Header.ForNextFile();
            file = NewFile.Start(disk, path, header);
            file.Copy(old);
            file.Finish();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // No room for a second file, say. The old one is as good as it was.
            file?.Dispose();
            disk.Delete(NewFile.PathFor(path));
            FileJournalLog.NotCompacted(logger, failure, path);
            return old;
        }

        old.File.Dispose();
        file.MoveTo(path);
        FileJournalLog.Compacted(logger, path, old.End, file.End);
        return Read(disk.Open(path)).Opened;
    }
}
