using System.Globalization;

namespace GiftCardSdk;

/// <summary>What a line costs by what the catalog says, or why that is not known. The face value never stands in for it.</summary>
/// <param name="Cost">The cost of all its cards; null if it is not known.</param>
/// <param name="Unknown">Why it is not known, as the end of a sentence that is safe to log; null if it is.</param>
internal readonly record struct LineCost(Money? Cost, string? Unknown)
{
    /// <summary>What a line of an order costs.</summary>
    /// <param name="order">The order.</param>
    /// <param name="line">One of its lines.</param>
    /// <param name="product">Its product, as read from the catalog.</param>
    /// <returns>
    /// The cost, each card rounded up to the smallest unit of its currency, since how the provider rounds is not known. Where several offers
    /// match the line, the dearest one's.
    /// </returns>
    public static LineCost Of(OrderRequest order, OrderLine line, Product product)
    {
        var value = line.FaceValue;
        if (order.PaymentCurrency is { } paidIn && CurrencyCode.Normalize(paidIn) != value.Currency)
        {
            return new(null, $"it is paid in {CurrencyCode.Normalize(paidIn)}, at a rate that only the sale tells");
        }

        Money? dearest = null;
        foreach (var offer in product.Offers)
        {
            if (!Matches(offer, line, order.Delivery))
            {
                continue;
            }

            if (offer.CostOf(value) is not { } cost)
            {
                return new(null, $"the catalog does not say what '{product.Id}' costs beside its face value");
            }

            dearest = dearest is { } other && other >= cost ? other : cost;
        }

        return dearest is { } each
            ? new(RoundedUp(each) * line.Quantity, null)
            : new(null, string.Create(CultureInfo.InvariantCulture, $"the catalog has no offer of '{product.Id}' for {value}"));
    }

    private static bool Matches(Offer offer, OrderLine line, Delivery delivery) =>
        offer.Currency == line.FaceValue.Currency
        && (line.Country is null || offer.Countries.Includes(line.Country) != false)
        && offer.Denominations.Allows(line.FaceValue) != false
        && (offer.Deliveries.Count == 0 || offer.Deliveries.Contains(delivery));

    private static Money RoundedUp(Money cost)
    {
        var scale = CurrencyCode.ScaleOf(cost.Exponent);
        return Money.Of(Math.Ceiling(cost.Amount * scale) / scale, cost.Currency);
    }
}
