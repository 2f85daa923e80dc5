using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>An order, as it was just taken or as a search shows it. There is no status of an order: its cards tell.</summary>
public sealed record HuurayOrder : HuurayAnswer
{
    /// <summary>Huuray's id of the order; empty where it names none, and <see cref="RefId"/> is the only handle. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("OrderUID")]
    [WireStrict]
    [AllowNull]
    public string OrderUid
    {
        get => field ?? "";
        init;
    }

    /// <summary>The caller's own id, as it was sent; null if there was none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("RefID")]
    public string? RefId { get; init; }

    /// <summary>The cards; empty while an order is worked off. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Vouchers")]
    [WireStrict(EveryRow = true)]
    [AllowNull]
    public IReadOnlyList<HuurayVoucher> Vouchers
    {
        get => field ?? [];
        init => field = HuurayRows.Of(value);
    }

    /// <summary>Ids and the number of cards, never a card.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayOrder {{ OrderUid = {OrderUid}, RefId = {RefId}, Vouchers = {Vouchers.Count} }}";

    /// <summary>Whether there is an order: the schema lets one come without an id.</summary>
    internal bool IsOrder => !string.IsNullOrWhiteSpace(OrderUid) || Vouchers.Count > 0;

    private protected override bool ShowsSomething => IsOrder || !string.IsNullOrWhiteSpace(RefId);

    /// <summary>What cannot be named cannot be asked about; and read as "no order", an empty answer would buy twice.</summary>
    private protected override bool IsAnswer => ShowsSomething || Status == HuurayErrors.NotFound;
}

/// <summary>A card. Whoever holds its values can spend it; they print masked.</summary>
public sealed record HuurayVoucher
{
    /// <summary>Huuray's id of the card, for resend, cancel, search and PDF; null while there is none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("ID")]
    public string? Id { get; init; }

    /// <summary>The code; null if it has none or this account may not see it. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public Secret? Code
    {
        get => CodeOnWire.Value;
        init => CodeOnWire = HuurayBearer.Of(value);
    }

    /// <summary>The security code; null if it has none or this account may not see it. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public Secret? Cvv
    {
        get => CvvOnWire.Value;
        init => CvvOnWire = HuurayBearer.Of(value);
    }

    /// <summary>The link that leads to the card; null if it has none or this account may not see it. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public Secret? RedeemLink
    {
        get => RedeemLinkOnWire.Value;
        init => RedeemLinkOnWire = HuurayBearer.Of(value);
    }

    /// <summary>When it expires, as written; null if it is not said. Source: vendor's OpenAPI file; its form is assumed.</summary>
    [JsonPropertyName("Expires")]
    public string? Expires { get; init; }

    /// <summary>Who gets it; null if it was returned. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Recipient")]
    public HuurayRecipient? Recipient { get; init; }

    /// <summary>
    /// Whether its values are there but blank or null: this account may not see them (Huuray's option <c>ReturnCode</c> is off), or a search did not
    /// name this card.
    /// </summary>
    [JsonIgnore]
    public bool IsWithheld => !HasValue && (CodeOnWire.IsThere || CvvOnWire.IsThere || RedeemLinkOnWire.IsThere);

    /// <summary>Whether it comes back to the caller: without a recipient, or with one that has no address.</summary>
    internal bool IsReturned => Recipient is null or { Email: null or "", Phone: null or "" };

    /// <summary>Whether it is withheld as a blank text, which says that there is a value.</summary>
    internal bool IsBlank => !HasValue && (CodeOnWire.IsBlank || CvvOnWire.IsBlank || RedeemLinkOnWire.IsBlank);

    internal bool HasValue => (Code ?? Cvv ?? RedeemLink) is not null;

    [JsonInclude]
    [JsonPropertyName("Code")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [WireStrict]
    internal HuurayBearer CodeOnWire { get; init; }

    [JsonInclude]
    [JsonPropertyName("CVV")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [WireStrict]
    internal HuurayBearer CvvOnWire { get; init; }

    [JsonInclude]
    [JsonPropertyName("RedeemLink")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [WireStrict]
    internal HuurayBearer RedeemLinkOnWire { get; init; }

    /// <summary>The id and the day, never a value or the recipient.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayVoucher {{ Id = {Id}, Expires = {Expires}, {Secret.Mask} }}";
}
