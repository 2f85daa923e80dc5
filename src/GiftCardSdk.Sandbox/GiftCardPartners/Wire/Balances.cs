namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

internal sealed record BalanceReply(decimal Available, decimal Pending, string? CurrencyCode);

/// <summary>The same under the longer names.</summary>
internal sealed record SuffixedBalanceReply(decimal AvailableBalance, decimal PendingBalance, string? CurrencyCode);
