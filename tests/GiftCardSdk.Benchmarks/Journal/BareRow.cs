using System.Globalization;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>The tables and rows of the baseline, written out by hand: as long and as indexed as the journal's.</summary>
internal static class BareRow
{
    public static readonly string[] Columns =
    [
        "id",
        "provider",
        "environment",
        "account",
        "operation",
        "reference",
        "created_at",
        "provider_key",
        "fingerprint",
        "version",
        "write_id",
        "state",
        "reason",
        "attempt",
        "is_ambiguous",
        "updated_at",
        "first_sent_at",
        "last_sent_at",
        "purged_at",
        "owner",
        "lease_holder",
        "lease_until",
        "order_id",
        "details",
    ];

    public static readonly string[] Schema =
    [
        "CREATE TABLE gift_card_orders (id text NOT NULL PRIMARY KEY, provider text NOT NULL, environment text NOT NULL, account text NOT NULL, operation text NOT NULL, reference text NOT NULL, created_at bigint NOT NULL, provider_key text NOT NULL, fingerprint text NOT NULL, version bigint NOT NULL, write_id text NOT NULL, state text NOT NULL, reason text, attempt bigint NOT NULL, is_ambiguous bigint NOT NULL, updated_at bigint NOT NULL, first_sent_at bigint, last_sent_at bigint, purged_at bigint, owner text, lease_holder text, lease_until bigint, order_id text, details text NOT NULL)",
        "CREATE INDEX ix_open ON gift_card_orders (created_at, id) WHERE state IN ('Sending', 'Unknown', 'Parked')",
        "CREATE INDEX ix_absent ON gift_card_orders (last_sent_at) WHERE state IN ('Absent')",
        "CREATE INDEX ix_created ON gift_card_orders (created_at, id)",
        "CREATE INDEX ix_account ON gift_card_orders (account, created_at, id)",
        "CREATE TABLE gift_card_order_ids (order_key text NOT NULL, account text NOT NULL, operation text NOT NULL, row_id text NOT NULL, PRIMARY KEY (order_key, account, operation))",
    ];

    private const string SentDetails =
        """{"format":1,"lines":[{"productId":"northcafeus","faceValue":"25.00 USD","quantity":1}],"delivery":"Returned"}""";

    private const string BoughtDetails =
        """{"format":1,"lines":[{"productId":"northcafeus","faceValue":"25.00 USD","quantity":1}],"delivery":"Returned","orderIds":["0000000000000000000000000000002a"],"rawStatus":"COMPLETED"}""";

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static object?[] New(int number) => [Id(number), .. Identity(number), .. Changing(number, 1, "Sending", null, SentDetails)];

    public static object?[] Bought(int number) => [Id(number), .. Changing(number, 2, "Accepted", Id(number), BoughtDetails)];

    /// <summary>Spread over the index, as hashes are.</summary>
    private static string Id(int number) =>
        (unchecked((uint)number * 2654435761u)).ToString("x8", CultureInfo.InvariantCulture)
        + number.ToString("D24", CultureInfo.InvariantCulture);

    private static object?[] Identity(int number) =>
        [
            "instant",
            "Sandbox",
            "bench",
            "order",
            "survey-81-respondent-" + number.ToString("D8", CultureInfo.InvariantCulture),
            Noon.AddMilliseconds(number).UtcTicks,
        ];

    private static object?[] Changing(int number, long version, string state, string? orderId, string details) =>
        [
            "survey-81-respondent-" + number.ToString("D8", CultureInfo.InvariantCulture),
            "v2:abcdefgh:abcdefghijklmnopqrstuvwxyz234567",
            version,
            number.ToString("D24", CultureInfo.InvariantCulture) + (version == 1 ? "aa" : "bb"),
            state,
            null,
            1L,
            0L,
            Noon.AddMilliseconds(number).UtcTicks,
            Noon.AddMilliseconds(number).UtcTicks,
            Noon.AddMilliseconds(number).UtcTicks,
            null,
            orderId is null ? "abcdefghijklmnopqrstuvwxyz" : null,
            orderId is null ? "abcdefghijklmnopqrstuvwxyz" : null,
            orderId is null ? Noon.AddMinutes(1).UtcTicks : null,
            orderId,
            details,
        ];
}

/// <summary>The baseline of one database.</summary>
internal interface IBareJournal : IAsyncDisposable
{
    /// <summary>What one order comes to: one read, one insert, one update with the provider's id.</summary>
    Task BuyAsync(int number);
}
