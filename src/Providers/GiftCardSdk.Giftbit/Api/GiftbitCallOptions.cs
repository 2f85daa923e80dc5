namespace GiftCardSdk.Giftbit;

/// <summary>Settings of one call of <see cref="IGiftbitApi"/>.</summary>
public sealed record GiftbitCallOptions
{
    /// <summary>Has Giftbit answer 429 instead of doing anything, so that the handling of limits can be tried. Sandbox only. Source: production checklist; documented.</summary>
    public bool SimulateRateLimit { get; init; }
}
