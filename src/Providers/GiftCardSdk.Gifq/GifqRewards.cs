using System.Globalization;

namespace GiftCardSdk.Gifq;

/// <summary>The one card of an order in neutral words.</summary>
internal static class GifqRewards
{
    /// <summary>The card as far as it is asked for; none while it is being made, or where the order failed.</summary>
    public static IReadOnlyList<Reward> Of(GifqOrder order, RewardDetail detail) =>
        detail == RewardDetail.None || CardOf(order) is not { } card ? []
        : detail == RewardDetail.State ? [Bare(order)]
        : [With(card, Bare(order))];

    /// <summary>Whether the card can be read: an order that says it is completed and shows no field of a card is not.</summary>
    public static bool HasCard(GifqOrder order) => CardOf(order) is not null;

    private static GifqRedemption? CardOf(GifqOrder order) => order.RedeemDetails is { IsEmpty: false } card ? card : null;

    private static Reward Bare(GifqOrder order) =>
        new()
        {
            Line = 0,
            ProductId = order.Brand,
            FaceValue = Money.OrNull(order.FaceValue, order.Currency),
            Delivery = DeliveryState.Returned,
            ExpiresOn = DayOf(order.ExpiresAt),
        };

    /// <summary>The day of a date or of a time, in its own zone, or null if the text is neither: no document gives its form.</summary>
    private static DateOnly? DayOf(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>The member that only a third-party client knows stands in for what is missing, so that a card is never lost to its name.</summary>
    private static Reward With(GifqRedemption card, Reward reward) =>
        reward with
        {
            Code = card.Code ?? (card.Link is null ? card.SecretCode : null),
            Pin = card.Pin,
            Link = card.Link,
            Challenge = card.LinkChallengeCode,
            Serial = card.Serial,
            SecurityCode = card.SecurityCode ?? (card.Code is null && card.Link is null ? null : card.SecretCode),
        };
}
