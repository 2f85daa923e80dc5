using System.Buffers.Binary;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// One record of a frame: length, CRC-32C, then the body. The body begins with what the index needs, so that opening reads nothing else: kind,
/// identity's hash, state, whether it is a tombstone. The record's own checksum guards reads on demand, and lets records be salvaged one by one.
/// </summary>
internal static class JournalRecord
{
    public const int HeaderSize = 8;

    /// <summary>Where the details of an entry begin, counted from the start of the body.</summary>
    public const int DetailsAt = 19;

    /// <summary>The largest body; an entry has a few hundred bytes.</summary>
    public const int MaxBody = 4 * 1024 * 1024;

    private const int ChecksumAt = 4;
    private const int HashAt = 1;
    private const int StateAt = 17;
    private const int TombstoneAt = 18;

    /// <summary>An entry as it now stands.</summary>
    public static void StartEntry(Span<byte> body, IdentityHash hash, JournalEntry entry)
    {
        body[0] = (byte)RecordKind.Entry;
        hash.WriteTo(body[HashAt..]);
        body[StateAt] = (byte)entry.State;
        body[TombstoneAt] = entry.PurgedAt is null ? (byte)0 : (byte)1;
    }

    /// <summary>A tombstone is forgotten.</summary>
    public static byte[] Drop(IdentityHash hash)
    {
        var record = new byte[HeaderSize + StateAt];
        record[HeaderSize] = (byte)RecordKind.Drop;
        hash.WriteTo(record.AsSpan(HeaderSize + HashAt));
        Seal(record);
        return record;
    }

    /// <summary>The journal was closed in peace. It stands behind the last commit, so that damage to that one can be told from a torn write.</summary>
    public static byte[] Close()
    {
        var record = new byte[HeaderSize + 1];
        record[HeaderSize] = (byte)RecordKind.Close;
        Seal(record);
        return record;
    }

    public static void Seal(Span<byte> record)
    {
        BinaryPrimitives.WriteInt32LittleEndian(record, record.Length - HeaderSize);
        BinaryPrimitives.WriteUInt32LittleEndian(record[ChecksumAt..], Crc32C.Append(0, record[HeaderSize..]));
    }

    /// <summary>The length of the whole record that begins here, or 0 if none can.</summary>
    public static int LengthOf(ReadOnlySpan<byte> start)
    {
        var body = start.Length >= HeaderSize ? BinaryPrimitives.ReadInt32LittleEndian(start) : 0;
        return body is > 0 and <= MaxBody ? HeaderSize + body : 0;
    }

    public static bool IsWhole(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadUInt32LittleEndian(record[ChecksumAt..]) == Crc32C.Append(0, record[HeaderSize..]);

    public static RecordKind KindOf(ReadOnlySpan<byte> record) =>
        (RecordKind)record[HeaderSize] switch
        {
            RecordKind.Entry when record.Length > HeaderSize + DetailsAt => RecordKind.Entry,
            RecordKind.Drop when record.Length == HeaderSize + StateAt => RecordKind.Drop,
            RecordKind.Close when record.Length == HeaderSize + 1 => RecordKind.Close,
            _ => RecordKind.Unknown,
        };

    public static IdentityHash HashOf(ReadOnlySpan<byte> record) => IdentityHash.Read(record[(HeaderSize + HashAt)..]);

    /// <summary>What the index keeps of an entry's record.</summary>
    public static IndexSlot SlotOf(ReadOnlySpan<byte> record, long offset) =>
        new(offset, (OrderJournalState)record[HeaderSize + StateAt], record[HeaderSize + TombstoneAt] != 0);
}

/// <summary>What a record says.</summary>
internal enum RecordKind : byte
{
    /// <summary>Nothing that this version knows.</summary>
    Unknown = 0,

    /// <summary>An entry as it now stands.</summary>
    Entry = 1,

    /// <summary>A tombstone is forgotten.</summary>
    Drop = 2,

    /// <summary>The journal was closed in peace.</summary>
    Close = 3,
}
