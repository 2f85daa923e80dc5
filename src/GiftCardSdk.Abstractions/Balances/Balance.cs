namespace GiftCardSdk;

/// <summary>What an account holds in one currency. Only <see cref="Available"/> can be spent.</summary>
/// <remarks>
/// Providers use "pending" for opposite things; here money on its way in is <see cref="Incoming"/> and money held back is <see cref="Reserved"/>.
/// Where a provider converts currencies by itself or parks an order for lack of funds, an empty balance in one currency does not mean a refusal.
/// </remarks>
public sealed record Balance
{
    /// <summary>The currency; usually ISO 4217, or a provider's own code such as Giftbit's demo credit <c>PRO</c>.</summary>
    public string Currency => Available.Currency;

    /// <summary>What can be spent now.</summary>
    public required Money Available { get; init; }

    /// <summary>What was sent to the provider and has not arrived; null if the provider does not say.</summary>
    public Money? Incoming { get; init; }

    /// <summary>What is held for rewards that are not claimed yet; null if the provider does not say.</summary>
    public Money? Reserved { get; init; }
}
