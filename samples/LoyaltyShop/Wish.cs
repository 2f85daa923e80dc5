using GiftCardSdk;

namespace LoyaltyShop;

/// <summary>How far a wish has come. A card that is bought is final; whatever somebody else was told before, its points are spent.</summary>
internal enum WishState
{
    Open,
    Refused,
    Bought,
}

/// <summary>Points that a customer wants to turn into a card.</summary>
/// <param name="Id">Made with the form, so that the same form sent twice is the same wish.</param>
/// <param name="Customer">Whose points these are, and whose card it will be.</param>
/// <param name="Product">The provider's product.</param>
/// <param name="Value">What the card is worth.</param>
internal sealed record Wish(string Id, string Customer, string Product, Money Value)
{
    private const int PointsPerUnit = 100;

    public int Points => PointsFor(Value);

    public WishState State { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    public static int PointsFor(Money value) => (int)(value.Amount * PointsPerUnit);
}
