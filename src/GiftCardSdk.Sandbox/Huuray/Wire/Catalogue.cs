using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

internal sealed record ListProducts(bool? All);

internal sealed record ProductRow
{
    /// <summary>Left out of the public catalogue, as is <see cref="Discount"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProductToken { get; init; }

    public string? BrandName { get; init; }

    public string? Country { get; init; }

    public string? CountryCode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Discount { get; init; }

    /// <summary>One text with commas, not an array.</summary>
    public string? Denominations { get; init; }

    public string? Currency { get; init; }

    public string? RealTimeStock { get; init; }

    public string? Categories { get; init; }

    public string? LanguageCode { get; init; }

    public bool Active { get; init; }

    public string? BrandDescription { get; init; }

    public string? RedemptionInstructions { get; init; }

    public string? LogoFile { get; init; }
}

internal sealed record CatalogueReply(IReadOnlyList<ProductRow>? Products) : Envelope;

internal sealed record GetStock
{
    public required string ProductToken { get; init; }

    public int? Value { get; init; }
}

internal sealed record StockReply(int? Stock) : Envelope;

internal sealed record TemplateRow(
    int Id,
    string? Name,
    string? Type,
    string? Language,
    string? Sender,
    string? Subject,
    string? FormattedText,
    string? PlainText
);

internal sealed record PdfTemplateRow(string? Uid, string? Name, string? Type, string? Language, string? Country, string? BrandName);

internal sealed record TemplatesReply(
    IReadOnlyList<TemplateRow>? Templates,
    [property: JsonPropertyName("PDFTemplates")] IReadOnlyList<PdfTemplateRow>? PdfTemplates
) : Envelope;
