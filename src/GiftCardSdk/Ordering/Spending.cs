namespace GiftCardSdk.Ordering;

/// <summary>What one line counts against the limits of an account.</summary>
/// <param name="Amount">How much; its currency is that of the face value.</param>
/// <param name="RecipientHash">Keyed hash of whom it goes to; null if nobody is named.</param>
internal readonly record struct Spending(Money Amount, string? RecipientHash)
{
    /// <summary>Lines of which no cost is known beforehand.</summary>
    public static IReadOnlyList<Spending> AtFaceValue(IReadOnlyList<OrderLine> lines, FingerprintKey key) =>
        [.. lines.Select(line => Of(line, line.Total, key))];

    /// <summary>A line, with what it counts.</summary>
    public static Spending Of(OrderLine line, Money amount, FingerprintKey key) =>
        new(amount, line.Recipient is { } recipient ? key.OfContact(recipient) : null);
}
