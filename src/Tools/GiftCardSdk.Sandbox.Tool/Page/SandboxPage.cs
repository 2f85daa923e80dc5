namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>The page: parts that are fetched anew while it is open, and forms beside them.</summary>
internal sealed class SandboxPage(GiftCardSandbox sandbox, IReadOnlyList<Desk> desks)
{
    public GiftCardSandbox Sandbox => sandbox;

    public IReadOnlyList<Desk> Desks => desks;

    /// <summary>What changes by itself, by its name in the address.</summary>
    public IReadOnlyDictionary<string, Func<Html>> Parts =>
        new Dictionary<string, Func<Html>>(StringComparer.Ordinal)
        {
            ["clock"] = Clock,
            ["balances"] = () => BalancesPart.Show(desks),
            ["cards"] = () => CardsPart.Show(desks),
            ["requests"] = () => RequestsPart.Show(desks),
            ["webhooks"] = () => WebhooksPart.Show(desks),
            ["faults"] = () => FaultsPart.Show(desks),
        };

    /// <summary>All of it.</summary>
    /// <param name="complaint">Why what was asked for was not done; null for nothing to say.</param>
    public Html Whole(string? complaint = null) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Gift card sandbox</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/page.css">
            <script src="/page.js" defer></script>
            </head>
            <body>
            <header>
            <h1>Gift card sandbox</h1>
            <p>Play money, invented cards.</p>
            {Live("clock", Clock())}
            <nav>{Sections.Select(section => (Html)$"<a href=\"#{section.Id}\">{section.Title}</a>")}</nav>
            {Alert(complaint)}
            </header>
            <main>
            {Sections.Select(Section)}
            </main>
            </body>
            </html>
            """;

    private static Html Alert(string? complaint) => complaint is null ? Html.None : $"<p role=\"alert\">{complaint}</p>";

    private static Html Live(string name, Html content) => $"<div data-part=\"{name}\">{content}</div>";

    private IEnumerable<(string Id, string Title, Html Content)> Sections =>
        [
            ("cards", "Cards", Live("cards", CardsPart.Show(desks))),
            ("balances", "Balances", $"{Live("balances", BalancesPart.Show(desks))}{BalancesPart.Form(desks)}"),
            ("requests", "Requests", Live("requests", RequestsPart.Show(desks))),
            ("webhooks", "Webhooks", $"{WebhooksPart.Form(desks)}{Live("webhooks", WebhooksPart.Show(desks))}"),
            ("faults", "Faults", $"{FaultsPart.Form(desks)}{Live("faults", FaultsPart.Show(desks))}"),
            ("clock", "Clock", TurnClock),
            (
                "settings",
                "Settings",
                $"<p>Into <code>appsettings.json</code>, for the accounts that you use:</p><pre>{Desk.SettingsOf(desks)}</pre>"
            ),
        ];

    private static Html Section((string Id, string Title, Html Content) section) =>
        $"""
            <section id="{section.Id}">
            <h2>{section.Title}</h2>
            {section.Content}
            </section>
            """;

    private Html Clock() => $"It is <time>{sandbox.TimeProvider.GetUtcNow()}</time> UTC here.";

    private static Html TurnClock =>
        $"""
            <p>Everything runs on this clock: orders complete, cards expire, webhooks are sent again. It goes forward only.</p>
            <form method="post" action="/clock" class="row">
            <button name="days" value="0.04166666666667">1 hour</button>
            <button name="days" value="1">1 day</button>
            <button name="days" value="30">30 days</button>
            <button name="days" value="365">1 year</button>
            </form>
            <form method="post" action="/clock" class="row">
            <label>Days <input name="days" type="number" min="0" max="3650" step="any" required></label>
            <button>Turn</button>
            </form>
            """;
}
