namespace GiftCardSdk.Webhooks;

/// <summary>What may be kept of a provider's words.</summary>
internal static class EventText
{
    private const int MostWord = 100;
    private const int MostId = 200;

    /// <summary>A word as it may be kept and logged; null if it is none.</summary>
    public static string? Short(string? word) => IsPlain(word, MostWord) ? word : null;

    /// <summary>Whether an id can be one: a stranger may have written it.</summary>
    public static bool IsId(string? id) => IsPlain(id, MostId);

    private static bool IsPlain(string? text, int most) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter));
}
