namespace GiftCardSdk.Sandbox.Huuray.Wire;

internal sealed record CurrencyBalance(string? Currency, long Balance, bool Master);

internal sealed record BalanceReply(IReadOnlyList<CurrencyBalance>? Balances) : Envelope;

internal sealed record ExchangeRateReply(decimal? ExchangeRate, int? Spread) : Envelope;
