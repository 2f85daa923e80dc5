using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Gifq.Wire;

internal sealed record BalanceEntry(string Currency, decimal Amount);

internal sealed record Transaction
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Reference { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? OrderId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PayoutOrderId { get; init; }

    public required string Description { get; init; }

    public required string CreatedAt { get; init; }
}
