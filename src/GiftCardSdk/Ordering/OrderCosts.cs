using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>What an order costs by the account's catalog, before it is sent.</summary>
internal static class OrderCosts
{
    /// <summary>Refuses an order that costs more than its caller allows, by products that are read now.</summary>
    /// <exception cref="GiftCardException">It costs more, or nobody can say what it costs.</exception>
    public static async ValueTask EnsureAsync(Account account, OrderRequest request, Money most, CancellationToken cancellationToken)
    {
        var costs = await ReadAsync(account, request, isFresh: true, cancellationToken).ConfigureAwait(false);
        var total = Money.Of(0, most.Currency);
        foreach (var (cost, unknown) in costs)
        {
            total += cost switch
            {
                null => throw OrderCostErrors.CostUnknown(account, request, most, unknown!),
                { } known when known.Currency != most.Currency => throw OrderCostErrors.CostInOtherCurrency(account, request, most, known),
                { } known => known,
            };
        }

        if (total > most)
        {
            throw OrderCostErrors.TooDear(account, request, most, total);
        }
    }

    /// <summary>What an order counts against limits: the cost of each line where the catalog says it, else its face value.</summary>
    public static async ValueTask<IReadOnlyList<Spending>> CountAsync(
        Account account,
        OrderRequest request,
        FingerprintKey key,
        CancellationToken cancellationToken
    )
    {
        var costs = await ReadAsync(account, request, isFresh: false, cancellationToken).ConfigureAwait(false);
        return [.. request.Lines.Select((line, index) => Spending.Of(line, costs[index].Cost ?? line.Total, key))];
    }

    private static async ValueTask<LineCost[]> ReadAsync(
        Account account,
        OrderRequest request,
        bool isFresh,
        CancellationToken cancellationToken
    )
    {
        var products = new Dictionary<string, Product>(StringComparer.Ordinal);
        foreach (var id in request.Lines.Select(static line => line.ProductId).Distinct(StringComparer.Ordinal))
        {
            products[id] = await ReadAsync(account, id, isFresh, cancellationToken).ConfigureAwait(false);
        }

        return [.. request.Lines.Select(line => LineCost.Of(request, line, products[line.ProductId]))];
    }

    private static async ValueTask<Product> ReadAsync(Account account, string id, bool isFresh, CancellationToken cancellationToken)
    {
        try
        {
            return isFresh
                ? await account.Prices.ReadAsync(id, cancellationToken).ConfigureAwait(false)
                : await account.Prices.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw OrderCostErrors.CostNotRead(failure);
        }
    }
}
