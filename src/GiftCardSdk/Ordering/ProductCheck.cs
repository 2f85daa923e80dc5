using System.Globalization;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Compares an order with its products as they are now. Each sentence says what is allowed.</summary>
internal static class ProductCheck
{
    private const int MostListed = 20;

    /// <exception cref="GiftCardException">The order does not fit, or a product could not be read. Nothing was sent.</exception>
    public static async ValueTask EnsureAsync(Account account, OrderRequest request, CancellationToken cancellationToken)
    {
        if (!account.Adapter.Capabilities.Supports(GiftCardFeature.Catalog))
        {
            throw OrderingErrors.InvalidRequest(
                account,
                request.Reference,
                ["Lines: the account cannot read products, so that they cannot be checked; place the order without that."]
            );
        }

        var products = new Dictionary<string, Product>(StringComparer.Ordinal);
        foreach (var id in request.Lines.Select(line => line.ProductId).Distinct(StringComparer.Ordinal))
        {
            products[id] = await ReadAsync(account, id, cancellationToken).ConfigureAwait(false);
        }

        string[] misfits =
        [
            .. request.Lines.Select((line, index) => MisfitOf(products[line.ProductId], request, line, index)).OfType<string>(),
        ];
        if (misfits.Length > 0)
        {
            throw OrderingErrors.NotOffered(account, request.Reference, misfits);
        }
    }

    private static async ValueTask<Product> ReadAsync(Account account, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Adapter.GetProductAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw failure.Restate(
                $"The product '{id}' could not be read before the order, so nothing was sent. {failure.Message}",
                failure.Code,
                GiftCardOutcome.NothingCreated
            );
        }
    }

    /// <summary>The first thing that no offer of the product allows, by what the offers say; what they do not say rules nothing out.</summary>
    private static string? MisfitOf(Product product, OrderRequest request, OrderLine line, int index)
    {
        Offer[] left = [.. product.Offers.Where(offer => offer.Currency == line.FaceValue.Currency)];
        if (left.Length == 0)
        {
            return $"{At(index, "FaceValue")}: {line.FaceValue} was given; '{product.Id}' is sold in {List(product.Offers.Select(offer => offer.Currency))}.";
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
            return $"{At(index, "FaceValue")}: {line.FaceValue} was given; '{product.Id}' is sold at {List(ofDelivery.Select(offer => offer.Denominations.ToString()!), "; or ")}.";
        }

        return left.All(offer => offer.Stock < line.Quantity)
            ? $"{At(index, "Quantity")}: {Number(line.Quantity)} was given; of '{product.Id}' at {line.FaceValue} there are {Number(left.Max(offer => offer.Stock) ?? 0)} left."
            : null;
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
