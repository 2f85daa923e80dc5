using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>Made-up orders: one on which all sides agree, to be spoilt by the tests.</summary>
internal static class Facts
{
    public const string Id = "sold-1";

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Ordered for 2,500, bought, returned, written down.</summary>
    public static OrderFacts Bought { get; } =
        new()
        {
            Seed = 1,
            Number = 4,
            Provider = "huuray",
            Reference = "chaos-1-4",
            Sales = [Sale(Id)],
            Entry = Entry(OrderJournalState.Accepted, Id),
            Told = [new(Content.Wanted, Ending.Bought, Id)],
            WantedAmount = 2_500,
            OtherAmount = 5_000,
            JournalAmount = 2_500,
        };

    /// <summary>Refused everywhere.</summary>
    public static OrderFacts Refused { get; } =
        Bought with
        {
            Sales = [],
            Entry = Entry(OrderJournalState.Refused),
            Told = [new(Content.Wanted, Ending.Refused)],
        };

    public static SandboxSale Sale(string id, long amount = 2_500) =>
        new("huuray", id, "chaos-1-4", "order.create", 1, amount, "SEK", Noon);

    public static JournalEntry Entry(OrderJournalState state, string? id = null, string? reason = null) =>
        new()
        {
            Identity = new("huuray", GiftCardEnvironment.Sandbox, "huuray", OrderIdentity.PlaceOrder, "chaos-1-4"),
            ProviderKey = "chaos-1-4",
            Fingerprint = "v1:x",
            State = state,
            Reason = reason,
            ProviderOrderIds = id is null ? [] : [id],
            CreatedAt = Noon,
            UpdatedAt = Noon,
        };
}
