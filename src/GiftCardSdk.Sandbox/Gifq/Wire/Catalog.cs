using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Gifq.Wire;

internal sealed record Brand
{
    public required string Id { get; init; }

    [JsonPropertyName("brand")]
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Logo { get; init; }

    public required string Description { get; init; }

    public required string Terms { get; init; }

    public required string RedeemInstructions { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public required IReadOnlyList<ProductOption> Products { get; init; }
}

internal sealed record ProductOption
{
    public required string Currency { get; init; }

    public required decimal MinFaceValue { get; init; }

    public required decimal MaxFaceValue { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? Discount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? StockCount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Expiry { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? BalanceCheckUrl { get; init; }
}
