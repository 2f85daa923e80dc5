using System.Data;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Everything that the journal says to its database. One statement a change, on the condition that nobody has been faster.</summary>
internal static class JournalSql
{
    /// <summary>The states in which it is open what became of an order, written as the index of open orders has them.</summary>
    public const string OpenStates = "state IN ('Sending', 'Unknown', 'Parked')";

    private static readonly string Columns = string.Join(", ", EntryRow.Columns.Select(static column => column.Name));
    private static readonly DbType[] Types = [.. EntryRow.Columns.Select(static column => column.Type)];

    public static readonly string SelectRows = $"SELECT {Columns} FROM gift_card_orders";

    public static readonly Statement Find = new($"{SelectRows} WHERE id = $1", DbType.String);

    public static readonly Statement FindWrite = new("SELECT version, write_id FROM gift_card_orders WHERE id = $1", DbType.String);

    public static readonly Statement Insert = new(
        $"INSERT INTO gift_card_orders ({Columns}) VALUES ({Numbered(1, EntryRow.Columns.Length)}) ON CONFLICT (id) DO NOTHING",
        Types
    );

    /// <summary>The parameters of the identity are left out, but for the first.</summary>
    public static readonly Statement Update = new(
        $"UPDATE gift_card_orders SET {Changes(EntryRow.Columns, EntryRow.OfIdentity)} WHERE id = $1 AND version = $4 - 1",
        [Types[0], .. Types[EntryRow.OfIdentity..]]
    );

    /// <summary>
    /// An id of the provider's becomes an order's, if the write before it happened and no other order of the account has it. The first keeps it.
    /// </summary>
    public static readonly Statement Claim = new(
        "INSERT INTO gift_card_order_ids (order_key, account, operation, row_id) SELECT $1, account, operation, id FROM gift_card_orders WHERE id = $2 AND write_id = $3 ON CONFLICT (order_key, account, operation) DO NOTHING",
        DbType.String,
        DbType.String,
        DbType.String
    );

    public static readonly Statement FindByOrderId = new(
        $"SELECT {string.Join(", ", EntryRow.Columns.Select(static column => "o." + column.Name))} FROM gift_card_order_ids i JOIN gift_card_orders o ON o.id = i.row_id WHERE i.order_key = $1",
        DbType.String
    );

    public static readonly Statement Accounts = new("SELECT DISTINCT provider, environment, account FROM gift_card_orders");

    public static readonly Statement Remove = new(
        "DELETE FROM gift_card_orders WHERE id = $1 AND version = $2",
        DbType.String,
        DbType.Int64
    );

    public static readonly Statement Drop = new("DELETE FROM gift_card_orders WHERE purged_at < $1", DbType.Int64);

    /// <summary>An id of an order that is no more.</summary>
    public static readonly Statement Unclaim = new(
        "DELETE FROM gift_card_order_ids WHERE order_key = $1 AND row_id = $2 AND NOT EXISTS (SELECT 1 FROM gift_card_orders WHERE id = $2)",
        DbType.String,
        DbType.String
    );

    public static readonly Statement CountDroppable = new("SELECT COUNT(*) FROM gift_card_orders WHERE purged_at < $1", DbType.Int64);

    /// <summary>Before <see cref="Drop"/>, in the same transaction.</summary>
    public static readonly Statement UnclaimDropped = new(
        "DELETE FROM gift_card_order_ids WHERE row_id IN (SELECT id FROM gift_card_orders WHERE purged_at < $1)",
        DbType.Int64
    );

    public static readonly Statement Lease = new(
        "INSERT INTO gift_card_leases (id, account, holder, until) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE gift_card_leases.holder = excluded.holder OR gift_card_leases.until <= $5",
        DbType.String,
        DbType.String,
        DbType.String,
        DbType.Int64,
        DbType.Int64
    );

    public static readonly Statement FindLease = new("SELECT holder FROM gift_card_leases WHERE id = $1", DbType.String);

    public static readonly Statement EndLease = new(
        "UPDATE gift_card_leases SET until = 0 WHERE id = $1 AND holder = $2",
        DbType.String,
        DbType.String
    );

    public static readonly Statement ReadSetting = new("SELECT value FROM gift_card_settings WHERE name = $1", DbType.String);

    public static readonly Statement AddSetting = new(
        "INSERT INTO gift_card_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
        DbType.String,
        DbType.String
    );

    public static readonly Statement WriteSetting = new(
        "INSERT INTO gift_card_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        DbType.String,
        DbType.String
    );

    public static readonly Statement RemoveSetting = new("DELETE FROM gift_card_settings WHERE name = $1", DbType.String);

    /// <summary>One more commit with a send in it; says how many there are now.</summary>
    public static readonly Statement CountCommit = new(
        $"UPDATE gift_card_settings SET value = CAST(CAST(value AS bigint) + 1 AS text) WHERE name = '{JournalSetting.Commits}' RETURNING value"
    );

    /// <summary>Sets how many commits there are, unless there are more.</summary>
    public static readonly Statement RaiseCommits = new(
        $"UPDATE gift_card_settings SET value = CAST($1 AS text) WHERE name = '{JournalSetting.Commits}' AND CAST(value AS bigint) < $1",
        DbType.Int64
    );

    public static readonly Statement Newest = new("SELECT MAX(created_at), MAX(updated_at) FROM gift_card_orders");

    public static string Numbered(int from, int count) => string.Join(", ", Enumerable.Range(from, count).Select(static i => $"${i}"));

    /// <summary>Sets every column that does not say which row it is; the first of those is the first parameter.</summary>
    public static string Changes((string Name, DbType Type)[] columns, int ofIdentity) =>
        string.Join(", ", columns.Skip(ofIdentity).Select(static (column, i) => $"{column.Name} = ${i + 2}"));
}
