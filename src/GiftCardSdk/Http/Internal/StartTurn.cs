namespace GiftCardSdk.Http.Internal;

/// <summary>A turn at an account's limiter that an order waited for before it began.</summary>
/// <param name="Limiter">Which limiter.</param>
/// <param name="Waited">For how long.</param>
internal sealed record StartTurn(RateLimiter Limiter, TimeSpan Waited);
