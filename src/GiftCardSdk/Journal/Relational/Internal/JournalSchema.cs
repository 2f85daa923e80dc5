using System.Globalization;
using System.Security.Cryptography;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>
/// The tables, version by version: each step leads from the version before to the next, and stays as it is once it has been released. What
/// else is kept beside the orders some day comes as a further step.
/// </summary>
internal static class JournalSchema
{
    private const int KeyLength = 32;

    private static readonly string[][] Steps =
    [
        [
            """
                CREATE TABLE gift_card_orders (
                    id text NOT NULL PRIMARY KEY,
                    provider text NOT NULL,
                    environment text NOT NULL,
                    account text NOT NULL,
                    operation text NOT NULL,
                    reference text NOT NULL,
                    created_at bigint NOT NULL,
                    provider_key text NOT NULL,
                    fingerprint text NOT NULL,
                    version bigint NOT NULL,
                    write_id text NOT NULL,
                    state text NOT NULL,
                    reason text,
                    attempt bigint NOT NULL,
                    is_ambiguous bigint NOT NULL,
                    updated_at bigint NOT NULL,
                    first_sent_at bigint,
                    last_sent_at bigint,
                    purged_at bigint,
                    owner text,
                    lease_holder text,
                    lease_until bigint,
                    order_id text,
                    details text NOT NULL
                )
                """,
            $"CREATE INDEX ix_gift_card_orders_open ON gift_card_orders (created_at, id) WHERE {JournalSql.OpenStates}",
            "CREATE INDEX ix_gift_card_orders_absent ON gift_card_orders (last_sent_at) WHERE state IN ('Absent')",
            "CREATE INDEX ix_gift_card_orders_created_at ON gift_card_orders (created_at, id)",
            "CREATE INDEX ix_gift_card_orders_account ON gift_card_orders (account, created_at, id)",
            """
                CREATE TABLE gift_card_order_ids (
                    order_key text NOT NULL,
                    account text NOT NULL,
                    operation text NOT NULL,
                    row_id text NOT NULL,
                    PRIMARY KEY (order_key, account, operation)
                )
                """,
            """
                CREATE TABLE gift_card_leases (
                    id text NOT NULL PRIMARY KEY,
                    account text NOT NULL,
                    holder text NOT NULL,
                    until bigint NOT NULL
                )
                """,
            """
                CREATE TABLE gift_card_records (
                    id text NOT NULL PRIMARY KEY,
                    kind text NOT NULL,
                    record_id text NOT NULL,
                    created_at bigint NOT NULL,
                    version bigint NOT NULL,
                    write_id text NOT NULL,
                    list_group text,
                    due_at bigint,
                    updated_at bigint NOT NULL,
                    body text NOT NULL
                )
                """,
            "CREATE INDEX ix_gift_card_records_kind ON gift_card_records (kind, created_at, id)",
            "CREATE INDEX ix_gift_card_records_group ON gift_card_records (list_group, kind, created_at, id)",
            "CREATE INDEX ix_gift_card_records_due ON gift_card_records (kind, due_at) WHERE due_at IS NOT NULL",
            """
                CREATE TABLE gift_card_settings (
                    name text NOT NULL PRIMARY KEY,
                    value text NOT NULL
                )
                """,
        ],
    ];

    /// <summary>What makes the tables of this version, or changes those of an earlier one.</summary>
    /// <param name="from">The version that is there; 0 for none.</param>
    public static IEnumerable<BoundStatement> From(int from) =>
        Steps.Skip(from).SelectMany(static step => step).Select(static text => new Statement(text).With()).Append(Now());

    /// <summary>What is written once beside the tables, whoever made them.</summary>
    public static IEnumerable<BoundStatement> Settings() =>
        [
            Add(JournalSetting.SchemaVersion, RelationalJournal.SchemaVersion.ToString(CultureInfo.InvariantCulture)),
            Add(JournalSetting.JournalId, Base32.Encode(RandomNumberGenerator.GetBytes(16))),
            Add(JournalSetting.FingerprintKey, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength))),
            Add(JournalSetting.Commits, "0"),
        ];

    /// <summary>The key as it was made; null if it is not what was written there.</summary>
    public static byte[]? KeyOf(string value)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(value, key, out var length) && length == KeyLength ? key : null;
    }

    private static BoundStatement Now() =>
        JournalSql.WriteSetting.With(JournalSetting.SchemaVersion, RelationalJournal.SchemaVersion.ToString(CultureInfo.InvariantCulture));

    private static BoundStatement Add(string name, string value) => JournalSql.AddSetting.With(name, value);
}
