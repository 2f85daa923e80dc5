namespace GiftCardSdk.Conformance;

/// <summary>An order that the stand-in really sold.</summary>
/// <param name="Key">The caller's key that it came with (<see cref="OrderReference.ProviderKey"/>).</param>
/// <param name="OrderId">The provider's id of the order, as <see cref="Order.Id"/> shows it.</param>
/// <param name="Cards">How many cards.</param>
/// <param name="FaceValue">The face value of all cards together.</param>
public sealed record ConformanceSale(string Key, string OrderId, int Cards, Money FaceValue)
{
    /// <summary>
    /// The cards one by one, as the stand-in's own books have them now: what was sold, to whom, and with which code. The suites hold them against what
    /// was ordered and against what the adapter shows.
    /// </summary>
    public required IReadOnlyList<ConformanceCard> Issued { get; init; }
}
