using System.Runtime.CompilerServices;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>
/// The catalog. Giftbit's list has no prices, so each brand is read by a call of its own: paced, a few at a time, in the list's order, and never
/// further ahead than those few, so that the first product is out early and memory does not grow with the catalog.
/// </summary>
internal sealed class GiftbitCatalog(
    IGiftbitApi api,
    GiftbitSettings settings,
    GiftbitRegions regions,
    TimeProvider time,
    Action<string, OddMembers> report
)
{
    private readonly GiftbitPace _pace = new(time, settings.Initial.CatalogRequestsPerSecond);

    public async IAsyncEnumerable<Product> ListAsync(CatalogQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = await regions.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (query.Kind is null || query.Kind == ProductKind.Branded)
        {
            await foreach (var product in BrandedAsync(query, known, cancellationToken).ConfigureAwait(false))
            {
                yield return product;
            }
        }

        if (query.Kind is null || query.Kind == ProductKind.Choice)
        {
            foreach (var product in known.Names.Values.Select(name => OfRegion(name, known)).OfType<Product>())
            {
                yield return product;
            }
        }
    }

    public async Task<Product> GetAsync(string productId, CancellationToken cancellationToken)
    {
        if (GiftbitProductId.TryGetRegion(productId, out var region))
        {
            var known = await regions.ReadAsync(cancellationToken).ConfigureAwait(false);
            return known.Names.Values.Contains(region, StringComparer.Ordinal) && OfRegion(region, known) is { } product
                ? product
                : throw settings.Refuse(
                    GiftCardErrorCode.ProductUnavailable,
                    $"Giftbit has no region '{region}' whose currency is known; WireAssumptions.RegionCurrencies lists those that can be ordered."
                );
        }

        var reply = await api.GetBrandAsync(productId, null, cancellationToken).ConfigureAwait(false);
        return OfBrand(reply.Brand, await regions.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private async IAsyncEnumerable<Product> BrandedAsync(
        CatalogQuery query,
        GiftbitRegions.Snapshot known,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ahead = new Queue<Task<GiftbitBrandDetail?>>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await foreach (var brand in api.ListAllBrandsAsync(OnTheWire(query), stop.Token).ConfigureAwait(false))
            {
                // The name is in the list already; a brand that it rules out needs no call.
                if (!brand.BrandCode.IsUsableId() || !IsNamed(brand, query.Search))
                {
                    continue;
                }

                if (ahead.Count == settings.Initial.CatalogConcurrency && await ahead.Dequeue().ConfigureAwait(false) is { } early)
                {
                    yield return OfBrand(early, known);
                }

                ahead.Enqueue(ReadAsync(brand.BrandCode, stop.Token));
            }

            while (ahead.TryDequeue(out var next))
            {
                if (await next.ConfigureAwait(false) is { } brand)
                {
                    yield return OfBrand(brand, known);
                }
            }
        }
        finally
        {
            // Whoever stops reading early leaves calls under way; their ends interest nobody, but must not go unobserved.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll((IEnumerable<Task>)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static GiftbitBrandQuery OnTheWire(CatalogQuery query)
    {
        long? cents = query.FaceValue is { } value && GiftbitMoney.Fits(value) ? GiftbitMoney.ToCents(value) : null;
        return new GiftbitBrandQuery
        {
            Currency = query.Currency ?? query.FaceValue?.Currency,
            MinPriceInCents = cents,
            MaxPriceInCents = cents,
        };
    }

    private static bool IsNamed(GiftbitBrand brand, string? search) =>
        string.IsNullOrWhiteSpace(search) || brand.Name?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The brand with its prices, or null if it vanished since it was listed or cannot be read.</summary>
    private async Task<GiftbitBrandDetail?> ReadAsync(string brandCode, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (await api.GetBrandAsync(brandCode, null, cancellationToken).ConfigureAwait(false)).Brand;
        }
        catch (GiftCardException gone) when (gone.Code == GiftCardErrorCode.ProductUnavailable)
        {
            return null;
        }
        catch (GiftCardException unreadable) when (unreadable.Code == GiftCardErrorCode.UnexpectedResponse && unreadable.HttpStatus == 200)
        {
            // One brand that cannot be read hides no other.
            var odd = new OddMembers();
            odd.Add("brand");
            report(GiftbitOperationNames.GetBrand, odd);
            return null;
        }
    }

    private Product OfBrand(GiftbitBrandDetail brand, GiftbitRegions.Snapshot known) =>
        new()
        {
            Provider = GiftbitDefaults.Provider,
            Id = brand.BrandCode,
            Brand = brand.Name ?? brand.BrandCode,
            Description = brand.Description,
            Disclaimer = brand.Disclaimer,
            ImageUrl = Uri.TryCreate(brand.ImageUrl, UriKind.Absolute, out var image) ? image : null,
            Offers = Money.IsCurrency(brand.Currency)
                ? [Offer(brand.Currency, known.CountriesOf(brand.Regions), GiftbitMoney.PricesOf(brand))]
                : [],
        };

    /// <summary>Everything in a region, or null where the currency of a price would be a guess.</summary>
    private Product? OfRegion(string name, GiftbitRegions.Snapshot known) =>
        settings.Assumptions.RegionCurrencies.TryGetValue(name, out var currency)
            ? new()
            {
                Provider = GiftbitDefaults.Provider,
                Id = GiftbitProductId.OfRegion(name),
                Brand = $"Choice of all brands ({name})",
                Kind = ProductKind.Choice,
                Offers = [Offer(currency, known.OfName(name), UnknownDenominations.Instance)],
            }
            : null;

    private Offer Offer(string currency, CountrySet countries, Denominations denominations) =>
        new()
        {
            Currency = Money.Of(0, currency).Currency,
            Countries = countries,
            Denominations = denominations,
            DiscountPercent = settings.Initial.DiscountPercent,
            FeePerCard = settings.Initial.DiscountPercent is null ? null : Money.Of(0, currency),
            Deliveries = [Delivery.Returned, Delivery.Email],
        };
}
