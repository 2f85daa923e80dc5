using System.Text;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// An entry as bytes. The order of the fields is the format: a later version adds fields at the end, which earlier ones pass over, and numbers
/// of enums never change their meaning.
/// </summary>
internal static class EntryCodec
{
    private const long NoTime = long.MinValue;

    /// <summary>Stands before the credentials: an entry of before has none, and whatever else a later version may write there is passed over.</summary>
    private const byte CredentialsFollow = 0xC1;

    /// <summary>Text that cannot be written as it is must fail, not turn into another reference.</summary>
    public static UTF8Encoding Text { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole record of an entry.</summary>
    public static ReadOnlyMemory<byte> Encode(IdentityHash hash, JournalEntry entry)
    {
        using var stream = new MemoryStream(capacity: 512);
        stream.SetLength(JournalRecord.HeaderSize + JournalRecord.DetailsAt);
        stream.Position = stream.Length;
        using var writer = new BinaryWriter(stream, Text);
        WriteDetails(writer, entry);
        var record = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        JournalRecord.StartEntry(record.Span[JournalRecord.HeaderSize..], hash, entry);
        JournalRecord.Seal(record.Span);
        return record;
    }

    /// <summary>The entry of a whole record.</summary>
    public static JournalEntry Decode(ReadOnlySpan<byte> record)
    {
        var details = record[(JournalRecord.HeaderSize + JournalRecord.DetailsAt)..].ToArray();
        using var reader = new BinaryReader(new MemoryStream(details, writable: false), Text);
        var slot = JournalRecord.SlotOf(record, 0);
        return ReadDetails(reader, slot.State);
    }

    private static void WriteDetails(BinaryWriter writer, JournalEntry entry)
    {
        writer.Write7BitEncodedInt(entry.Format);
        writer.Write7BitEncodedInt64(entry.Version);
        writer.Write(entry.Identity.Provider);
        writer.Write((byte)entry.Identity.Environment);
        writer.Write(entry.Identity.Account);
        writer.Write(entry.Identity.Operation);
        writer.Write(entry.Identity.Reference.Value);
        writer.Write(entry.ProviderKey);
        writer.Write(entry.Fingerprint);
        writer.Write(entry.CreatedAt.UtcTicks);
        writer.Write(entry.UpdatedAt.UtcTicks);
        WriteTime(writer, entry.PurgedAt);
        writer.Write7BitEncodedInt(entry.Attempt);
        writer.Write(entry.IsAmbiguous);
        WriteTime(writer, entry.FirstSentAt);
        WriteTime(writer, entry.LastSentAt);
        WriteEnum(writer, (int?)entry.Delivery);
        WriteList(writer, entry.Lines, WriteLine);
        WriteList(writer, entry.ProviderOrderIds, static (writer, id) => writer.Write(id));
        WriteText(writer, entry.RawStatus);
        WriteText(writer, entry.Reason);
        WriteEnum(writer, (int?)entry.LastErrorCode);
        WriteText(writer, entry.LastProviderCode);
        writer.Write7BitEncodedInt(entry.LookupCount);
        WriteList(writer, entry.Lookups, WriteLookup);
        WriteText(writer, entry.Owner);
        WriteText(writer, entry.LeaseHolder);
        WriteTime(writer, entry.LeaseUntil);
        writer.Write(entry.Decision is not null);
        if (entry.Decision is { } decision)
        {
            writer.Write(decision.By);
            writer.Write(decision.Why);
            writer.Write(decision.At.UtcTicks);
        }

        WriteTime(writer, entry.FirstSentAtProvider);
        writer.Write(CredentialsFollow);
        WriteList(writer, entry.Credentials, static (writer, hash) => writer.Write(hash));
    }

    // Members are read in the order in which they stand here, which is the order in which they were written.
    private static JournalEntry ReadDetails(BinaryReader reader, OrderJournalState state) =>
        new()
        {
            State = state,
            Format = reader.Read7BitEncodedInt(),
            Version = reader.Read7BitEncodedInt64(),
            Identity = new(
                reader.ReadString(),
                (GiftCardEnvironment)reader.ReadByte(),
                reader.ReadString(),
                reader.ReadString(),
                new(reader.ReadString())
            ),
            ProviderKey = reader.ReadString(),
            Fingerprint = reader.ReadString(),
            CreatedAt = ReadTicks(reader.ReadInt64()),
            UpdatedAt = ReadTicks(reader.ReadInt64()),
            PurgedAt = ReadTime(reader),
            Attempt = reader.Read7BitEncodedInt(),
            IsAmbiguous = reader.ReadBoolean(),
            FirstSentAt = ReadTime(reader),
            LastSentAt = ReadTime(reader),
            Delivery = (Delivery?)ReadEnum(reader),
            Lines = ReadList(reader, ReadLine),
            ProviderOrderIds = ReadList(reader, static reader => reader.ReadString()),
            RawStatus = ReadText(reader),
            Reason = ReadText(reader),
            LastErrorCode = (GiftCardErrorCode?)ReadEnum(reader),
            LastProviderCode = ReadText(reader),
            LookupCount = reader.Read7BitEncodedInt(),
            Lookups = ReadList(reader, ReadLookup),
            Owner = ReadText(reader),
            LeaseHolder = ReadText(reader),
            LeaseUntil = ReadTime(reader),
            Decision = reader.ReadBoolean() ? new(reader.ReadString(), reader.ReadString(), ReadTicks(reader.ReadInt64())) : null,
            FirstSentAtProvider = IsAtTheEnd(reader, sizeof(long)) ? null : ReadTime(reader),
            Credentials = ReadCredentials(reader),
        };

    /// <summary>Whether the record was written by a version that did not know the next member, of so many bytes.</summary>
    private static bool IsAtTheEnd(BinaryReader reader, int bytes) => reader.BaseStream.Length - reader.BaseStream.Position < bytes;

    private static string[] ReadCredentials(BinaryReader reader) =>
        reader.BaseStream.Position < reader.BaseStream.Length && reader.ReadByte() == CredentialsFollow
            ? ReadList(reader, static reader => reader.ReadString())
            : [];

    private static void WriteLine(BinaryWriter writer, JournalLine line)
    {
        writer.Write(line.ProductId);
        writer.Write(line.FaceValue.Amount);
        writer.Write(line.FaceValue.Currency);
        writer.Write7BitEncodedInt(line.Quantity);
        WriteText(writer, line.RecipientHash);
    }

    private static JournalLine ReadLine(BinaryReader reader) =>
        new(reader.ReadString(), Money.Of(reader.ReadDecimal(), reader.ReadString()), reader.Read7BitEncodedInt(), ReadText(reader));

    private static void WriteLookup(BinaryWriter writer, LookupEvidence lookup)
    {
        writer.Write(lookup.At.UtcTicks);
        writer.Write((byte)lookup.Answer);
        writer.Write7BitEncodedInt(lookup.Attempt);
        WriteText(writer, lookup.Reason);
    }

    private static LookupEvidence ReadLookup(BinaryReader reader) =>
        new(ReadTicks(reader.ReadInt64()), (LookupAnswer)reader.ReadByte(), reader.Read7BitEncodedInt(), ReadText(reader));

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> list, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(list.Count);
        foreach (var item in list)
        {
            write(writer, item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var list = new List<T>();
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            list.Add(read(reader));
        }

        return [.. list];
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteEnum(BinaryWriter writer, int? value) => writer.Write7BitEncodedInt(value + 1 ?? 0);

    private static int? ReadEnum(BinaryReader reader) => reader.Read7BitEncodedInt() is > 0 and var stored ? stored - 1 : null;

    private static void WriteTime(BinaryWriter writer, DateTimeOffset? time) => writer.Write(time?.UtcTicks ?? NoTime);

    private static DateTimeOffset? ReadTime(BinaryReader reader) =>
        reader.ReadInt64() is var ticks and not NoTime ? ReadTicks(ticks) : null;

    private static DateTimeOffset ReadTicks(long ticks) => new(ticks, TimeSpan.Zero);
}
