using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// What of a campaign is set or changed; what is null stays as it is, or is GIFQ's default. Texts may hold <c>{{recipient_name}}</c> and
/// <c>{{amount}}</c>. GIFQ's reference gives the meaning of each member but not its name: compare the answer by <see cref="FindIgnored"/>.
/// </summary>
[Experimental("GCSDK001")]
public sealed record GifqCampaignEdit
{
    /// <summary>The campaign's name; a new one needs it. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Who the e-mails are from; the company's name by default. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("sender_name")]
    public string? SenderName { get; init; }

    /// <summary>A description; see <see cref="ClearsDescription"/> to take one away. Source: API reference for its existence; its name is assumed.</summary>
    [JsonIgnore]
    public string? Description { get; init; }

    /// <summary>Whether the description is taken away.</summary>
    [JsonIgnore]
    public bool ClearsDescription { get; init; }

    /// <summary>Headline of the redeem page; a greeting by default. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("webpage_headline")]
    public string? WebpageHeadline { get; init; }

    /// <summary>Text of the redeem page; a prompt to claim by default. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("webpage_body")]
    public string? WebpageBody { get; init; }

    /// <summary>Subject of the e-mail; not empty when the campaign is activated. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("email_subject")]
    public string? EmailSubject { get; init; }

    /// <summary>Text of the e-mail; not empty when the campaign is activated. Source: API reference for its existence; its name is assumed.</summary>
    [JsonPropertyName("email_body")]
    public string? EmailBody { get; init; }

    /// <summary>The brands that recipients may not choose, by <see cref="GifqBrand.Id"/>; empty for every available brand, null for no change. Source: API reference; documented.</summary>
    [JsonPropertyName("excluded_brand_ids")]
    public IReadOnlyList<string>? ExcludedBrandIds { get; init; }

    [JsonInclude]
    [JsonPropertyName("description")]
    internal GifqNullableText? DescriptionOnTheWire =>
        ClearsDescription ? new GifqNullableText(null)
        : Description is null ? null
        : new GifqNullableText(Description);

    /// <summary>Another state, where campaigns change theirs by an update (<see cref="GifqWireAssumptions.ChangesCampaignStateByUpdate"/>).</summary>
    [JsonInclude]
    [JsonPropertyName("status")]
    internal string? Status { get; init; }

    /// <summary>What a campaign does not show as it was set here: GIFQ may pass over a member whose name was assumed wrongly.</summary>
    /// <param name="campaign">The campaign, as it was answered or read afterwards.</param>
    /// <returns>The names of members of this type, such as <c>EmailSubject</c>; empty if all is as it was set.</returns>
    public IReadOnlyList<string> FindIgnored(GifqCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        (string Name, bool IsThere)[] members =
        [
            (nameof(Name), Shows(Name, campaign.Name)),
            (nameof(SenderName), Shows(SenderName, campaign.SenderName)),
            (nameof(Description), ClearsDescription ? campaign.Description is null : Shows(Description, campaign.Description)),
            (nameof(WebpageHeadline), Shows(WebpageHeadline, campaign.WebpageHeadline)),
            (nameof(WebpageBody), Shows(WebpageBody, campaign.WebpageBody)),
            (nameof(EmailSubject), Shows(EmailSubject, campaign.EmailSubject)),
            (nameof(EmailBody), Shows(EmailBody, campaign.EmailBody)),
            (
                nameof(ExcludedBrandIds),
                ExcludedBrandIds is null || (campaign.ExcludedBrandIds ?? []).ToHashSet(StringComparer.Ordinal).SetEquals(ExcludedBrandIds)
            ),
        ];
        return [.. members.Where(member => !member.IsThere).Select(member => member.Name)];
    }

    private static bool Shows(string? set, string? shown) => set is null || string.Equals(set, shown, StringComparison.Ordinal);
}

/// <summary>A campaign: the frame that payouts are sent in.</summary>
[Experimental("GCSDK001")]
public sealed record GifqCampaign : IJsonOnDeserialized
{
    /// <summary>The campaign's UUID. Source: API reference; documented, its JSON name is assumed.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string Id
    {
        get => field ?? "";
        init;
    }

    /// <summary>Its state (<see cref="GifqWords.CampaignStatus"/>). Source: getting started; documented, its spelling is inferred.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Its name. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("name")]
    public string? Name
    {
        get => field ?? Title;
        init;
    }

    /// <summary>Who the e-mails are from. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("sender_name")]
    public string? SenderName { get; init; }

    /// <summary>The description; null if there is none. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Headline of the redeem page. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("webpage_headline")]
    public string? WebpageHeadline
    {
        get => field ?? WebpageTitle ?? RedeemHeadline;
        init;
    }

    /// <summary>Text of the redeem page. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("webpage_body")]
    public string? WebpageBody
    {
        get => field ?? WebpageText ?? RedeemBody;
        init;
    }

    /// <summary>Subject of the e-mail. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("email_subject")]
    public string? EmailSubject
    {
        get => field ?? MailSubject;
        init;
    }

    /// <summary>Text of the e-mail. Source: API reference for its existence; its JSON name is assumed.</summary>
    [JsonPropertyName("email_body")]
    public string? EmailBody
    {
        get => field ?? MailBody;
        init;
    }

    /// <summary>The brands that recipients may not choose; null if not shown. Source: API reference; documented.</summary>
    [JsonPropertyName("excluded_brand_ids")]
    public IReadOnlyList<string>? ExcludedBrandIds { get; init; }

    /// <summary>When it was made, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? CreatedAt { get; init; }

    /// <summary>When it was last changed, as written; null if not said. Source: assumed.</summary>
    [JsonPropertyName("updated_at")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? UpdatedAt { get; init; }

    /// <summary>Every other member: a campaign has branding and perhaps a kind of payout, whose names no document gives.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> Further => FurtherOnTheWire ?? [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? FurtherOnTheWire { get; set; }

    [JsonInclude]
    [JsonPropertyName("title")]
    internal string? Title { get; init; }

    [JsonInclude]
    [JsonPropertyName("webpage_title")]
    internal string? WebpageTitle { get; init; }

    [JsonInclude]
    [JsonPropertyName("redeem_headline")]
    internal string? RedeemHeadline { get; init; }

    [JsonInclude]
    [JsonPropertyName("webpage_text")]
    internal string? WebpageText { get; init; }

    [JsonInclude]
    [JsonPropertyName("redeem_body")]
    internal string? RedeemBody { get; init; }

    [JsonInclude]
    [JsonPropertyName("mail_subject")]
    internal string? MailSubject { get; init; }

    [JsonInclude]
    [JsonPropertyName("mail_body")]
    internal string? MailBody { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => GifqJson.DemandId(Id);
}

/// <summary>A text that is written even where it is null, which in an update is not the same as leaving it out.</summary>
/// <param name="Value">The text, or null.</param>
[JsonConverter(typeof(GifqNullableTextConverter))]
internal readonly record struct GifqNullableText(string? Value);

/// <summary>Writes the text itself.</summary>
internal sealed class GifqNullableTextConverter : JsonConverter<GifqNullableText>
{
    public override GifqNullableText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, GifqNullableText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
