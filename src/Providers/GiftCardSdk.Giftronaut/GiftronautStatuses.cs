namespace GiftCardSdk.Giftronaut;

/// <summary>What Giftronaut's status words mean for this account.</summary>
internal sealed class GiftronautStatuses(GiftronautWireAssumptions assumptions)
{
    private readonly Dictionary<string, OrderStatus> _meanings = assumptions.OrderStatuses.ToDictionary(
        word => word.Key,
        word => new OrderStatus(word.Value),
        StringComparer.Ordinal
    );

    /// <summary>The meaning of a word. One that is not known stands beside the order as it is; here it counts as unknown, and is not final.</summary>
    public OrderStatus Of(string? raw) =>
        string.IsNullOrWhiteSpace(raw) ? default
        : _meanings.TryGetValue(raw.Trim(), out var meaning) ? meaning
        : AsItIs(raw.Trim());

    /// <summary>A strange word that happens to be one of ours, such as <c>FAILED</c>, must not pass for it.</summary>
    private static OrderStatus AsItIs(string raw) => new OrderStatus(raw) is { IsFinal: false } status ? status : default;
}
