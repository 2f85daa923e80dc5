using System.Globalization;

namespace GiftCardSdk.Adapters;

/// <summary>
/// What is said of an order that does not fit what its provider sells: where it is, what was given and what would be right, in the same words at every
/// provider. For adapters that compare an order with their catalog before they send it, or after it was refused.
/// </summary>
public static class OrderFit
{
    private const int MostListed = 20;

    /// <summary>The first thing of a line that no offer of its product allows, by what the offers say; what they do not say rules nothing out.</summary>
    /// <param name="product">The product as the catalog shows it now.</param>
    /// <param name="request">The order.</param>
    /// <param name="index">Which of its lines, from 0.</param>
    /// <returns>A sentence that is safe to log; null if an offer fits.</returns>
    public static string? FindMisfit(Product product, OrderRequest request, int index)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(request);
        var line = request.Lines[index];
        Offer[] left = [.. product.Offers.Where(offer => offer.Currency == line.FaceValue.Currency)];
        if (left.Length == 0)
        {
            return OtherCurrency(index, line, product.Offers.Select(offer => offer.Currency));
        }

        var ofCurrency = left;
        if (line.Country is { } country && (left = [.. left.Where(offer => offer.Countries.Includes(country) != false)]).Length == 0)
        {
            return $"{At(index, "Country")}: {country} was given; '{product.Id}' in {line.FaceValue.Currency} is for {List(ofCurrency.SelectMany(offer => offer.Countries.Codes))}.";
        }

        var ofCountry = left;
        left = [.. left.Where(offer => offer.Deliveries.Count == 0 || offer.Deliveries.Contains(request.Delivery))];
        if (left.Length == 0)
        {
            return $"Delivery: {request.Delivery} was given; '{product.Id}' comes by {List(ofCountry.SelectMany(offer => offer.Deliveries).Select(delivery => delivery.ToString()))}.";
        }

        var ofDelivery = left;
        left = [.. left.Where(offer => offer.Denominations.Allows(line.FaceValue) != false)];
        if (left.Length == 0)
        {
            return OtherFaceValue(index, line, ofDelivery.Select(offer => offer.Denominations));
        }

        return left.All(offer => offer.Stock < line.Quantity)
            ? $"{At(index, "Quantity")}: {Number(line.Quantity)} was given; of '{product.Id}' at {line.FaceValue} there are {Number(left.Max(offer => offer.Stock) ?? 0)} left."
            : null;
    }

    /// <summary>A line whose product the account's catalog does not have.</summary>
    /// <param name="index">Which line, from 0.</param>
    /// <param name="line">The line.</param>
    /// <returns>A sentence that is safe to log.</returns>
    public static string NotSold(int index, OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{At(index, "ProductId")}: '{line.ProductId}' was given; the catalog has no such product for this account now.";
    }

    /// <summary>A line in a currency that its product is not sold in.</summary>
    /// <param name="index">Which line, from 0.</param>
    /// <param name="line">The line.</param>
    /// <param name="currencies">The currencies that it is sold in.</param>
    /// <returns>A sentence that is safe to log.</returns>
    public static string OtherCurrency(int index, OrderLine line, IEnumerable<string> currencies)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{At(index, "FaceValue")}: {line.FaceValue} was given; '{line.ProductId}' is sold in {List(currencies)}.";
    }

    /// <summary>A line with a face value that its product does not have.</summary>
    /// <param name="index">Which line, from 0.</param>
    /// <param name="line">The line.</param>
    /// <param name="sold">The face values that it is sold at.</param>
    /// <returns>A sentence that is safe to log.</returns>
    public static string OtherFaceValue(int index, OrderLine line, IEnumerable<Denominations> sold)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{At(index, "FaceValue")}: {line.FaceValue} was given; '{line.ProductId}' is sold at {List(sold.Select(values => values.ToString()!), "; or ")}.";
    }

    /// <summary>The refusal of an order whose product could not be read before it: the cause first, and that nothing was sent.</summary>
    /// <param name="failure">What the reading failed with.</param>
    /// <param name="index">Which line, from 0.</param>
    /// <param name="line">The line.</param>
    /// <returns>The exception to throw, with the failure's own code.</returns>
    public static GiftCardException NotRead(GiftCardException failure, int index, OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(line);
        return failure.Restate(
            failure.Code == GiftCardErrorCode.ProductUnavailable
                ? $"{NotSold(index, line)} Nothing was sent. {failure.Message}"
                : $"{failure.Message} So the product '{line.ProductId}' could not be read before the order, and nothing was sent.",
            failure.Code,
            GiftCardOutcome.NothingCreated
        );
    }

    private static string At(int index, string part) => $"Lines[{Number(index)}].{part}";

    private static string List(IEnumerable<string> values, string separator = ", ")
    {
        string[] all = [.. values.Distinct(StringComparer.Ordinal)];
        return all.Length == 0 ? "nothing at all"
            : all.Length <= MostListed ? string.Join(separator, all)
            : $"{string.Join(separator, all.Take(MostListed))} and {Number(all.Length - MostListed)} more";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
