namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

/// <summary>A product in either vocabulary.</summary>
internal sealed record Product
{
    public required string ProductId { get; init; }

    public string? BrandName { get; init; }

    public string? CardName { get; init; }

    public required string CurrencyCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Description { get; init; }

    public string? FaceValueType { get; init; }

    public IReadOnlyList<decimal>? Denominations { get; init; }

    public decimal? MinAmount { get; init; }

    public decimal? MaxAmount { get; init; }

    public string? PriceType { get; init; }

    public IReadOnlyList<decimal>? Prices { get; init; }

    public decimal? PriceStep { get; init; }
}
