using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.History;

/// <summary>What a record says of an order.</summary>
internal sealed record HistoryBody
{
    /// <summary>What is seen unchanged is written again this much later at the earliest.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

    public OrderStatus? Status { get; init; }

    public Money? TotalCost { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public IReadOnlyList<CardHistory> Cards { get; init; } = [];

    public int NotKept { get; init; }

    public static HistoryBody Read(string json) =>
        JsonSerializer.Deserialize(json, HistoryJsonContext.Default.HistoryBody)
        ?? throw new JsonException("The record of an order is null.");

    public string Write() => JsonSerializer.Serialize(this, HistoryJsonContext.Default.HistoryBody);

    /// <summary>With what a reading has shown; null if that is older than what is known, or says nothing new.</summary>
    /// <param name="seen">What was shown.</param>
    /// <param name="now">The time after the reading: the order was complete by then.</param>
    public HistoryBody? With(Sighting seen, DateTimeOffset now)
    {
        if (seen.AsOf < SeenAt)
        {
            return null;
        }

        var cards = CardMerge.Of(Cards, seen.Rewards, seen.AsOf);
        var next = this with
        {
            Status = seen.Status ?? Status,
            TotalCost = seen.TotalCost ?? TotalCost,
            CompletedAt = CompletedAt ?? (seen.IsComplete ? now : null),
            SeenAt = seen.AsOf,
            Cards = cards,
            NotKept = Math.Max(NotKept, seen.Rewards.Count - OrderHistory.MaxCards),
        };
        var isNews = next with { SeenAt = SeenAt, Cards = Cards } != this || !cards.SequenceEqual(Cards);
        return isNews || seen.AsOf - SeenAt >= Freshness ? next : null;
    }
}

/// <summary>What one reading has shown.</summary>
/// <param name="AsOf">When the provider was asked, or earlier.</param>
/// <param name="Status">How far the order had come; null if the reading was about cards alone.</param>
/// <param name="IsComplete">Whether it was complete, as a reading with its cards tells.</param>
/// <param name="TotalCost">What the account pays; null if it was not shown.</param>
/// <param name="Rewards">The cards that were shown.</param>
internal sealed record Sighting(DateTimeOffset AsOf, OrderStatus? Status, bool IsComplete, Money? TotalCost, IReadOnlyList<Reward> Rewards);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(HistoryBody))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
