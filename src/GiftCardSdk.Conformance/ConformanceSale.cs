namespace GiftCardSdk.Conformance;

/// <summary>An order that the stand-in really sold.</summary>
/// <param name="Key">The caller's key that it came with (<see cref="OrderReference.ProviderKey"/>).</param>
/// <param name="OrderId">The provider's id of the order, as <see cref="Order.Id"/> shows it.</param>
/// <param name="Cards">How many cards.</param>
/// <param name="FaceValue">The face value of all cards together.</param>
public sealed record ConformanceSale(string Key, string OrderId, int Cards, Money FaceValue);
