using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes orders as GIFQ does, as far as that is known; the options decide the rest.</summary>
internal sealed class GifqOrderWriter(GifqTwinOptions options, GifqReplies replies)
{
    private bool UsualNames => options.Names == GifqNames.Usual;

    /// <summary>The answer to a create, and to its repeat: short, and with the id under both names.</summary>
    public OrderReply Created(GifqOrder order, DateTimeOffset now) =>
        WithCard(
            new OrderReply
            {
                Id = order.Id,
                OrderId = UsualNames ? order.Id : null,
                Reference = order.Content.Reference,
                Status = replies.Word(order.Status(now)),
                Currency = order.Content.Currency.Code,
                FaceValue = order.Content.FaceValue,
                PaymentCurrency = PaymentCurrency(order),
                FxFee = order.Charge.ToWire(),
            },
            order,
            now
        );

    public OrderReply Read(GifqOrder order, DateTimeOffset now) =>
        Created(order, now) with
        {
            Id = UsualNames ? order.Id : null,
            OrderId = UsualNames ? null : order.Id,
            Brand = order.Content.Brand.Slug,
            Title = order.Content.Brand.Title,
            Country = order.Content.Country,
            Amount = Amount(order),
            Discount = order.Content.Option.Discount,
            Instructions = order.IsCompleted(now) ? GifqCatalogOperations.Instructions(order.Content.Brand) : null,
            ExpiresAt = order.IsCompleted(now) ? ExpiryOf(order) : null,
            CreatedAt = GifqReplies.Time(order.CreatedAt),
            UpdatedAt = UpdatedAt(order, now),
        };

    public OrderItem Listed(GifqOrder order, DateTimeOffset now)
    {
        var known = new OrderItem
        {
            Id = UsualNames ? order.Id : null,
            OrderId = UsualNames ? null : order.Id,
            Reference = order.Content.Reference,
            Status = replies.Word(order.Status(now)),
        };
        return options.ListedOrder == GifqListedOrder.Minimal
            ? known
            : known with
            {
                Brand = order.Content.Brand.Slug,
                Title = order.Content.Brand.Title,
                Country = order.Content.Country,
                Currency = order.Content.Currency.Code,
                FaceValue = order.Content.FaceValue,
                Amount = Amount(order),
                Discount = order.Content.Option.Discount,
                PaymentCurrency = PaymentCurrency(order),
                FxFee = order.Charge.ToWire(),
                CreatedAt = GifqReplies.Time(order.CreatedAt),
                UpdatedAt = UpdatedAt(order, now),
            };
    }

    private OrderReply WithCard(OrderReply reply, GifqOrder order, DateTimeOffset now) =>
        options.RedemptionPlace == GifqRedemptionPlace.Container ? reply with { RedeemDetails = order.Card(now) }
        : order.Card(now) is not { } card ? reply
        : reply with
        {
            Code = card.Code,
            Pin = card.Pin,
            Link = card.Link,
            LinkChallengeCode = card.LinkChallengeCode,
            Serial = card.Serial,
            SecurityCode = card.SecurityCode,
        };

    private static decimal Amount(GifqOrder order) =>
        GifqPrices.Net(order.Content.Currency, order.Content.FaceValue, order.Content.Option.Discount);

    private static string? PaymentCurrency(GifqOrder order) => order.Charge.IsConverted ? order.Charge.Currency : null;

    private static string? ExpiryOf(GifqOrder order) =>
        order.Content.Option.ValidMonths is { } months ? GifqReplies.Time(order.CreatedAt.AddMonths(months)) : null;

    private static string UpdatedAt(GifqOrder order, DateTimeOffset now) =>
        GifqReplies.Time(order.HasEnded(now) ? order.EndsAt : order.CreatedAt);
}
