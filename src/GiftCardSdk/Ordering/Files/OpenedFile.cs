namespace GiftCardSdk.Ordering.Files;

/// <summary>A journal file that was found whole, and where it goes on.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="File">The file, open for reading and writing.</param>
/// <param name="Header">How it begins.</param>
/// <param name="Index">Where the last record of every order lies.</param>
/// <param name="End">Where the next frame begins.</param>
/// <param name="NextSequence">Its number.</param>
internal sealed record OpenedFile(string Path, IJournalFile File, JournalHeader Header, JournalIndex Index, long End, long NextSequence)
{
    /// <summary>Reads the entry of a record.</summary>
    /// <exception cref="OrderJournalException">It is not as it was written.</exception>
    public JournalEntry Read(long offset) => EntryCodec.Decode(ReadRecord(offset));

    /// <summary>Reads the bytes of a record.</summary>
    /// <exception cref="OrderJournalException">They are not as they were written.</exception>
    public ReadOnlySpan<byte> ReadRecord(long offset)
    {
        const int UsualSize = 512;
        var bytes = new byte[UsualSize];
        var count = File.Fill(bytes, offset);
        var length = JournalRecord.LengthOf(bytes.AsSpan(0, count));
        if (length > count)
        {
            bytes = new byte[length];
            count = File.Fill(bytes, offset);
        }

        var isWhole = length > 0 && length <= count && JournalRecord.IsWhole(bytes.AsSpan(0, length));
        return isWhole ? bytes.AsSpan(0, length) : throw FileJournalErrors.DamagedRecord(Path, offset);
    }
}
