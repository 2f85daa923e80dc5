namespace GiftCardSdk.Ordering.Files;

/// <summary>Makes the index of the records of a file, read in their order.</summary>
internal sealed class IndexBuilder(string path)
{
    public JournalIndex Index { get; } = new();

    /// <summary>How many records of orders there were, superseded ones included.</summary>
    public int Records { get; private set; }

    public void Visit(ReadOnlySpan<byte> record, long offset)
    {
        switch (JournalRecord.KindOf(record))
        {
            case RecordKind.Entry:
                Records++;
                Index.Set(JournalRecord.HashOf(record), JournalRecord.SlotOf(record, offset));
                break;
            case RecordKind.Drop:
                Records++;
                Index.Remove(JournalRecord.HashOf(record));
                break;
            case RecordKind.Close:
                break;
            default:
                throw FileJournalErrors.UnknownRecord(path, offset);
        }
    }
}
