namespace GiftCardSdk;

/// <summary>What an order costs besides its face value, or a discount if negative.</summary>
/// <param name="Kind">The provider's own word for it, such as <c>UPFRONT_PER_GIFT_FEE</c>.</param>
/// <param name="Amount">The amount, in the currency it is charged in; negative for a discount.</param>
/// <param name="Tax">The tax on it, if the provider says one.</param>
public sealed record OrderFee(string Kind, Money Amount, Money? Tax = null);
