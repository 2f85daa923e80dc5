using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The provider's orders in neutral words.</summary>
internal sealed class GiftCardPartnersOrderMapping(GiftCardPartnersSettings settings, TimeProvider time)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly GiftCardPartnersRewards _rewards = new(settings.Statuses);

    /// <summary>An order that was placed here.</summary>
    public Order Placed(GiftCardPartnersOrder order, OrderRequest request, string poNumber)
    {
        var mapped = Of(order, GiftCardPartnersCurrencies.Of(request), RewardDetail.Secrets);
        var isAligned =
            mapped.Lines.Count == request.Lines.Count && mapped.Lines.Zip(request.Lines).All(pair => IsSame(pair.First, pair.Second));
        return mapped with
        {
            ProviderKey = poNumber,
            Delivery = request.Delivery,
            Lines = request.Lines,
            Rewards = isAligned
                ? [.. mapped.Rewards.Select(reward => reward with { Recipient = request.Lines[reward.Line!.Value].Recipient })]
                : [.. mapped.Rewards.Select(reward => reward with { Line = null })],
        };
    }

    /// <summary>An order as it is read.</summary>
    /// <param name="order">The order.</param>
    /// <param name="currencies">The currencies of its products, as far as they are known.</param>
    /// <param name="detail">How much of its cards.</param>
    public Order Of(GiftCardPartnersOrder order, IReadOnlyDictionary<string, string> currencies, RewardDetail detail)
    {
        var status = StatusOf(order);
        var createdAt = TimeOf(order.CreatedDate);
        return new()
        {
            Id = order.Id,
            ProviderKey = order.PONumber,
            Provider = GiftCardPartnersDefaults.Provider,
            Account = settings.AccountName,
            Status = status,
            RawStatus = order.Status,
            Delivery = DeliveryOf(order.Type),
            Lines = LinesOf(order, currencies),
            Rewards = _rewards.Of(order, currencies, detail),
            TotalCost = CostOf(order, currencies),
            CreatedAt = createdAt,
            IsCreatedAtExact = createdAt is not null && ProviderTime.Read(order.CreatedDate) is { IsExact: true },
            PollAfter = status == OrderStatus.Pending && createdAt is { } since ? WaitAfter(time.GetUtcNow() - since) : null,
        };
    }

    /// <summary>An order as a list shows it: without its cards, so that the status is the list's own word.</summary>
    public Order Listed(GiftCardPartnersOrder order) =>
        Of(order, new Dictionary<string, string>(StringComparer.Ordinal), RewardDetail.None) with
        {
            Status = settings.Statuses.Of(order.Status),
            PollAfter = null,
        };

    /// <summary>Done counts only when every link that was bought can be read.</summary>
    private OrderStatus StatusOf(GiftCardPartnersOrder order) =>
        settings.Statuses.Of(order.Status) is var status && status == OrderStatus.Completed && _rewards.LacksLinks(order)
            ? OrderStatus.Pending
            : status;

    /// <summary>
    /// As long again as it has taken so far: an exponential back-off that large orders, which take longer, start with longer waits. While an order
    /// is pending its lines are not shown, so its size is not known.
    /// </summary>
    private static TimeSpan WaitAfter(TimeSpan age) =>
        age < ShortestWait ? ShortestWait
        : age > LongestWait ? LongestWait
        : age;

    private static Delivery? DeliveryOf(string? type) =>
        ProviderWords.Same(type, GiftCardPartnersWords.OrderType.Links) ? Delivery.Returned
        : ProviderWords.Same(type, GiftCardPartnersWords.OrderType.PhysicalShipment) ? Delivery.Post
        // E-mail, text message or both: the answer does not tell.
        : null;

    /// <summary>All lines or none: they are told apart by their place.</summary>
    private static IReadOnlyList<OrderLine> LinesOf(GiftCardPartnersOrder order, IReadOnlyDictionary<string, string> currencies)
    {
        OrderLine?[] lines = [.. (order.LineItems ?? []).Select(line => LineOf(line, currencies))];
        return lines.Any(line => line is null) ? [] : [.. lines.OfType<OrderLine>()];
    }

    private static OrderLine? LineOf(GiftCardPartnersOrderLine? line, IReadOnlyDictionary<string, string> currencies) =>
        line is { ProductId: { Length: > 0 } product, Quantity: > 0 and var quantity }
        && Money.OrNull(line.Value, currencies.GetValueOrDefault(product)) is { } value
            ? new()
            {
                ProductId = product,
                FaceValue = value,
                Quantity = quantity,
                LineReference = line.ExternalId,
                Recipient = GiftCardPartnersRewards.RecipientOf(line),
            }
            : null;

    /// <summary>What the account pays, or null where it is not known: the cost of posting is shown nowhere.</summary>
    private Money? CostOf(GiftCardPartnersOrder order, IReadOnlyDictionary<string, string> currencies)
    {
        if (ProviderWords.Same(order.Type, GiftCardPartnersWords.OrderType.PhysicalShipment) || order.LineItems is not { Count: > 0 } lines)
        {
            return null;
        }

        Money?[] costs = [.. lines.Select(line => CostOf(line, currencies))];
        return costs is [{ } first, ..] && costs.All(cost => cost?.Currency == first.Currency)
            ? costs.OfType<Money>().Aggregate((sum, cost) => sum + cost)
            : null;
    }

    private Money? CostOf(GiftCardPartnersOrderLine? line, IReadOnlyDictionary<string, string> currencies)
    {
        var cost = Money.OrNull(line?.Cost, currencies.GetValueOrDefault(line?.ProductId ?? ""));
        return settings.Assumptions.CostIsLineTotal ? cost
            : cost is { } each && line?.Quantity is { } quantity ? each * quantity
            : null;
    }

    private static bool IsSame(OrderLine left, OrderLine right) =>
        left.ProductId == right.ProductId && left.FaceValue == right.FaceValue && left.Quantity == right.Quantity;

    /// <summary>The instant of a time; one without a zone is taken for UTC, which is what is sent too. Null if the text is none.</summary>
    public static DateTimeOffset? TimeOf(string? text) => WireTime.Read(text);
}
