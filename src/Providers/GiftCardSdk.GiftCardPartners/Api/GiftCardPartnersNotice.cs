using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What a call to <see cref="GiftCardPartnersWebhookSettings.FulfillmentComplete"/> says. It is a hint and no more: nothing signs it, it may come
/// twice, late or never. Read the order it names (<see cref="IGiftCardStatus.GetAsync"/>) and believe only that.
/// </summary>
[Experimental("GCSDK001")]
public sealed record GiftCardPartnersNotice
{
    /// <summary>The provider's id of the order; null if only <see cref="PONumber"/> is told. Assumed.</summary>
    [JsonIgnore]
    public string? OrderId => Id ?? OrderIdMember ?? Order?.Id ?? Order?.OrderIdMember;

    /// <summary>The caller's own number of the order (<see cref="OrderReference.ProviderKey"/>); null if it is not told. Assumed.</summary>
    [JsonIgnore]
    public string? PONumber => PONumberMember ?? Order?.PONumberMember;

    /// <summary>The status that it tells, not to be believed; null if it is not told. Assumed.</summary>
    [JsonIgnore]
    public string? Status => StatusMember ?? Order?.StatusMember;

    [JsonInclude]
    [JsonPropertyName("Id")]
    internal string? Id { get; init; }

    [JsonInclude]
    [JsonPropertyName("OrderId")]
    internal string? OrderIdMember { get; init; }

    [JsonInclude]
    [JsonPropertyName("PONumber")]
    internal string? PONumberMember { get; init; }

    [JsonInclude]
    [JsonPropertyName("Status")]
    internal string? StatusMember { get; init; }

    [JsonInclude]
    [JsonPropertyName("Order")]
    internal GiftCardPartnersNotice? Order { get; init; }

    /// <summary>Reads the body of such a call, whoever sent it.</summary>
    /// <param name="body">The body, UTF-8 with or without a byte order mark, or UTF-16.</param>
    /// <param name="notice">What it says; null if it names no order.</param>
    /// <returns>Whether it names an order.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out GiftCardPartnersNotice? notice)
    {
        try
        {
            notice = WireReader.Read(WireText.ToUtf8(body), GiftCardPartnersJsonContext.Default.GiftCardPartnersNotice, new());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            notice = null;
        }

        notice = string.IsNullOrWhiteSpace(notice?.OrderId ?? notice?.PONumber) ? null : notice;
        return notice is not null;
    }

    /// <summary>The ids and the status.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftCardPartnersNotice {{ OrderId = {OrderId}, PONumber = {PONumber}, Status = {Status} }}";
}
