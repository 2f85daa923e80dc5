using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>What Giftronaut's status words mean for this account.</summary>
internal sealed class GiftronautStatuses(GiftronautWireAssumptions assumptions)
{
    private readonly StatusWords _words = new(assumptions.OrderStatuses);

    /// <summary>The meaning of a word. One that is not known, such as <c>FAILED</c>, counts as unknown, and is not final.</summary>
    public OrderStatus Of(string? raw) => _words.Of(raw);
}
