namespace GiftCardSdk.Http;

/// <summary>What a provider's status words mean, whichever way they are spelt (<see cref="ProviderWords"/>).</summary>
public sealed class StatusWords
{
    private readonly Dictionary<string, OrderStatus> _meanings = new(StringComparer.Ordinal);

    /// <summary>Takes the meanings in.</summary>
    /// <param name="meanings">Neutral words, such as <c>completed</c>, by the provider's.</param>
    public StatusWords(IEnumerable<KeyValuePair<string, string>> meanings)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        foreach (var (word, meaning) in meanings)
        {
            _meanings[ProviderWords.KeyOf(word)] = new OrderStatus(meaning);
        }
    }

    /// <summary>The meaning of a word. One that is not known stands beside the order as it is; here it is unknown, and is not final.</summary>
    /// <param name="word">The provider's word; may be null.</param>
    /// <returns>Its meaning.</returns>
    public OrderStatus Of(string? word) =>
        _meanings.TryGetValue(ProviderWords.KeyOf(word), out var meaning) ? meaning : ProviderWords.StatusOf(word);
}
