namespace GiftCardSdk.History;

/// <summary>Puts what a reading shows of cards on top of what is known of them.</summary>
internal static class CardMerge
{
    private const int MaskedEnding = 4;

    /// <summary>So that four characters say little of the rest.</summary>
    private const int ShortestSerial = 12;

    public static IReadOnlyList<CardHistory> Of(IReadOnlyList<CardHistory> known, IReadOnlyList<Reward> shown, DateTimeOffset asOf)
    {
        if (shown.Count == 0)
        {
            return known;
        }

        var merged = new List<CardHistory>(known);
        var places = Places(known);
        foreach (var reward in shown)
        {
            if (TryTake(places, reward) is { } at)
            {
                merged[at] = Merge(merged[at], reward, asOf);
            }
            else if (merged.Count < OrderHistory.MaxCards)
            {
                merged.Add(Merge(new() { ChangedAt = asOf }, reward, asOf));
            }
        }

        return merged;
    }

    /// <summary>Where the cards of an id stand; those without one wait under an empty id, in their order.</summary>
    private static Dictionary<string, Queue<int>> Places(IReadOnlyList<CardHistory> known)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var (index, card) in known.Index())
        {
            if (!places.TryGetValue(card.Id ?? "", out var queue))
            {
                places[card.Id ?? ""] = queue = new();
            }

            queue.Enqueue(index);
        }

        return places;
    }

    /// <summary>The place of a card: by its id, or the next of those that had none yet.</summary>
    private static int? TryTake(Dictionary<string, Queue<int>> places, Reward reward) =>
        places.TryGetValue(reward.Id ?? "", out var same) && same.TryDequeue(out var at) ? at
        : places.TryGetValue("", out var unnamed) && unnamed.TryDequeue(out at) ? at
        : null;

    private static CardHistory Merge(CardHistory card, Reward reward, DateTimeOffset asOf)
    {
        var delivery = reward.Delivery == default ? card.Delivery : reward.Delivery;
        var redemption = reward.Redemption == default ? card.Redemption : reward.Redemption;
        return card with
        {
            Id = reward.Id ?? card.Id,
            SerialEnding = EndingOf(reward) ?? card.SerialEnding,
            Line = reward.Line ?? card.Line,
            ProductId = reward.ProductId ?? card.ProductId,
            FaceValue = reward.FaceValue ?? card.FaceValue,
            Delivery = delivery,
            DeliveredAt = reward.DeliveredAt ?? card.DeliveredAt,
            Redemption = redemption,
            RedeemedAt = reward.RedeemedAt ?? card.RedeemedAt,
            ExpiresOn = reward.ExpiresOn ?? card.ExpiresOn,
            ChangedAt = delivery == card.Delivery && redemption == card.Redemption ? card.ChangedAt : asOf,
        };
    }

    /// <summary>The end of a serial number that is not what redeems the card.</summary>
    private static string? EndingOf(Reward reward) =>
        reward is { Serial: { } serial, Redeemable: { } redeemable } && !serial.Equals(redeemable) && !serial.Equals(reward.Code)
            ? Ending(serial.Reveal())
            : null;

    private static string? Ending(string serial) => serial.Length >= ShortestSerial ? serial[^MaskedEnding..] : null;
}
