using System.Globalization;

namespace GiftCardSdk.Internal;

/// <summary>An order's history in plain sentences.</summary>
internal static class OrderStory
{
    /// <summary>Further cards are counted, so that the story of a large order can still be read.</summary>
    private const int MostCards = 20;

    public static IEnumerable<string> Of(OrderHistory history)
    {
        yield return Purchase(history.Entry);
        if (history.Entry.State != OrderJournalState.Accepted)
        {
            yield break;
        }

        yield return history is { Status: { } status, SeenAt: { } seen }
            ? $"When it was last seen, at {Time(seen)}, it was {status}{Completed(history)}."
            : "Nothing was kept of what became of it since; read it from the provider.";
        foreach (var (index, card) in history.Cards.Take(MostCards).Index())
        {
            yield return Card(index + 1, card);
        }

        var further = Math.Max(0, history.Cards.Count - MostCards) + history.CardsNotKept;
        if (further > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"There are {further} further cards.");
        }
    }

    private static string Purchase(JournalEntry entry)
    {
        var who = $"Order {entry.Identity.Reference} at {entry.Identity.Account} ({entry.Identity.Provider}, {entry.Identity.Environment})";
        return entry.State switch
        {
            OrderJournalState.Accepted => $"{who} was placed at {Time(entry.CreatedAt)} and bought as {Ids(entry)}.",
            OrderJournalState.Refused => $"{who} was refused; nothing was bought{Because(entry)}.",
            OrderJournalState.Absent => $"{who} is believed not to be bought: the provider does not have it.",
            OrderJournalState.Parked => $"{who} needs a person to decide whether it was bought{Because(entry)}.",
            _ => $"{who} was placed at {Time(entry.CreatedAt)}; whether it was bought is not known yet.",
        };
    }

    private static string Ids(JournalEntry entry) =>
        entry.ProviderOrderIds.Count > 0 ? string.Join(" and ", entry.ProviderOrderIds) : "an order without an id";

    private static string Because(JournalEntry entry) => entry.Reason is { Length: > 0 } reason ? $": {reason.TrimEnd('.')}" : "";

    private static string Completed(OrderHistory history) =>
        history.CompletedAt is { } at && at != history.SeenAt ? $", and complete by {Time(at)}" : "";

    private static string Card(int number, CardHistory card)
    {
        string?[] what =
        [
            card.FaceValue?.ToString(),
            card.ProductId,
            Named("id", card.Id),
            Named("serial number ending in", card.SerialEnding),
        ];
        var of = string.Join(", ", what.Where(part => part is not null));
        var delivery = $"delivery {card.Delivery}{At(card.DeliveredAt)}";
        var redemption = $"redemption {card.Redemption}{At(card.RedeemedAt)}";
        var expiry = card.ExpiresOn is { } day ? $", expires on {day.ToString("O", CultureInfo.InvariantCulture)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Card {number}{(of.Length > 0 ? $" ({of})" : "")}: {delivery}, {redemption}{expiry}; unchanged since {Time(card.ChangedAt)}."
        );
    }

    private static string? Named(string name, string? value) => value is null ? null : $"{name} {value}";

    private static string At(DateTimeOffset? at) => at is { } time ? $" at {Time(time)}" : "";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
