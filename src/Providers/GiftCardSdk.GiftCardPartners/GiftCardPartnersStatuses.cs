using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>What the provider's status words mean for this account.</summary>
internal sealed class GiftCardPartnersStatuses(GiftCardPartnersWireAssumptions assumptions)
{
    private readonly StatusWords _words = new(assumptions.OrderStatuses);

    /// <summary>The meaning of a word. One that is not known is kept as it is, and is not final.</summary>
    public OrderStatus Of(string? raw) => _words.Of(raw);
}
