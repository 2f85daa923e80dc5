using GiftCardSdk.Gifq;
using GiftCardSdk.Giftbit;
using GiftCardSdk.GiftCardPartners;
using GiftCardSdk.Giftronaut;
using GiftCardSdk.Huuray;

namespace GiftCardSdk.Chaos.World;

/// <summary>What a run must know of a provider beyond its orders.</summary>
/// <param name="Name">The provider, which is the name of its account and of its twin too.</param>
/// <param name="Creates">The twin's operations that sell.</param>
/// <param name="Reads">The twin's operations that an order, or a look-up, needs besides.</param>
/// <param name="QuietTime">How long after the last send a miss proves nothing.</param>
internal sealed record Provider(string Name, IReadOnlyList<string> Creates, IReadOnlyList<string> Reads, TimeSpan QuietTime)
{
    /// <summary>The journal's operation of a batch of payouts.</summary>
    public const string PayoutOrder = "payout-order";

    /// <summary>The journal's operation of a campaign run.</summary>
    public const string CampaignRun = "campaign-run";

    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    /// <summary>All five; an order's number says whose it is.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new(
            GiftbitDefaults.Provider,
            ["campaign.create", "direct_links.create"],
            ["campaign.get", "links.get", "gifts.list", "brands.get"],
            FiveMinutes
        ),
        new(
            GifqDefaults.Provider,
            ["orders.create", "payout_orders.create"],
            ["orders.list", "orders.get", "payout_orders.list", "payout_orders.get", "payouts.list"],
            FiveMinutes
        )
        {
            Operation = PayoutOrder,
        },
        new(
            GiftronautDefaults.Provider,
            ["branded_cards.order", "choice_cards.order", "reward_links.order", "campaigns.run"],
            ["orders.list", "orders.get", "branded_cards.list", "choice_cards.list", "tokens.create", "campaigns.get"],
            TenMinutes
        )
        {
            Operation = CampaignRun,
        },
        new(
            GiftCardPartnersDefaults.Provider,
            ["orders.create"],
            ["orders.list", "orders.get", "products.get", "tokens.create"],
            FiveMinutes
        ),
        new(HuurayDefaults.Provider, ["order.create"], ["order.search", "template.list"], TenMinutes),
    ];

    /// <summary>What it sells besides orders, as the journal calls it; null for nothing.</summary>
    public string? Operation { get; init; }

    /// <summary>What the provider's wire makes of an amount: Giftbit counts hundredths whatever the currency, the others its minor units.</summary>
    public long InWireUnits(Money amount) => Name == GiftbitDefaults.Provider ? amount.ToMinorUnits(2) : amount.ToMinorUnits();

    public override string ToString() => Name;
}
