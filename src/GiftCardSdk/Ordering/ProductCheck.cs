using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>Compares an order with its products as they are now.</summary>
internal static class ProductCheck
{
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
        foreach (var (index, line) in request.Lines.Index())
        {
            if (!products.ContainsKey(line.ProductId))
            {
                products[line.ProductId] = await ReadAsync(account, index, line, cancellationToken).ConfigureAwait(false);
            }
        }

        string[] misfits =
        [
            .. request.Lines.Select((line, index) => OrderFit.FindMisfit(products[line.ProductId], request, index)).OfType<string>(),
        ];
        if (misfits.Length > 0)
        {
            throw OrderingErrors.NotOffered(account, request.Reference, misfits);
        }
    }

    private static async ValueTask<Product> ReadAsync(Account account, int index, OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Adapter.GetProductAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw OrderFit.NotRead(failure, index, line);
        }
    }
}
