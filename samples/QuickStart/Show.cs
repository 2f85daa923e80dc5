using System.Globalization;
using GiftCardSdk;
using Spectre.Console;

namespace QuickStart;

/// <summary>What the walkthrough prints. A code or a link prints as a mask by itself; <see cref="Revealed"/> is the one place that gives it away.</summary>
internal static class Show
{
    /// <summary>Colours only on a screen; tables that fit into 80 columns.</summary>
    public static void FitTheScreen()
    {
        AnsiConsole.Profile.Width = Math.Clamp(AnsiConsole.Profile.Width, 80, 120);
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
    }

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
    }

    public static void Catalog(string title, IReadOnlyList<Product> products)
    {
        var table = NewTable(title, "brand", "product id", "countries", "face values");
        foreach (var product in products)
        {
            var offer = product.Offers.Count > 0 ? product.Offers[0] : null;
            Row(
                table,
                product.Brand,
                product.Id,
                offer is null ? "no offer" : Countries(offer.Countries),
                offer is null ? "no offer" : offer.Denominations.ToString()!
            );
        }

        AnsiConsole.Write(table);
    }

    public static void Order(string title, Order order)
    {
        var table = NewTable(title, "order", "status", "face value", "delivery", "redemption", "link or code");
        foreach (var reward in order.Rewards)
        {
            Row(
                table,
                Short(order.Id),
                order.Status.ToString(),
                reward.FaceValue?.ToString() ?? "not said",
                reward.Delivery.Value,
                reward.Redemption.Value,
                reward.Redeemable?.ToString() ?? (order.Delivery == GiftCardSdk.Delivery.Returned ? "none yet" : "with the recipient")
            );
        }

        AnsiConsole.Write(table);
    }

    private static string Countries(CountrySet countries) =>
        countries.Codes is [var first, var second, var third, _, ..]
            ? $"{first}, {second}, {third} and {countries.Codes.Count - 3} more"
            : countries.ToString();

    public static void Revealed(Reward reward) =>
        Line($"[yellow]revealed on purpose:[/] {Markup.Escape((reward.Link ?? reward.Code)?.Reveal() ?? "nothing to reveal")}");

    public static void Step(string what, Order order) =>
        Line(
            $"[green]{Markup.Escape(what)}:[/] {string.Join(", ", order.Rewards.Select(reward => $"{Short(reward.Id ?? "a card without an id")} {reward.Delivery}, {reward.Redemption}"))}"
        );

    public static void Twice(Order first, Order second) =>
        Line(
            $"[bold]The same reference, placed twice:[/] {Short(first.Id)} and {Short(second.Id)}, "
                + (first.Id == second.Id && second.WasReplayed ? "[green]one order[/]" : "[red]two orders[/]")
        );

    public static void Survived(string what, Order order) =>
        Line($"[bold]{Markup.Escape(what)}:[/] [green]order {Short(order.Id)}[/], {order.Status}");

    public static void Own(string what, string result) => Line($"[bold]{Markup.Escape(what)}:[/] [green]{Markup.Escape(result)}[/]");

    public static void Mistake(string message) =>
        AnsiConsole.Write(new Panel(Markup.Escape(message)).Header("a mistake, and how it looks").BorderColor(Color.Red));

    public static void Balances(IReadOnlyList<Balance> before, IReadOnlyList<Balance> after)
    {
        var table = NewTable("Balances that changed", "currency", "before", "after", "spent", "held for unclaimed cards");
        foreach (var balance in after)
        {
            var was = before.First(other => other.Currency == balance.Currency).Available;
            if (was == balance.Available)
            {
                continue;
            }

            Row(
                table,
                balance.Currency,
                was.ToString(),
                balance.Available.ToString(),
                (was - balance.Available).ToString(),
                balance.Reserved?.ToString() ?? "not said"
            );
        }

        AnsiConsole.Write(table);
    }

    /// <summary>The last line, counted in the twins' ledgers; the exit code says whether it is as promised.</summary>
    public static int Finish(IReadOnlyList<IProviderSample> samples)
    {
        AnsiConsole.WriteLine();
        if (samples.Any(sample => sample.Twin is null))
        {
            Console.WriteLine("QuickStart finished against a real test environment; what was sold stands in the provider's own portal.");
            return 0;
        }

        var twins = samples.Select(sample => sample.Twin!).ToList();
        var (orders, cards, duplicates) = (
            twins.Sum(twin => twin.OrdersSold),
            twins.Sum(twin => twin.CardsSold),
            twins.Sum(twin => twin.Duplicates)
        );
        var providers = samples.Count == 1 ? "1 provider" : string.Create(CultureInfo.InvariantCulture, $"{samples.Count} providers");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"QuickStart finished: {providers}, {orders} orders, {cards} cards, {duplicates} duplicates"
            )
        );
        return duplicates == 0 ? 0 : 1;
    }

    private static Table NewTable(string title, params string[] columns) =>
        new Table().Title($"[bold]{Markup.Escape(title)}[/]").Border(TableBorder.Rounded).AddColumns(columns);

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);

    private static void Line(string markup) => AnsiConsole.MarkupLine(markup);

    private static string Short(string id) => id.Length > 10 ? id[..10] + "…" : id;
}
