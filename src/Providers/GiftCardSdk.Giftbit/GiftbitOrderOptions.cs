using GiftCardSdk.Texts;

namespace GiftCardSdk.Giftbit;

/// <summary>What only Giftbit knows about an order.</summary>
public sealed record GiftbitOrderOptions : ProviderOrderOptions
{
    /// <inheritdoc/>
    public override string Provider => GiftbitDefaults.Provider;

    /// <summary>
    /// Further brands: the recipient chooses one among these and the product of the lines. All must have the face value in the same currency,
    /// and for direct links be of the same region. Empty for the one product. For the whole catalogue of a region see
    /// <see cref="GiftbitProductId.OfRegion"/>.
    /// </summary>
    public IReadOnlyList<string> BrandCodes { get; init; } = [];

    /// <summary>
    /// With <see cref="Delivery.Returned"/>: short links, which suit text messages and need a <see cref="LandingPageMessage"/> or a template, and are
    /// made some time after the order. False, the default, for direct links, which come at once.
    /// </summary>
    public bool ShortLink { get; init; }

    /// <summary>The text on the page that a short link opens; needed there unless <see cref="OrderRequest.TemplateId"/> is given. Null otherwise.</summary>
    public string? LandingPageMessage { get; init; }

    /// <inheritdoc/>
    /// <remarks>The brands, in any order, and the kind of link.</remarks>
    public override IEnumerable<(string Name, string? Value)> ContentOf(OrderRequest request) =>
        [
            .. (BrandCodes ?? []).Order(StringComparer.Ordinal).Select(code => ("brand-code", (string?)code)),
            ("short-link", ShortLink ? "true" : null),
        ];

    /// <inheritdoc/>
    protected override IEnumerable<OrderText> Texts() =>
        [
            .. (BrandCodes ?? []).Select(code => new OrderText(nameof(BrandCodes), code)),
            new(nameof(LandingPageMessage), LandingPageMessage, TextKind.Body),
        ];

    /// <summary>Brands and kind of link, never the text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftbitOrderOptions {{ BrandCodes = [{string.Join(", ", BrandCodes)}], ShortLink = {ShortLink} }}";
}
