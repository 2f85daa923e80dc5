using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftbit.Wire;

/// <summary>A brand as listed: without prices, currency or regions.</summary>
internal sealed record BrandItem(string BrandCode, string Name, string ImageUrl)
{
    public string? Disclaimer { get; init; }
}

/// <summary>A brand in full. Either the range or the list of prices is there, never both.</summary>
internal sealed record BrandDetail(string BrandCode, string Name, string ImageUrl)
{
    public string? Disclaimer { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<int> Regions { get; init; }

    [JsonPropertyName("fund_currencyisocode")]
    public required string FundCurrency { get; init; }

    public bool InappAvailable { get; init; }

    public bool VariablePrice { get; init; }

    public long? MinPriceInCents { get; init; }

    public long? MaxPriceInCents { get; init; }

    public IReadOnlyList<long>? AllowedPricesInCents { get; init; }
}

internal sealed record BrandsReply(IReadOnlyList<BrandItem> Brands, int NumberOfResults, int Limit, int Offset, int TotalCount, Info Info);

internal sealed record BrandReply(BrandDetail Brand, Info Info);

internal sealed record Region(int Id, string Name, string ImageUrl);

internal sealed record RegionsReply(IReadOnlyList<Region> Regions, Info Info);
