using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Which PDFs are wanted. What is null is not sent.</summary>
public sealed record HuurayPdfQuery
{
    /// <summary>Huuray's id of the order; one of at most three recipients. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("OrderUID")]
    public required string OrderUid { get; init; }

    /// <summary>One card; null for all that are not cancelled. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("VoucherID")]
    [JsonConverter(typeof(WireIdConverter))]
    public string? VoucherId { get; init; }

    /// <summary>The layout; null for that of the order, which must have had one then. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("PDFTemplateUid")]
    public string? PdfTemplateUid { get; init; }

    /// <summary>True for one file with all cards; otherwise one a card. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Combine")]
    public bool? Combine { get; init; }
}

/// <summary>The PDFs of an order, or word that they are not ready.</summary>
public sealed record HuurayPdf : HuurayAnswer
{
    /// <summary>Huuray's id of the order. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; init; }

    /// <summary>The files; empty while they are not ready. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Documents")]
    [WireStrict(EveryRow = true)]
    [AllowNull]
    public IReadOnlyList<HuurayPdfDocument> Documents
    {
        get => field ?? [];
        init => field = HuurayRows.Of(value);
    }

    /// <summary>False where the order is still worked at, or a supplier has not given a code yet (status 202): ask again. Source: vendor's clients; documented there.</summary>
    [JsonIgnore]
    public bool IsReady { get; init; }

    /// <summary>How long Huuray asks to wait before that; null if it does not. Source: vendor's clients; documented there.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    private protected override bool ShowsSomething => Documents.Count > 0;
}

/// <summary>A PDF with cards in it: whoever has it can spend them.</summary>
public sealed record HuurayPdfDocument
{
    /// <summary>The cards in it. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("VoucherIDs")]
    [AllowNull]
    public IReadOnlyList<string> VoucherIds
    {
        get => field ?? [];
        init;
    }

    /// <summary>Its layout; null where a combined file mixes several. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("PDFTemplateUid")]
    public string? PdfTemplateUid { get; init; }

    /// <summary>The file name that Huuray suggests. Not safe as a path. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("FileName")]
    public string? FileName { get; init; }

    /// <summary>The media type, <c>application/pdf</c>. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("ContentType")]
    public string? ContentType { get; init; }

    /// <summary>The file itself, which comes as base64; empty while there is none. Source: vendor's clients; documented there, that it may be null is vendor's tests.</summary>
    [JsonPropertyName("Content")]
    [JsonConverter(typeof(WireBytesConverter))]
    [WireStrict]
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Cards and size, never the content.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayPdfDocument {{ VoucherIds = [{string.Join(", ", VoucherIds)}], {Content.Length} bytes }}";
}
