using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>What the catalog shows can be shown to people, compared and ordered.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.Catalog)]
public abstract class CatalogConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Each product has an id, a name and offers whose figures make sense; amounts are such as the currency can hold.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_product_can_be_shown_and_ordered()
    {
        await using var run = await StartAsync();
        var products = await run.Account.Catalog.ListAsync().ToListAsync();

        Expect.That(products.Count > 0, "The catalog is empty; the stand-in must have products.");
        foreach (var product in products)
        {
            Expect.Same(run.Account.Provider, product.Provider, $"Product '{product.Id}': Provider");
            Expect.That(!string.IsNullOrWhiteSpace(product.Id), $"The product '{product.Brand}' has no id to order it by.");
            Expect.That(!string.IsNullOrWhiteSpace(product.Brand), $"The product '{product.Id}' has no name.");
            foreach (var offer in product.Offers)
            {
                Check(offer, $"Product '{product.Id}', offer in {offer.Currency}");
            }
        }
    }

    /// <summary>A filter drops what does not match and nothing else, whether the provider filters or the SDK.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_filter_leaves_exactly_what_matches()
    {
        await using var run = await StartAsync();
        var all = await run.Account.Catalog.ListAsync().ToListAsync();
        var some = all.First(product => product.Offers.Count > 0);
        var offer = some.Offers[0];
        List<CatalogQuery> queries =
        [
            new() { Currency = offer.Currency },
            new() { Search = some.Brand[..Math.Min(4, some.Brand.Length)] },
            new() { Kind = ProductKind.Choice },
            new() { FaceValue = FaceValues.Of(offer).FirstOrDefault(Money.Of(25, offer.Currency)) },
            .. offer.Countries.Codes.Take(1).Select(country => new CatalogQuery { Country = country }),
        ];
        foreach (var query in queries)
        {
            var expected = all.Where(product => query.Match(product) is not null).Select(product => product.Id);
            var found = await run.Account.Catalog.ListAsync(query).Select(product => product.Id).ToListAsync();

            string[] lost = [.. expected.Except(found, StringComparer.Ordinal)];
            string[] strange = [.. found.Except(expected, StringComparer.Ordinal)];
            Expect.That(
                lost.Length + strange.Length == 0,
                $"{query} lost [{string.Join(", ", lost)}] and let [{string.Join(", ", strange)}] in."
            );
        }
    }

    /// <summary>Reading one product gives what the list gave.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_product_read_alone_is_the_one_of_the_list()
    {
        await using var run = await StartAsync();
        foreach (var listed in await run.Account.Catalog.ListAsync().Take(3).ToListAsync())
        {
            var alone = await run.Account.Catalog.GetAsync(listed.Id);

            Expect.Same(Describe(listed), Describe(alone), $"The product '{listed.Id}'");
        }
    }

    /// <summary>A product that does not exist cannot be bought, and that is what the exception says.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_product_that_nobody_knows_is_unavailable()
    {
        await using var run = await StartAsync();

        var failure = await Expect.FailureAsync(
            () => run.Account.Catalog.GetAsync("no-such-product-77"),
            "Reading an unknown product must fail."
        );

        Expect.Same(GiftCardErrorCode.ProductUnavailable, failure.Code, "The exception's Code");
        Expect.That(failure.Outcome != GiftCardOutcome.MayExist, "Reading a product buys nothing; Outcome says that something may exist.");
    }

    private static void Check(Offer offer, string where)
    {
        Expect.That(
            offer.Currency is { Length: 3 } code && code.All(char.IsAsciiLetterUpper),
            $"{where}: three capital letters are expected."
        );
        Expect.That(offer.DiscountPercent is null or < 100, $"{where}: a discount of {offer.DiscountPercent} % would make the card free.");
        Expect.That(offer.Stock is null or >= 0, $"{where}: a stock of {offer.Stock}.");
        Expect.That(
            offer.DiscountPercent is not null || FaceValues.Of(offer).All(value => offer.CostOf(value) is null),
            $"{where}: the discount is unknown, so the cost must be unknown."
        );
        foreach (var value in FaceValues.Of(offer))
        {
            Expect.Same(offer.Currency, value.Currency, $"{where}: the currency of {value}");
            Expect.That(value.Amount > 0, $"{where}: a face value of {value}.");
            Expect.That(value.IsPayable, $"{where}: {value} has more decimal places than its currency; is the wire's unit right?");
        }

        if (offer.Denominations is RangeDenominations range)
        {
            Expect.That(range.Min <= range.Max, $"{where}: the range {range} is the wrong way round.");
        }
    }

    private static string Describe(Product product) =>
        $"{product.Id} {product.Brand} {product.Kind}: {string.Join("; ", product.Offers.Select(offer => $"{offer.Currency} {offer.Countries} {offer.Denominations} {offer.DiscountPercent}"))}";
}
