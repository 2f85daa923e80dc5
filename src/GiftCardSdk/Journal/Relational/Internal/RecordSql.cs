using System.Data;
using System.Data.Common;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>What the records say to their table, and how a row is one.</summary>
internal static class RecordSql
{
    /// <summary>How many of the columns say which record it is, and never change.</summary>
    public const int OfIdentity = 4;

    private static readonly (string Name, DbType Type)[] Columns =
    [
        ("id", DbType.String),
        ("kind", DbType.String),
        ("record_id", DbType.String),
        ("created_at", DbType.Int64),
        ("version", DbType.Int64),
        ("write_id", DbType.String),
        ("list_group", DbType.String),
        ("due_at", DbType.Int64),
        ("updated_at", DbType.Int64),
        ("body", DbType.String),
    ];

    private static readonly DbType[] Types = [.. Columns.Select(static column => column.Type)];

    public static readonly string SelectRows =
        $"SELECT {string.Join(", ", Columns.Select(static column => column.Name))} FROM gift_card_records";

    public static readonly Statement Find = new($"{SelectRows} WHERE id = $1", DbType.String);

    public static readonly Statement FindWrite = new("SELECT version, write_id FROM gift_card_records WHERE id = $1", DbType.String);

    public static readonly Statement Insert = new(
        $"INSERT INTO gift_card_records ({string.Join(", ", Columns.Select(static column => column.Name))}) VALUES ({JournalSql.Numbered(1, Columns.Length)}) ON CONFLICT (id) DO NOTHING",
        Types
    );

    /// <summary>The parameters of the identity are left out, but for the first.</summary>
    public static readonly Statement Update = new(
        $"UPDATE gift_card_records SET {JournalSql.Changes(Columns, OfIdentity)} WHERE id = $1 AND version = $2 - 1",
        [Types[0], .. Types[OfIdentity..]]
    );

    public static readonly Statement Remove = new(
        "DELETE FROM gift_card_records WHERE id = $1 AND version = $2",
        DbType.String,
        DbType.Int64
    );

    public static object?[] ToValues(JournalRecord record, string writeId) =>
        [
            RowId.Of(record.Kind, record.Id),
            record.Kind,
            EntryRow.Storable(record.Id) == record.Id
                ? record.Id
                : throw new ArgumentException("The id of a record holds half a surrogate pair or a zero character.", nameof(record)),
            record.CreatedAt.UtcTicks,
            record.Version,
            writeId,
            EntryRow.Storable(record.Group),
            record.DueAt?.UtcTicks,
            record.UpdatedAt.UtcTicks,
            record.Body,
        ];

    public static JournalRecord Read(DbDataReader row) =>
        new()
        {
            Kind = row.GetString(1),
            Id = row.GetString(2),
            CreatedAt = EntryRow.ToTime(row.GetInt64(3)),
            Version = row.GetInt64(4),
            Group = EntryRow.Text(row, 6),
            DueAt = EntryRow.Time(row, 7),
            UpdatedAt = EntryRow.ToTime(row.GetInt64(8)),
            Body = row.GetString(9),
        };
}
