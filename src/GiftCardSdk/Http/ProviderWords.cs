using System.Text;

namespace GiftCardSdk.Http;

/// <summary>
/// Words of a provider, such as statuses, as they are compared: without regard to case, and with blanks, hyphens and underscores taken for one
/// another. A word that is not known is kept as it is, unless it reads like one of the neutral words: that it means the same is not known.
/// </summary>
public static class ProviderWords
{
    private static readonly DeliveryState[] Deliveries =
    [
        DeliveryState.Pending,
        DeliveryState.Returned,
        DeliveryState.Delivered,
        DeliveryState.Delayed,
        DeliveryState.Undeliverable,
        DeliveryState.Suppressed,
        DeliveryState.Refused,
    ];

    private static readonly RedemptionState[] Redemptions =
    [
        RedemptionState.Redeemable,
        RedemptionState.Redeemed,
        RedemptionState.Cancelled,
        RedemptionState.Expired,
    ];

    /// <summary>A word in capitals, without outer blanks, with one underscore for whatever parts it.</summary>
    /// <param name="word">The word; may be null.</param>
    /// <returns>The word, such as <c>IN_PROGRESS</c> for <c>In progress</c>; empty for null and for blanks.</returns>
    public static string Normalize(string? word)
    {
        var text = new StringBuilder();
        foreach (var letter in (word ?? "").Trim())
        {
            if (letter is not ('-' or '_') && !char.IsWhiteSpace(letter))
            {
                text.Append(char.ToUpperInvariant(letter));
            }
            else if (text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }
        }

        return text.ToString().TrimEnd('_');
    }

    /// <summary>Whether two words are the same.</summary>
    /// <param name="left">A word; may be null.</param>
    /// <param name="right">Another; may be null.</param>
    /// <returns>True if they are, and are words at all.</returns>
    public static bool Same(string? left, string? right) => KeyOf(left) is { Length: > 0 } word && word == KeyOf(right);

    /// <summary>The status of a word whose meaning is not known: never final.</summary>
    /// <param name="word">The word; may be null.</param>
    /// <returns>The word as it is, or the unknown status.</returns>
    public static OrderStatus StatusOf(string? word) =>
        string.IsNullOrWhiteSpace(word) || new OrderStatus(Plain(word)) is { IsFinal: true } ? default : new OrderStatus(word.Trim());

    /// <summary>The delivery state of a word whose meaning is not known.</summary>
    /// <param name="word">The word; may be null.</param>
    /// <returns>The word as it is, or the unknown state.</returns>
    public static DeliveryState DeliveryOf(string? word) =>
        string.IsNullOrWhiteSpace(word) || Deliveries.Contains(new(Plain(word))) ? default : new(word.Trim());

    /// <summary>The redemption state of a word whose meaning is not known: never final.</summary>
    /// <param name="word">The word; may be null.</param>
    /// <returns>The word as it is, or the unknown state.</returns>
    public static RedemptionState RedemptionOf(string? word) =>
        string.IsNullOrWhiteSpace(word) || Redemptions.Contains(new(Plain(word))) ? default : new(word.Trim());

    /// <summary>What is the same for all spellings of a word.</summary>
    internal static string KeyOf(string? word) => Normalize(word).Replace("_", "", StringComparison.Ordinal);

    private static string Plain(string word) => KeyOf(word) is { Length: > 0 } text ? text : "-";
}
