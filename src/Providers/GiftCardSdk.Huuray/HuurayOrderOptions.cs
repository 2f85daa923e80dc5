using GiftCardSdk.Texts;

namespace GiftCardSdk.Huuray;

/// <summary>What only Huuray knows about an order.</summary>
public sealed record HuurayOrderOptions : ProviderOrderOptions
{
    /// <inheritdoc/>
    public override string Provider => HuurayDefaults.Provider;

    /// <summary>With <see cref="Delivery.Email"/>: a PDF to attach (<see cref="HuurayPdfTemplate.Uid"/>); it must fit brand and country. Null for none.</summary>
    public string? PdfTemplateUid { get; init; }

    /// <summary>A text on the invoice, at most 250 characters; only where the account has that option. Null for none.</summary>
    public string? AdditionalReference { get; init; }

    /// <summary>A text on the invoice, at most 250 characters; only where the account has that option. Personal data. Null for none.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>A text on the invoice, at most 250 characters; only where the account has that option. Null for none.</summary>
    public string? ArticleNumber { get; init; }

    /// <summary>A text on the invoice, at most 250 characters; only where the account has that option. Null for none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// A purchase order that was stored with <see cref="IHuurayApi.UploadAsync"/>; only where the account has that option, and for one order. Null
    /// for none.
    /// </summary>
    public string? PurchaseOrderFileToken { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<OrderText> Texts() =>
        [
            new(nameof(PdfTemplateUid), PdfTemplateUid),
            new(nameof(AdditionalReference), AdditionalReference),
            new(nameof(CustomerReference), CustomerReference),
            new(nameof(ArticleNumber), ArticleNumber),
            new(nameof(Description), Description, TextKind.Body),
            new(nameof(PurchaseOrderFileToken), PurchaseOrderFileToken),
        ];

    /// <summary>The PDF's layout, never a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayOrderOptions {{ PdfTemplateUid = {PdfTemplateUid} }}";
}
