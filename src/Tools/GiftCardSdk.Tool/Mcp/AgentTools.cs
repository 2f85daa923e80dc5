using GiftCardSdk.Reporting;
using GiftCardSdk.Tool.Orders;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace GiftCardSdk.Tool.Mcp;

/// <summary>What an agent can do: read, and buy where somebody has allowed it.</summary>
internal static class AgentTools
{
    public const string Instructions =
        "Gift cards from several providers. Codes and links of cards are masks here and cannot be had; a person reads them. "
        + "An order is known by its reference: repeating a call with the same reference never buys twice, and a new reference buys again. "
        + "If the end of an order is not known, repeat the same reference; never take a new one.";

    private const int Most = 100;

    private static readonly AgentParameter Account = new("account", "Only this account, by its name; all if left out.");
    private static readonly AgentParameter Reference = new("reference", "The caller's own id of the order.", IsRequired: true);
    private static readonly AgentParameter Search = new("search", "A part of the brand's name.");
    private static readonly AgentParameter Country = new("country", "Where the card is used: two letters, such as US.");
    private static readonly AgentParameter Currency = new("currency", "Three letters, such as USD.");
    private static readonly AgentParameter Amount = new("amount", "The face value of a card, such as 25 USD.", IsRequired: true);

    public static IEnumerable<McpServerTool> Reading(Session session) =>
        [
            Read(
                "accounts",
                "Lists the accounts, their environments and what each can do.",
                [],
                (_, _) => Task.FromResult<Report>(new AccountsReport(session))
            ),
            Read(
                "search_catalog",
                "Searches what the accounts sell.",
                [Search, Country, Currency, Account],
                async (said, stop) =>
                    await SearchReport.OfProductsAsync(session, QueryOf(said), said.Text(Account.Name), Most, stop).ConfigureAwait(false)
            ),
            Read(
                "compare_offers",
                "Compares what one card costs at every account, the cheapest first.",
                [Search with { IsRequired = true }, Amount, Country, Account],
                async (said, stop) =>
                    await SearchReport
                        .OfPricesAsync(
                            session,
                            QueryOf(said) with
                            {
                                FaceValue = said.Amount(Amount.Name),
                                Currency = said.Amount(Amount.Name)?.Currency,
                            },
                            said.Text(Account.Name),
                            Most,
                            stop
                        )
                        .ConfigureAwait(false)
            ),
            Read(
                "balances",
                "Reads what each account can spend, and how long that lasts at the rate of the last week.",
                [Account],
                async (said, stop) => await BalancesReport.ReadAsync(session, said.Text(Account.Name), stop).ConfigureAwait(false)
            ),
            Read(
                "order_status",
                "Reads an order and its cards as the provider shows them now; codes are masks.",
                [Reference, Account],
                async (said, stop) =>
                    new OrdersReport(
                        await new OrderFinder(session, said.Text(Account.Name))
                            .FindAsync(said.Required(Reference.Name), RewardDetail.State, stop)
                            .ConfigureAwait(false),
                        reveals: false
                    )
            ),
            Read(
                "open_orders",
                "Lists orders whose end is open: being sent, unknown, or waiting for a person.",
                [],
                async (_, stop) => await OpenReport.ReadAsync(session.WithJournal(), stop).ConfigureAwait(false)
            ),
            Read(
                "explain_order",
                "Says what happened to an order and what would be safe now, from the journal alone.",
                [Reference, Account],
                async (said, stop) =>
                    new ExplainReport(
                        await new OrderFinder(session.WithJournal(), said.Text(Account.Name))
                            .ExplainOneAsync(said.Required(Reference.Name), stop)
                            .ConfigureAwait(false)
                    )
            ),
            Read(
                "batches",
                "Shows how far batches of orders have come.",
                [new("name", "One batch; all if left out.")],
                async (said, stop) => await BatchReport.ReadAsync(session.WithJournal(), said.Text("name"), stop).ConfigureAwait(false)
            ),
            Read(
                "reconcile",
                "Compares the journal of an account with its provider's orders and payments in a period.",
                [
                    Account with
                    {
                        IsRequired = true,
                    },
                    new("from", "Begin, such as 2026-03-01; UTC.", IsRequired: true),
                    new("to", "End, such as 2026-04-01; UTC.", IsRequired: true),
                ],
                async (said, stop) => await ReconcileAsync(session.WithJournal(), said, stop).ConfigureAwait(false)
            ),
            Read(
                "doctor",
                "Checks settings, providers, clocks, journal and webhooks.",
                [],
                async (_, stop) => await DoctorReport.ReadAsync(session, stop).ConfigureAwait(false)
            ),
        ];

    /// <summary>Buying at one account, within its spending limit.</summary>
    public static McpServerTool Ordering(Session session, IGiftCardAccount account, string limit, TextWriter hints)
    {
        var money = account.Environment == GiftCardEnvironment.Production ? "REAL MONEY" : "play money";
        AgentParameter[] parameters =
        [
            Reference with
            {
                Description =
                    "Your own id of this order, taken from what it is for. The same reference buys once, however often it is called.",
            },
            new("product", "The product, by its id in the account's catalog.", IsRequired: true),
            Amount,
            new("quantity", "How many cards; 1 if left out.", IsNumber: true),
            Country,
            new("max_cost", "Not bought if it costs more, such as 24 USD."),
            new("email", "The recipient's address, if the provider shall send the card; without one a person reads it here."),
            new("recipient_name", "The recipient's name."),
            new("subject", "The subject of the message to the recipient."),
            new("body", "The message to the recipient."),
            new("sender", "Who the message comes from."),
        ];
        return Create(
            "place_order",
            $"Buys a gift card with {money} at {account.Name} ({account.Provider}), at most {limit} in 24 hours.",
            parameters,
            new()
            {
                ReadOnlyHint = false,
                DestructiveHint = true,
                IdempotentHint = true,
            },
            async (said, stop) =>
            {
                var wish = new OrderWish(account.Name, said.Required("product"), said.Amount(Amount.Name)!.Value)
                {
                    Reference = said.Required(Reference.Name),
                    Quantity = said.Number("quantity") ?? 1,
                    Country = said.Text(Country.Name),
                    MaxCost = said.Amount("max_cost"),
                    Email = said.Text("email"),
                    RecipientName = said.Text("recipient_name"),
                    Subject = said.Text("subject"),
                    Body = said.Text("body"),
                    SenderName = said.Text("sender"),
                };
                var order = await new Purchase(session, wish).PlaceAsync(TimeSpan.FromSeconds(20), hints, stop).ConfigureAwait(false);
                return new OrdersReport([order], reveals: false);
            }
        );
    }

    private static CatalogQuery QueryOf(AgentArguments said) =>
        new()
        {
            Search = said.Text(Search.Name),
            Country = said.Text(Country.Name),
            Currency = said.Text(Currency.Name),
        };

    private static async Task<Report> ReconcileAsync(Session session, AgentArguments said, CancellationToken cancellationToken)
    {
        var period = new TimePeriod(said.Time("from")!.Value, said.Time("to")!.Value);
        var report = await session
            .GiftCards.ReconcileAsync(said.Required(Account.Name), period, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return new ReconcileReport(report);
    }

    private static AgentTool Read(
        string name,
        string description,
        IReadOnlyList<AgentParameter> parameters,
        Func<AgentArguments, CancellationToken, Task<Report>> run
    ) => Create(name, description, parameters, new() { ReadOnlyHint = true }, run);

    private static AgentTool Create(
        string name,
        string description,
        IReadOnlyList<AgentParameter> parameters,
        ToolAnnotations annotations,
        Func<AgentArguments, CancellationToken, Task<Report>> run
    ) =>
        new(
            new()
            {
                Name = name,
                Description = description,
                InputSchema = AgentParameter.SchemaOf(parameters),
                Annotations = annotations,
            },
            parameters,
            run
        );
}
