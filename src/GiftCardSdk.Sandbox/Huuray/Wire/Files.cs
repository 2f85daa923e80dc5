using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

internal sealed record GetPdf
{
    [JsonPropertyName("OrderUID")]
    public required string OrderUid { get; init; }

    [JsonPropertyName("VoucherID")]
    public int? VoucherId { get; init; }

    [JsonPropertyName("PDFTemplateUid")]
    public string? PdfTemplateUid { get; init; }

    public bool? Combine { get; init; }
}

internal sealed record PdfDocument(
    [property: JsonPropertyName("VoucherIDs")] IReadOnlyList<int> VoucherIds,
    [property: JsonPropertyName("PDFTemplateUid")] string? PdfTemplateUid,
    string? FileName,
    string? ContentType,
    string? Content
);

internal sealed record PdfReply([property: JsonPropertyName("OrderUID")] string? OrderUid, IReadOnlyList<PdfDocument> Documents) : Envelope;

internal sealed record UploadReply(string? Token, string? FileName, string? ContentType, long Size) : Envelope;
