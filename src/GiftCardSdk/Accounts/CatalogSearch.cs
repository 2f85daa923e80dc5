namespace GiftCardSdk.Accounts;

/// <summary>Searches the catalogs of several accounts side by side.</summary>
internal sealed class CatalogSearch(GiftCards giftCards) : IGiftCardCatalogs
{
    public async Task<CatalogSearchResult> SearchAsync(
        CatalogQuery? query = null,
        IReadOnlyCollection<string>? accounts = null,
        CancellationToken cancellationToken = default
    )
    {
        var wanted = (query ?? CatalogQuery.All).Checked();
        var names = accounts is null ? giftCards.Names : [.. accounts.Distinct(StringComparer.Ordinal)];
        foreach (var unknown in names.Where(name => !giftCards.Knows(name)))
        {
            giftCards.GetAccount(unknown);
        }

        var answers = await Task.WhenAll(names.Select(name => AskAsync(name, wanted, cancellationToken))).ConfigureAwait(false);
        return new(
            Sorted(answers.SelectMany(answer => answer.Offers)),
            [
                .. answers
                    .Select(answer => answer.Failure)
                    .OfType<CatalogFailure>()
                    .OrderBy(failure => failure.Account, StringComparer.Ordinal),
            ]
        );
    }

    public Task ForgetAsync(string account, CancellationToken cancellationToken = default) =>
        ((AccountCatalog)giftCards.GetAccount(account).Catalog).ForgetAsync(cancellationToken);

    private async Task<Answer> AskAsync(string name, CatalogQuery query, CancellationToken cancellationToken)
    {
        // An account that is made now, or a stranger's adapter, may take its time before the first await.
        await Task.Yield();
        try
        {
            var account = giftCards.GetAccount(name);
            var offers = new List<FoundOffer>();
            if (query.Delivery is { } delivery && account.Capabilities.ShapeFor(delivery) is null)
            {
                return new(offers, null);
            }

            await foreach (var product in account.Catalog.ListAsync(query, cancellationToken).ConfigureAwait(false))
            {
                offers.AddRange(product.Offers.Select(offer => new FoundOffer(name, product, offer, CostOf(offer, query.FaceValue))));
            }

            return new(offers, null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new([], new(name, failure));
        }
    }

    private static Money? CostOf(Offer offer, Money? faceValue) => faceValue is { } value ? offer.CostOf(value) : null;

    private static FoundOffer[] Sorted(IEnumerable<FoundOffer> offers) =>
        [
            .. offers
                .OrderBy(found => found.Offer.Currency, StringComparer.Ordinal)
                .ThenBy(found => found.Cost?.Amount ?? decimal.MaxValue)
                .ThenByDescending(found => found.Offer.DiscountPercent ?? decimal.MinValue)
                .ThenBy(found => found.Product.Brand, StringComparer.Ordinal)
                .ThenBy(found => found.Account, StringComparer.Ordinal)
                .ThenBy(found => found.Product.Id, StringComparer.Ordinal)
                .ThenBy(found => found.Offer.Countries.ToString(), StringComparer.Ordinal)
                .ThenBy(found => found.Offer.Denominations.ToString(), StringComparer.Ordinal),
        ];

    private sealed record Answer(IReadOnlyList<FoundOffer> Offers, CatalogFailure? Failure);
}
