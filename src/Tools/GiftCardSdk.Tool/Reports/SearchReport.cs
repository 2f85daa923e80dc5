using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What the catalogs have, and which could not be read.</summary>
internal sealed class SearchReport : Report
{
    private readonly CatalogSearchResult _found;
    private readonly FoundOffer[] _offers;
    private readonly Action<Screen, FoundOffer[]> _show;

    private SearchReport(CatalogSearchResult found, int most, Action<Screen, FoundOffer[]> show) =>
        (_found, _offers, _show) = (found, [.. found.Offers.Take(most)], show);

    /// <summary>Whether an account is missing that could have had it.</summary>
    public override int ExitCode =>
        _found.Failures.Count > 0 ? Tool.ExitCode.Attention
        : _found.Offers.Count == 0 ? Tool.ExitCode.NotFound
        : Tool.ExitCode.Done;

    /// <summary>Products, by account.</summary>
    public static async Task<SearchReport> OfProductsAsync(
        Session session,
        CatalogQuery query,
        string? account,
        int most,
        CancellationToken cancellationToken
    ) => new(await SearchAsync(session, query, account, cancellationToken).ConfigureAwait(false), most, ShowProducts);

    /// <summary>One card at every account that sells it, the cheapest first.</summary>
    public static async Task<SearchReport> OfPricesAsync(
        Session session,
        CatalogQuery query,
        string? account,
        int most,
        CancellationToken cancellationToken
    ) => new(await SearchAsync(session, query, account, cancellationToken).ConfigureAwait(false), most, ShowPrices);

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["offers"] = Json.Array(
                _offers,
                static found => new JsonObject
                {
                    ["account"] = found.Account,
                    ["productId"] = found.Product.Id,
                    ["brand"] = found.Product.Brand,
                    ["kind"] = found.Product.Kind.Value,
                    ["cost"] = Json.Of(found.Cost),
                    ["offer"] = Json.Of(found.Offer),
                }
            ),
            ["more"] = _found.Offers.Count - _offers.Length,
            ["failures"] = Json.Array(
                _found.Failures,
                static failure => new JsonObject { ["account"] = failure.Account, ["message"] = failure.Error.Message }
            ),
        };

    public override void Show(Screen screen)
    {
        _show(screen, _offers);
        if (_found.Offers.Count > _offers.Length)
        {
            screen.Line($"and {Words.Of(_found.Offers.Count - _offers.Length)} more: narrow the search, or ask for more with --most");
        }

        foreach (var failure in _found.Failures)
        {
            screen.Alert($"{failure.Account} could not be searched: {failure.Error.Message}");
        }
    }

    private static void ShowProducts(Screen screen, FoundOffer[] offers) =>
        screen.Table(
            "No product matches.",
            ["account", "product", "brand", "countries", "face values"],
            offers.Select(static found =>
                new[]
                {
                    found.Account,
                    found.Product.Id,
                    found.Product.Brand,
                    Words.Of(found.Offer.Countries),
                    Words.Of(found.Offer.Denominations),
                }
            )
        );

    private static void ShowPrices(Screen screen, FoundOffer[] offers) =>
        screen.Table(
            "No account sells it.",
            ["account", "product", "brand", "discount", "a card costs"],
            offers.Select(static found =>
                new[]
                {
                    found.Account,
                    found.Product.Id,
                    found.Product.Brand,
                    Words.Discount(found.Offer.DiscountPercent),
                    Words.Of(found.Cost),
                }
            )
        );

    private static Task<CatalogSearchResult> SearchAsync(
        Session session,
        CatalogQuery query,
        string? account,
        CancellationToken cancellationToken
    ) => session.GiftCards.Catalog.SearchAsync(query, account is null ? null : [account], cancellationToken);
}
