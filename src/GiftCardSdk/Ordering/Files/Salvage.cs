namespace GiftCardSdk.Ordering.Files;

/// <summary>Writes a new journal with all that can be read of a damaged one: whole frames, and in what lies between them, single whole records.</summary>
internal sealed class Salvage(IJournalDisk disk, string damagedPath, string newPath, TimeProvider time)
{
    private readonly JournalIndex _index = new();
    private readonly List<SalvageGap> _gaps = [];
    private DateTimeOffset? _lastWrite;
    private int _recovered;
    private bool _isInGap;

    public SalvageReport Run(CancellationToken cancellationToken)
    {
        if (disk.LengthOf(newPath) is not null)
        {
            throw FileJournalErrors.Exists(newPath);
        }

        try
        {
            using var held = disk.Lock(damagedPath, FileLock.DescribeHolder(time));
            using var file = disk.OpenToRead(damagedPath);
            var header = JournalHeader.TryRead(file);
            Read(file, header, cancellationToken);
            Write(file, header?.ForNextFile() ?? JournalHeader.New(time.GetUtcNow()));
            return new(newPath, _index.Count, _gaps, IsKeyLost: header is null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw FileJournalErrors.NotSalvaged(damagedPath, failure);
        }
    }

    private void Read(IJournalFile file, JournalHeader? header, CancellationToken cancellationToken)
    {
        var window = new FileWindow(file);
        // Without a header no frame can be checked, and every record stands for itself.
        var frames = header is null ? null : new FrameScanner(window, header.Salt);
        var (offset, sequence) = (header is null ? 0L : JournalHeader.Size, 1L);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = frames?.Read(offset, sequence, Take) ?? new(offset, -1, sequence);
            var next = frames?.FindFrame(run.End);
            if (next is null && run.End == window.Length)
            {
                return;
            }

            ReadGap(window, run.End, next?.Offset ?? window.Length);
            if (next is null)
            {
                return;
            }

            (offset, sequence) = next.Value;
        }
    }

    private void ReadGap(FileWindow window, long start, long end)
    {
        var (after, recovered) = (_lastWrite, _recovered);
        _isInGap = true;
        for (var offset = start; offset < end; )
        {
            var length = JournalRecord.LengthOf(window.Peek(offset, JournalRecord.HeaderSize));
            var isRecord = length > 0 && offset + length <= end && TryTake(window.Peek(offset, length), offset);
            offset += isRecord ? length : 1;
        }

        _isInGap = false;
        _gaps.Add(new(start, end - start, _recovered - recovered, after, Before: null));
    }

    private void Write(IJournalFile damaged, JournalHeader header)
    {
        disk.Delete(NewFile.PathFor(newPath));
        using var file = NewFile.Start(disk, newPath, header);
        file.Copy(new(damagedPath, damaged, header, _index, End: 0, NextSequence: 1));
        file.Finish();
        file.MoveTo(newPath);
    }

    private bool TryTake(ReadOnlySpan<byte> record, long offset)
    {
        if (!JournalRecord.IsWhole(record) || JournalRecord.KindOf(record) == RecordKind.Unknown)
        {
            return false;
        }

        Take(record, offset);
        return true;
    }

    private void Take(ReadOnlySpan<byte> record, long offset)
    {
        switch (JournalRecord.KindOf(record))
        {
            case RecordKind.Entry:
                NoteWrite(EntryCodec.Decode(record).UpdatedAt);
                _index.Set(JournalRecord.HashOf(record), JournalRecord.SlotOf(record, offset));
                break;
            case RecordKind.Drop:
                _index.Remove(JournalRecord.HashOf(record));
                break;
            default:
                return;
        }

        _recovered++;
    }

    /// <summary>What was written on either side of a gap says when the lost was.</summary>
    private void NoteWrite(DateTimeOffset at)
    {
        _lastWrite = at;
        if (!_isInGap && _gaps is [.., { Before: null } last])
        {
            _gaps[^1] = last with { Before = at };
        }
    }
}
