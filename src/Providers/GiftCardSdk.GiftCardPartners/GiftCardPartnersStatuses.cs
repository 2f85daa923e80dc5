namespace GiftCardSdk.GiftCardPartners;

/// <summary>What the provider's status words mean for this account.</summary>
internal sealed class GiftCardPartnersStatuses(GiftCardPartnersWireAssumptions assumptions)
{
    private readonly Dictionary<string, OrderStatus> _meanings = Meanings(assumptions.OrderStatuses);

    /// <summary>The meaning of a word. One that is not known is kept as it is, and is not final.</summary>
    public OrderStatus Of(string? raw) =>
        string.IsNullOrWhiteSpace(raw) ? default
        : _meanings.TryGetValue(raw.Trim(), out var meaning) ? meaning
        : AsItIs(raw.Trim());

    /// <summary>A strange word that happens to be one of ours must not pass for it.</summary>
    private static OrderStatus AsItIs(string raw) => new OrderStatus(raw) is { IsFinal: false } status ? status : default;

    private static Dictionary<string, OrderStatus> Meanings(IReadOnlyDictionary<string, string> words)
    {
        var meanings = new Dictionary<string, OrderStatus>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, meaning) in words)
        {
            meanings[word] = new OrderStatus(meaning);
        }

        return meanings;
    }
}
