using System.Text.Json.Serialization;

namespace GiftCardSdk.Giftbit;

/// <summary>The account's balances.</summary>
public sealed record GiftbitFunds
{
    /// <summary>Balances by currency; usually ISO 4217, or a code of Giftbit's own such as the demo credit <c>PRO</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("fundsbycurrency")]
    public required IReadOnlyDictionary<string, GiftbitFund> FundsByCurrency { get; init; }

    /// <summary>What the answer says about itself. Source: API reference; documented.</summary>
    [JsonPropertyName("info")]
    public GiftbitInfo? Info { get; init; }
}

/// <summary>The balance in one currency. Recorded figures come close to 32 bits, hence 64.</summary>
public sealed record GiftbitFund
{
    /// <summary>What can be spent now, in hundredths. Source: API reference; documented.</summary>
    [JsonPropertyName("available_in_cents")]
    public required long AvailableInCents { get; init; }

    /// <summary>What was sent to Giftbit and has not cleared, in hundredths. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("pending_in_cents")]
    public long? PendingInCents { get; init; }

    /// <summary>What is held for unclaimed, unexpired rewards, in hundredths. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("reserved_in_cents")]
    public long? ReservedInCents { get; init; }
}

/// <summary>A top-up of the account by the credit card stored in Giftbit's portal.</summary>
public sealed record GiftbitTopUp
{
    /// <summary>The caller's own id, unique over all top-ups; a repeat never charges again. Source: API reference; documented.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Currency: <c>USD</c> or <c>CAD</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("currencyisocode")]
    public required string Currency { get; init; }

    /// <summary>The amount in hundredths; each account has bounds of its own. Giftbit adds 2.9 % for the card. Source: API reference and production checklist; documented.</summary>
    [JsonPropertyName("fund_amount_in_cents")]
    public required long AmountInCents { get; init; }
}
