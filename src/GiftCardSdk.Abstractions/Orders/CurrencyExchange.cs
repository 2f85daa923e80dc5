namespace GiftCardSdk;

/// <summary>How a face value in one currency was paid in another.</summary>
/// <param name="From">What was bought, in its own currency.</param>
/// <param name="To">What was paid for it, the fee included.</param>
/// <param name="Rate">Units of the paid currency for one unit of the bought one; null if the provider does not say.</param>
/// <param name="Fee">What of <paramref name="To"/> was the fee for converting; null if the provider does not say. Where it says a percentage, that share, rounded to what can be paid.</param>
public sealed record CurrencyExchange(Money From, Money To, decimal? Rate = null, Money? Fee = null);
