using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftbit.Wire;

/// <summary>The body of all three create operations; each reads the members it knows.</summary>
internal sealed record CreateOrder
{
    public string? Id { get; init; }

    public IReadOnlyList<Contact>? Contacts { get; init; }

    public long? PriceInCents { get; init; }

    public IReadOnlyList<string>? BrandCodes { get; init; }

    public string? BrandCode { get; init; }

    public string? Region { get; init; }

    public string? GiftTemplate { get; init; }

    public string? Message { get; init; }

    public string? Subject { get; init; }

    public string? Expiry { get; init; }

    public string? DeliveryType { get; init; }

    public int? LinkCount { get; init; }
}

internal sealed record Contact
{
    public string? Email { get; init; }

    public string? Firstname { get; init; }

    public string? Lastname { get; init; }
}

internal sealed record ContactResult(string? Email, string? Firstname, string? Lastname)
{
    /// <summary>Misspelt with one s, as recorded.</summary>
    [JsonPropertyName("added_succesfully")]
    public bool? AddedMisspelt { get; init; }

    [JsonPropertyName("added_successfully")]
    public bool? Added { get; init; }

    public string? Message { get; init; }
}

internal sealed record Campaign
{
    public string? CompanyName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Subject { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<ContactResult>? Contacts { get; init; }

    public long? PriceInCents { get; init; }

    public IReadOnlyList<string>? BrandCodes { get; init; }

    public string? Region { get; init; }

    public required string Status { get; init; }

    public required string Uuid { get; init; }

    public bool SuppressDefaultGreeting { get; init; }

    public string? DeliveryType { get; init; }

    public string? GiftTemplate { get; init; }

    public string? Expiry { get; init; }

    public int? LinkCount { get; init; }

    public int? ContactsSuccessCount { get; init; }

    public int? ContactsFailureCount { get; init; }

    public required Fees Fees { get; init; }

    public required string Id { get; init; }
}

internal sealed record EmbeddedCampaign(string Uuid, string Id, string BrandCode, long PriceInCents, Fees Fees);

internal sealed record Fees(IReadOnlyList<CostEntry> CostEntries, long SubtotalInCents, long TaxInCents, string TaxType, long TotalInCents);

internal sealed record CostEntry
{
    public decimal Percentage { get; init; }

    public required string FeeType { get; init; }

    public long AmountInCents { get; init; }

    public required string Currency { get; init; }

    public string TaxType { get; init; } = "NOTAX";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? TaxInCents { get; init; }

    public int NumberOfGifts { get; init; }

    public long FeePerGiftInCents { get; init; }
}

internal sealed record CampaignReply(Info Info, Campaign Campaign)
{
    public int? Status { get; init; }

    public IReadOnlyList<string>? DirectLinks { get; init; }
}

internal sealed record EmbeddedReply(Info Info, int Status, EmbeddedCampaign Campaign)
{
    public string? GiftLink { get; init; }
}
