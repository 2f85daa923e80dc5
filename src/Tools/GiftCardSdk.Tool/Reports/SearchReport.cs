using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What the catalogs have, and which could not be read.</summary>
internal abstract class SearchReport(CatalogSearchResult found, int most) : Report
{
    /// <summary>Whether an account is missing that could have had it.</summary>
    public override int ExitCode =>
        found.Failures.Count > 0 ? Tool.ExitCode.Attention
        : found.Offers.Count == 0 ? Tool.ExitCode.NotFound
        : Tool.ExitCode.Done;

    protected IReadOnlyList<FoundOffer> Offers { get; } = [.. found.Offers.Take(most)];

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["offers"] = Json.Array(
                Offers,
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
            ["more"] = found.Offers.Count - Offers.Count,
            ["failures"] = Json.Array(
                found.Failures,
                static failure => new JsonObject { ["account"] = failure.Account, ["message"] = failure.Error.Message }
            ),
        };

    public override void Show(Screen screen)
    {
        ShowOffers(screen);
        if (found.Offers.Count > Offers.Count)
        {
            screen.Line($"and {Words.Of(found.Offers.Count - Offers.Count)} more: narrow the search, or ask for more with --most");
        }

        foreach (var failure in found.Failures)
        {
            screen.Alert($"{failure.Account} could not be searched: {failure.Error.Message}");
        }
    }

    protected abstract void ShowOffers(Screen screen);

    protected static Task<CatalogSearchResult> SearchAsync(
        Session session,
        CatalogQuery query,
        string? account,
        CancellationToken cancellationToken
    ) => session.GiftCards.Catalog.SearchAsync(query, account is null ? null : [account], cancellationToken);
}

/// <summary>Products, by account.</summary>
internal sealed class CatalogReport : SearchReport
{
    private CatalogReport(CatalogSearchResult found, int most)
        : base(found, most) { }

    public static async Task<CatalogReport> ReadAsync(
        Session session,
        CatalogQuery query,
        string? account,
        int most,
        CancellationToken cancellationToken
    ) => new(await SearchAsync(session, query, account, cancellationToken).ConfigureAwait(false), most);

    protected override void ShowOffers(Screen screen) =>
        screen.Table(
            "No product matches.",
            ["account", "product", "brand", "countries", "face values"],
            Offers.Select(static found =>
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
}

/// <summary>One card at every account that sells it, the cheapest first.</summary>
internal sealed class OffersReport : SearchReport
{
    private OffersReport(CatalogSearchResult found, int most)
        : base(found, most) { }

    public static async Task<OffersReport> ReadAsync(
        Session session,
        CatalogQuery query,
        string? account,
        int most,
        CancellationToken cancellationToken
    ) => new(await SearchAsync(session, query, account, cancellationToken).ConfigureAwait(false), most);

    protected override void ShowOffers(Screen screen) =>
        screen.Table(
            "No account sells it.",
            ["account", "product", "brand", "discount", "a card costs"],
            Offers.Select(static found =>
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
}
