using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>The layouts that were made for the account.</summary>
public sealed record HuurayTemplateList : HuurayAnswer
{
    private IReadOnlyList<HuurayTemplate> _templates = [];
    private IReadOnlyList<HuurayPdfTemplate> _pdfTemplates = [];

    /// <summary>Layouts of e-mails and text messages; empty where Huuray says 404. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<HuurayTemplate> Templates
    {
        get => _templates;
        init => _templates = value;
    }

    /// <summary>Layouts of PDFs; an account may have only these. Source: vendor's clients; documented there.</summary>
    [JsonIgnore]
    public IReadOnlyList<HuurayPdfTemplate> PdfTemplates
    {
        get => _pdfTemplates;
        init => _pdfTemplates = value;
    }

    [JsonInclude]
    [JsonPropertyName("Templates")]
    [WireStrict]
    internal IReadOnlyList<HuurayTemplate?>? TemplatesOnWire
    {
        get => _templates;
        set => (_templates, IsListed) = (HuurayRows.Of(value), true);
    }

    [JsonInclude]
    [JsonPropertyName("PDFTemplates")]
    internal IReadOnlyList<HuurayPdfTemplate?>? PdfTemplatesOnWire
    {
        get => _pdfTemplates;
        set => (_pdfTemplates, IsListed) = (HuurayRows.Of(value), true);
    }

    private protected override bool ShowsSomething => IsListed;
}

/// <summary>The layout of an e-mail or a text message. Its type decides how an order that names it is delivered.</summary>
public sealed record HuurayTemplate
{
    /// <summary>What an order names. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    /// <summary>Its name, for people. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>What it is a layout of (<see cref="HuurayWords.TemplateType"/>). Source: vendor's OpenAPI file; its words are from vendor's tests and inferred.</summary>
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    /// <summary>Its language, two letters. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Language")]
    public string? Language { get; init; }

    /// <summary>Who it comes from; an order cannot say otherwise. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Sender")]
    public string? Sender { get; init; }

    /// <summary>The subject of the e-mail; null for text messages. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Subject")]
    public string? Subject { get; init; }

    /// <summary>The text as HTML. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("FormattedText")]
    public string? FormattedText { get; init; }

    /// <summary>The text without markup. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("PlainText")]
    public string? PlainText { get; init; }
}

/// <summary>The layout of a PDF.</summary>
public sealed record HuurayPdfTemplate
{
    /// <summary>What an order or a PDF call names. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Uid")]
    public required string Uid { get; init; }

    /// <summary>Its name, for people. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>A word of Huuray's, such as <c>Standard</c>. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    /// <summary>Its language, two letters. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Language")]
    public string? Language { get; init; }

    /// <summary>The only country whose products it fits, two letters; null for any. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Country")]
    public string? Country { get; init; }

    /// <summary>The only brand it fits; null for any. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("BrandName")]
    public string? BrandName { get; init; }
}
