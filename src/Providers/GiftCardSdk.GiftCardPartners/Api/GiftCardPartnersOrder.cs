using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>An order as the provider shows it. Its answers are not documented; most of what is here was seen in client code of the sister deployment.</summary>
public sealed record GiftCardPartnersOrder
{
    /// <summary>The provider's id, an opaque text. Source: API reference; the name is documented, its place third-party.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>What was ordered: a word of <see cref="GiftCardPartnersWords.OrderType"/>. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    /// <summary>How far it has come: a word of <see cref="GiftCardPartnersWords.Status"/>. Source: API reference; that there is one is documented, its name third-party.</summary>
    [JsonPropertyName("Status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>The caller's own number; null where it is not shown. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("PONumber")]
    public string? PONumber { get; init; }

    /// <summary>The note it came with; null where it is not shown. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("Note")]
    public string? Note { get; init; }

    /// <summary>When it was made, in ISO 8601; null where it is not shown. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("CreatedDate")]
    public string? CreatedDate { get; init; }

    /// <summary>The lines; empty while it is pending, and null in a list of orders. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("LineItems")]
    [WireStrict(EveryRow = true)]
    public IReadOnlyList<GiftCardPartnersOrderLine?>? LineItems { get; init; }

    /// <summary>Id, number, type and status, never a card.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftCardPartnersOrder {{ Id = {Id}, PONumber = {PONumber}, Type = {Type}, Status = {Status}, Lines = {LineItems?.Count} }}";
}

/// <summary>A line of an order as the provider shows it.</summary>
public sealed record GiftCardPartnersOrderLine
{
    /// <summary>The provider's id of the line. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    /// <summary>The product. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ProductId")]
    public string? ProductId { get; init; }

    /// <summary>The face value of one card, in units of the product's currency. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Value")]
    [WireStrict]
    public decimal? Value { get; init; }

    /// <summary>How many cards. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Quantity")]
    public int? Quantity { get; init; }

    /// <summary>What the account pays; of all cards or of one is assumed (<see cref="GiftCardPartnersWireAssumptions.CostIsLineTotal"/>). Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Cost")]
    public decimal? Cost { get; init; }

    /// <summary>How far the line has come, in the words of the order's own status. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Status")]
    [WireStrict]
    public string? Status { get; init; }

    /// <summary>The language. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Culture")]
    public string? Culture { get; init; }

    /// <summary>The look it was ordered with; null for none. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("BrandingId")]
    public string? BrandingId { get; init; }

    /// <summary>The theme of the claim page. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Theme")]
    public string? Theme { get; init; }

    /// <summary>The caller's own id of the line; null where it is not shown, which is likely. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ExternalId")]
    public string? ExternalId { get; init; }

    /// <summary>What the recipient reads; null for nothing. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Personalization")]
    public GiftCardPartnersPersonalization? Personalization { get; init; }

    /// <summary>The cards, one element each; empty unless links were ordered and are ready. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ClaimData")]
    [WireStrict(EveryRow = true)]
    public IReadOnlyList<GiftCardPartnersClaim?>? ClaimData { get; init; }

    /// <summary>Product, value, quantity and status, never a recipient or a card.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftCardPartnersOrderLine {{ Id = {Id}, ProductId = {ProductId}, Value = {Value}, Quantity = {Quantity}, Status = {Status}, Cards = {ClaimData?.Count} }}";
}

/// <summary>One card. Whoever holds its link can claim it, so everything but its id is a secret.</summary>
public sealed record GiftCardPartnersClaim
{
    /// <summary>The provider's id of the card. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    /// <summary>Where the card is claimed. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ClaimLink")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? ClaimLink { get; init; }

    /// <summary>What the link asks the recipient for; null for nothing. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("ClaimLinkChallengeAnswer")]
    [WireStrict]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? ClaimLinkChallengeAnswer { get; init; }

    /// <summary>Address of a picture of the card's barcode, as good as the card; null for none. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("BarcodePath")]
    [JsonConverter(typeof(WireSecretConverter))]
    public Secret? BarcodePath { get; init; }

    /// <summary>The symbology of the barcode, such as <c>CODE128</c>; null for none. Source: client code of the sister deployment; third-party.</summary>
    [JsonPropertyName("BarcodeType")]
    public string? BarcodeType { get; init; }

    /// <summary>
    /// What else stands there, by name, as JSON: the sister hands out card codes to accounts with a special approval, under names that are not
    /// known. Empty for nothing. Secrets all of them.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, Secret> OtherMembers =>
        Further is null
            ? new Dictionary<string, Secret>(StringComparer.Ordinal)
            : Further.ToDictionary(member => member.Key, member => new Secret(member.Value.GetRawText()), StringComparer.Ordinal);

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Further { get; set; }

    /// <summary>The id alone, never anything that can be claimed.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersClaim {{ Id = {Id} }}";
}
