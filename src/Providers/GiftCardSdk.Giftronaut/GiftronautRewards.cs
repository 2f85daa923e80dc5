using System.Security.Cryptography;
using System.Text;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The cards of an order in neutral words. They have no ids of Giftronaut's; a recipient's address tells them apart.</summary>
internal static class GiftronautRewards
{
    /// <summary>More cards than this are no order but a mistaken answer; nothing is made up for them.</summary>
    private const int MostCards = 100_000;

    public static IReadOnlyList<GiftronautOrderRecipient> Shown(GiftronautOrder order) =>
        [.. (order.Recipients ?? []).OfType<GiftronautOrderRecipient>()];

    public static IReadOnlyList<Reward> Of(GiftronautOrder order, RewardDetail detail, IReadOnlyList<OrderLine> lines)
    {
        var shown = Shown(order);
        return GiftronautOrderMapping.IsLinks(order)
                ? [.. shown.Where(card => card.RewardLink is not null).Select(card => LinkOf(card, order, detail, lines))]
            : shown.Count > 0 ? [.. shown.Select(card => CardOf(card, order, detail, lines))]
            : Counted(order);
    }

    /// <summary>Whether links were bought that are not there yet.</summary>
    public static bool LacksLinks(GiftronautOrder order)
    {
        var shown = Shown(order);
        return shown.Count == 0 || shown.Count < order.RecipientCount || shown.Any(card => card.RewardLink is null);
    }

    /// <summary>An id of our own for a card, the same at every reading: of order and address, and showing neither.</summary>
    public static string IdOf(GiftronautOrderRecipient card, GiftronautOrder order) => IdOf(card.Email, order.OrderId);

    /// <summary>The same for a card of which only the address is told.</summary>
    public static string IdOf(string? address, string orderId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId}\n{GiftronautRecipients.Normalize(address)}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    private static Reward LinkOf(GiftronautOrderRecipient card, GiftronautOrder order, RewardDetail detail, IReadOnlyList<OrderLine> lines)
    {
        var line = lines.Count == 1 ? lines[0] : null;
        return Bare(card, order, detail, line) with { Line = line is null ? null : 0, Delivery = DeliveryState.Returned };
    }

    private static Reward CardOf(GiftronautOrderRecipient card, GiftronautOrder order, RewardDetail detail, IReadOnlyList<OrderLine> lines)
    {
        int[] matches =
        [
            .. lines
                .Index()
                .Where(line => GiftronautRecipients.Normalize(line.Item.Recipient?.Email) == GiftronautRecipients.Normalize(card.Email))
                .Select(line => line.Index),
        ];
        var index = matches is [var only] ? only : (int?)null;
        var line = index is { } at ? lines[at] : null;
        return Bare(card, order, detail, line) with
        {
            Id = card.Email is null ? null : IdOf(card, order),
            Line = index,
            Recipient = line?.Recipient ?? RecipientOf(card),
            Delivery = DeliveryOf(card.Status, order),
            RawDeliveryState = card.Status,
        };
    }

    private static Reward Bare(GiftronautOrderRecipient card, GiftronautOrder order, RewardDetail detail, OrderLine? line) =>
        new()
        {
            ProductId = line?.ProductId,
            FaceValue = line?.FaceValue ?? FaceValueOf(card, order),
            Redemption = RedemptionOf(card.Status),
            RawRedemptionState = RedemptionOf(card.Status) == default ? null : card.Status,
            Link = detail == RewardDetail.Secrets ? card.RewardLink : null,
            ExpiresOn = order.ExpiresAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
        };

    /// <summary>Without recipients the counters are all there is: how many cards arrived and how many came back, but not whose.</summary>
    private static IReadOnlyList<Reward> Counted(GiftronautOrder order)
    {
        var (sent, bounced) = (order.SentCount ?? 0, order.BouncedCount ?? 0);
        return
            ProviderWords.Same(order.Status, GiftronautWords.OrderStatus.Complete)
            && sent >= 0
            && bounced >= 0
            && (long)sent + bounced <= MostCards
            ?
            [
                .. Enumerable.Repeat(new Reward { Delivery = DeliveryState.Delivered }, sent),
                .. Enumerable.Repeat(new Reward { Delivery = DeliveryState.Undeliverable }, bounced),
            ]
            : [];
    }

    /// <summary>The card's own word, which is assumed; else what the order's counters leave no doubt about.</summary>
    private static DeliveryState DeliveryOf(string? word, GiftronautOrder order) =>
        ProviderWords.Normalize(word) switch
        {
            GiftronautWords.RecipientStatus.Pending => DeliveryState.Pending,
            GiftronautWords.RecipientStatus.Sent or GiftronautWords.RecipientStatus.Redeemed => DeliveryState.Delivered,
            GiftronautWords.RecipientStatus.Bounced => DeliveryState.Undeliverable,
            GiftronautWords.RecipientStatus.Expired or GiftronautWords.RecipientStatus.Canceled => ByCounters(order),
            _ => string.IsNullOrWhiteSpace(word) ? ByCounters(order) : ProviderWords.DeliveryOf(word),
        };

    private static DeliveryState ByCounters(GiftronautOrder order) =>
        ProviderWords.Normalize(order.Status) switch
        {
            GiftronautWords.OrderStatus.Pending or GiftronautWords.OrderStatus.InProgress => DeliveryState.Pending,
            GiftronautWords.OrderStatus.Complete when order.RecipientCount is > 0 and var all => order.SentCount == all
                ? DeliveryState.Delivered
            : order.BouncedCount == all ? DeliveryState.Undeliverable
            : default,
            _ => default,
        };

    private static RedemptionState RedemptionOf(string? word) =>
        ProviderWords.Normalize(word) switch
        {
            GiftronautWords.RecipientStatus.Redeemed => RedemptionState.Redeemed,
            GiftronautWords.RecipientStatus.Expired => RedemptionState.Expired,
            GiftronautWords.RecipientStatus.Canceled => RedemptionState.Cancelled,
            _ => default,
        };

    /// <summary>A plain number is in the product's currency, which an order does not show; that of a choice card is always US dollars.</summary>
    private static Money? FaceValueOf(GiftronautOrderRecipient card, GiftronautOrder order) =>
        Money.OrNull(
            card.Amount?.Amount,
            card.Amount?.Currency
                ?? (ProviderWords.Same(order.CardType, GiftronautWords.CardType.Choice) ? GiftronautAmounts.Dollars : null)
        );

    private static Recipient? RecipientOf(GiftronautOrderRecipient card) =>
        card.Email is null && card.FirstName is null && card.LastName is null
            ? null
            : new()
            {
                Email = card.Email,
                FirstName = card.FirstName,
                LastName = card.LastName,
            };
}
