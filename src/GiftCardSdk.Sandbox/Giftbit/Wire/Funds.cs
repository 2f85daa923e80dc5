using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftbit.Wire;

internal sealed record CurrencyFunds(long AvailableInCents, long PendingInCents, long ReservedInCents);

internal sealed record FundsReply(
    Info Info,
    [property: JsonPropertyName("fundsbycurrency")] IReadOnlyDictionary<string, CurrencyFunds> FundsByCurrency
);

internal sealed record AddFunds
{
    public string? Id { get; init; }

    [JsonPropertyName("currencyisocode")]
    public string? Currency { get; init; }

    public long? FundAmountInCents { get; init; }
}
