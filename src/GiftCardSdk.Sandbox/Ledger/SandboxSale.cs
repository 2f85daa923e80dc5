namespace GiftCardSdk.Sandbox;

/// <summary>One purchase a twin really made, written in the same instant as the order itself.</summary>
/// <param name="Provider">The twin that sold, e.g. <c>giftbit</c>.</param>
/// <param name="OrderId">The provider's own id of the order (Giftbit: the order's uuid).</param>
/// <param name="ClientKey">The id the client supplied with the order, or null where it supplied none.</param>
/// <param name="Operation">The operation that sold, e.g. <c>direct_links.create</c>.</param>
/// <param name="Cards">How many cards were sold, at least one.</param>
/// <param name="AmountInMinorUnits">
/// The face value of all cards together, counted as the provider's wire counts it. For Giftbit that is hundredths of the currency
/// always, for currencies without decimals too; where the wire writes decimal amounts, it is the currency's own minor units.
/// </param>
/// <param name="Currency">The currency of the face value, three letters.</param>
/// <param name="SoldAt">When the twin committed the sale, by the sandbox's clock.</param>
public sealed record SandboxSale(
    string Provider,
    string OrderId,
    string? ClientKey,
    string Operation,
    int Cards,
    long AmountInMinorUnits,
    string Currency,
    DateTimeOffset SoldAt
)
{
    /// <summary>The cards one by one, as the twin has them now; empty where cards come about later, or are posted.</summary>
    public IReadOnlyList<SandboxCard> Issued => Twin?.Now(Issue) ?? [];

    internal Func<DateTimeOffset, IReadOnlyList<SandboxCard>> Issue { get; init; } = static _ => [];

    internal ProviderTwin? Twin { get; init; }
}
