namespace GiftCardSdk.Webhooks;

/// <summary>Whether anybody wants to be told: without a handler no order is written down to be looked at, and none is.</summary>
/// <param name="Any">True if there is a handler.</param>
internal sealed record HandlerPresence(bool Any);
