using System.Globalization;
using GiftCardSdk;
using Spectre.Console;

namespace CompareOffers;

/// <summary>The comparison as a table.</summary>
internal static class Show
{
    public static void Ranking(Wanted wanted, IReadOnlyList<FoundOffer> offers)
    {
        AnsiConsole.Profile.Width = Math.Clamp(AnsiConsole.Profile.Width, 120, 140);
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
        var table = new Table { Title = new($"{Markup.Escape(wanted.Brand)}, {wanted.FaceValue}, for {wanted.Country}") };
        table
            .Border(TableBorder.Rounded)
            .AddColumns("account", "brand", "product id", "face values", "discount", "fee a card", "a card costs");
        foreach (var bid in offers)
        {
            table.AddRow([
                .. new[]
                {
                    bid.Account,
                    bid.Product.Brand,
                    bid.Product.Id,
                    bid.Offer.Denominations.ToString() ?? "",
                    Percent(bid.Offer.DiscountPercent),
                    bid.Offer.FeePerCard?.ToString() ?? "unknown",
                    bid.Cost?.ToString() ?? "unknown",
                }.Select(cell => new Markup(Markup.Escape(cell))),
            ]);
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The accounts without an offer, and why.</summary>
    public static void Rest(IEnumerable<IGiftCardAccount> accounts, CatalogSearchResult found)
    {
        foreach (
            var name in accounts.Select(account => account.Name).Except(found.Offers.Select(offer => offer.Account), StringComparer.Ordinal)
        )
        {
            var failure = found.Failures.FirstOrDefault(failure => failure.Account == name);
            AnsiConsole.WriteLine($"{name}: {failure?.Error.Message ?? "does not sell it"}");
        }
    }

    public static void Verdict(IReadOnlyList<FoundOffer> offers) =>
        AnsiConsole.WriteLine(
            offers.FirstOrDefault(offer => offer.Cost is not null) is { } best
                ? $"cheapest of what is known: {best.Account}, {best.Cost}"
                : "no account says what the card costs"
        );

    /// <summary>A negative discount is a fee, and shown as one.</summary>
    private static string Percent(decimal? discount) =>
        discount switch
        {
            null => "unknown",
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-discount:0.##} % on top"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{discount:0.##} %"),
        };
}
