using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The prepaid balance.</summary>
public sealed record GiftronautBalance : IGiftronautBody
{
    static string IGiftronautBody.KeyMember => "availableBalance";

    /// <summary>What can be spent now; orders under way are taken off already. Source: API reference; documented.</summary>
    [JsonPropertyName("availableBalance")]
    public required GiftronautMoney AvailableBalance { get; init; }

    /// <summary>What orders under way have taken; null if not said. Source: API reference; documented.</summary>
    [JsonPropertyName("pendingBalance")]
    public GiftronautMoney? PendingBalance { get; init; }

    /// <summary>The reward balance; null if not said. Source: API reference for its existence; its name is assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("rewardBalance")]
    public GiftronautMoney? RewardBalance { get; init; }

    /// <summary>All of it; null if not said. Source: API reference for its existence; its name is assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("totalBalance")]
    public GiftronautMoney? TotalBalance { get; init; }
}

/// <summary>One movement of the balance.</summary>
[Experimental("GCSDK001")]
public sealed record GiftronautLedgerEntry
{
    /// <summary>The order's id, for what orders take and give back; null if there is none. Source: client code; third-party.</summary>
    [JsonPropertyName("referenceNumber")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? ReferenceNumber { get; init; }

    /// <summary>What kind it is (<see cref="GiftronautWords.LedgerType"/>). Source: API reference for the words; the member's name is assumed.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>How much; its sign is not documented. Assumed.</summary>
    [JsonPropertyName("amount")]
    public GiftronautMoney? Amount { get; init; }

    /// <summary>What is said of it; null if nothing. Assumed.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>When it was; null if not said. Assumed.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>What was left after it; null if not said. Assumed.</summary>
    [JsonPropertyName("balanceAfter")]
    public GiftronautMoney? BalanceAfter { get; init; }
}

/// <summary>A request to top the balance up by bank transfer. Only in production. Prints masked.</summary>
public sealed record GiftronautTopUp
{
    /// <summary>The least that can be asked for, in US dollars. Source: API reference; documented.</summary>
    public const int MinAmount = 100;

    /// <summary>How much, in whole US dollars, at least 100. Source: API reference; documented.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>The company's name. Source: API reference; documented.</summary>
    [JsonPropertyName("companyName")]
    public required string CompanyName { get; init; }

    /// <summary>The company's web site; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("companyWebsite")]
    public string? CompanyWebsite { get; init; }

    /// <summary>The company's telephone number. Source: API reference; documented.</summary>
    [JsonPropertyName("phoneNumber")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string PhoneNumber { get; init; }

    /// <summary>Street and number. Source: API reference; documented.</summary>
    [JsonPropertyName("billingAddress")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string BillingAddress { get; init; }

    /// <summary>The city. Source: API reference; documented.</summary>
    [JsonPropertyName("city")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string City { get; init; }

    /// <summary>The state. Source: API reference; documented.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>The country, such as <c>US</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("country")]
    public required string Country { get; init; }

    /// <summary>The postal code. Source: API reference; documented.</summary>
    [JsonPropertyName("zipCode")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string ZipCode { get; init; }

    /// <summary>The company's tax number (EIN). Source: API reference; documented.</summary>
    [JsonPropertyName("ein")]
    public required string Ein { get; init; }

    /// <summary>The amount alone, never whose it is.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => FormattableString.Invariant($"GiftronautTopUp {{ Amount = {Amount} }}");
}

/// <summary>A top-up that was asked for. Its end is told by webhook alone.</summary>
public sealed record GiftronautTopUpReply : IGiftronautBody
{
    static string IGiftronautBody.KeyMember => "fundingNo";

    /// <summary>The number of the top-up. Source: API reference; documented.</summary>
    [JsonPropertyName("fundingNo")]
    [JsonConverter(typeof(WireTextConverter))]
    public required string FundingNo { get; init; }

    /// <summary>How much was asked for. Source: API reference; documented.</summary>
    [JsonPropertyName("amount")]
    public GiftronautMoney? Amount { get; init; }

    /// <summary>Always <c>PENDING</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>When it was asked for; null if not said. Source: API reference; documented.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }
}
