namespace GiftCardSdk;

/// <summary>A gift card that an account can buy.</summary>
public sealed record Product
{
    /// <summary>The provider, such as <c>giftbit</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The id that an order names (<see cref="OrderLine.ProductId"/>); an opaque text of the provider, capital letters count.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the brand, for people.</summary>
    public required string Brand { get; init; }

    /// <summary>A card of one brand, or a choice.</summary>
    public ProductKind Kind { get; init; } = ProductKind.Branded;

    /// <summary>What the provider writes about it; null if nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Legal text that must be shown with the brand; null if there is none.</summary>
    public string? Disclaimer { get; init; }

    /// <summary>Terms of use; null if the provider gives none.</summary>
    public string? Terms { get; init; }

    /// <summary>How a recipient redeems it; null if the provider gives no text.</summary>
    public string? RedemptionInstructions { get; init; }

    /// <summary>Address of a picture; null if there is none.</summary>
    public Uri? ImageUrl { get; init; }

    /// <summary>The provider's own categories; empty if it has none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The ways in which it can be bought. A line of an order matches exactly one.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];
}
