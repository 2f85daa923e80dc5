using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>An e-mail template as it is made or replaced: what is null then is Giftronaut's default. The logo is set in the portal alone.</summary>
public sealed record GiftronautTemplateEdit
{
    /// <summary>Its name, at most 100 characters. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Who the e-mails are from. Source: API reference; documented.</summary>
    [JsonPropertyName("senderName")]
    public required string SenderName { get; init; }

    /// <summary>The text; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary><c>left</c>, <c>center</c> or <c>right</c>; null for <c>center</c>. Source: API reference; documented.</summary>
    [JsonPropertyName("imageAlignment")]
    public string? ImageAlignment { get; init; }

    /// <summary>The size of the picture, 1 to 100; null for 40. Source: API reference; documented.</summary>
    [JsonPropertyName("imageSize")]
    public int? ImageSize { get; init; }

    /// <summary>Colour of the border as <c>#RRGGBB</c>; null for the default. Source: API reference; documented.</summary>
    [JsonPropertyName("borderColor")]
    public string? BorderColor { get; init; }

    /// <summary>Colour of the button as <c>#RRGGBB</c>; null for the default. Source: API reference; documented.</summary>
    [JsonPropertyName("buttonColor")]
    public string? ButtonColor { get; init; }

    /// <summary>Colour of the button's text as <c>#RRGGBB</c>; null for the default. Source: API reference; documented.</summary>
    [JsonPropertyName("buttonFontColor")]
    public string? ButtonFontColor { get; init; }
}

/// <summary>An e-mail template.</summary>
public sealed record GiftronautTemplate : IGiftronautBody, IJsonOnDeserialized
{
    static string IGiftronautBody.KeyMember => "templateId";

    /// <summary>Its id, what an order names. Source: API reference; documented.</summary>
    [JsonPropertyName("templateId")]
    [JsonConverter(typeof(WireTextConverter))]
    [AllowNull]
    public string TemplateId
    {
        get => field ?? Id ?? "";
        init;
    }

    /// <summary>Whether it is the one that orders get which name none; null if not said. Assumed.</summary>
    [Experimental("GCSDK001")]
    [JsonPropertyName("isDefault")]
    public bool? IsDefault { get; init; }

    /// <summary>Its name. Source: API reference; documented.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Who the e-mails are from. Source: API reference; documented.</summary>
    [JsonPropertyName("senderName")]
    public string? SenderName { get; init; }

    /// <summary>The text. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Where the picture stands. Source: API reference; documented.</summary>
    [JsonPropertyName("imageAlignment")]
    public string? ImageAlignment { get; init; }

    /// <summary>The size of the picture, 1 to 100. Source: API reference; documented.</summary>
    [JsonPropertyName("imageSize")]
    public int? ImageSize { get; init; }

    /// <summary>Colour of the border. Source: API reference; documented.</summary>
    [JsonPropertyName("borderColor")]
    public string? BorderColor { get; init; }

    /// <summary>Colour of the button. Source: API reference; documented.</summary>
    [JsonPropertyName("buttonColor")]
    public string? ButtonColor { get; init; }

    /// <summary>Colour of the button's text. Source: API reference; documented.</summary>
    [JsonPropertyName("buttonFontColor")]
    public string? ButtonFontColor { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireTextConverter))]
    internal string? Id { get; init; }

    void IJsonOnDeserialized.OnDeserialized() => GiftronautIds.Demand(TemplateId);
}
