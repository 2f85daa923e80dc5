namespace GiftCardSdk.GiftCardPartners;

/// <summary>In which currency an order's values are meant: an order names none, its products do.</summary>
internal sealed class GiftCardPartnersCurrencies(GiftCardPartnersProducts products)
{
    /// <summary>The currencies of an order that was placed here.</summary>
    public static IReadOnlyDictionary<string, string> Of(OrderRequest request) =>
        request
            .Lines.DistinctBy(line => line.ProductId, StringComparer.Ordinal)
            .ToDictionary(line => line.ProductId, line => line.FaceValue.Currency, StringComparer.Ordinal);

    /// <summary>The currencies of an order that is read, by product; a product that is gone or cannot be read is left out.</summary>
    /// <param name="order">The order.</param>
    /// <param name="mayAsk">Whether products that are not kept may be asked for, which costs calls.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        GiftCardPartnersOrder order,
        bool mayAsk,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = (order.LineItems ?? []).Select(line => line?.ProductId).Where(id => !string.IsNullOrWhiteSpace(id));
        foreach (var id in ids.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var product = products.FindKept(id) ?? (mayAsk ? await TryReadAsync(id, cancellationToken).ConfigureAwait(false) : null);
            if (Money.IsCurrency(product?.CurrencyCode))
            {
                known[id] = product.CurrencyCode;
            }
        }

        return known;
    }

    private async Task<GiftCardPartnersProduct?> TryReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await products.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is GiftCardException or ArgumentException)
        {
            // The order is there anyway; its amounts stay unknown.
            return null;
        }
    }
}
