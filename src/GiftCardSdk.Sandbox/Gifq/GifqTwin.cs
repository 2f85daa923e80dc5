using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of GIFQ's REST API: catalog, orders, campaigns, payouts, balances, transactions. Its paths begin with <c>/api</c>
/// below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
/// <remarks>
/// References steer it: an order whose reference begins with <c>sim-fail-</c> fails and is refunded, with <c>sim-slow-</c> it takes
/// long, with <c>sim-empty-</c> it completes without a single code, and with <c>sim-dup422-</c> its repeat is refused. The ledger counts in
/// each currency's own minor units: 500 for 5 US dollars or for 500 yen.
/// </remarks>
public sealed class GifqTwin : ProviderTwin
{
    internal const string ProviderName = "gifq";

    private readonly GifqReplies _replies;
    private readonly GifqCatalog _catalog;
    private readonly GifqFunds _funds;
    private readonly GifqOrders _orders;
    private readonly GifqCampaigns _campaigns;
    private readonly GifqPayouts _payouts;
    private readonly Dictionary<string, RequestBudget> _budgets = new(StringComparer.Ordinal);
    private volatile string[] _tokens;

    internal GifqTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Gifq;
        _tokens = [.. Options.ApiTokens];
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        var draw = new GifqDraw(~sandbox.Seed);
        _replies = new GifqReplies(Options, draw);
        _catalog = new GifqCatalog(_replies, Options.ExtraBrands);
        _funds = new GifqFunds(Options, _replies, Ledger);
        _orders = new GifqOrders(Options, _catalog, _funds, draw, _replies, Ledger, Schedule);
        _campaigns = new GifqCampaigns(Options, _catalog, draw, _replies);
        Webhooks = new SandboxWebhooks(
            this,
            sandbox.Seed,
            [GifqPayouts.Updated],
            "sandbox-gifq-webhook-secret",
            static (webhook, secret, _) => [("X-Gifq-Signature", SandboxWebhooks.Hmac(secret, webhook.Body))]
        );
        _payouts = new GifqPayouts(_campaigns, _catalog, _funds, draw, Webhooks, _replies, Ledger, Schedule);
        Routes = AllRoutes();
        // As GIFQ funds its sandbox.
        foreach (var currency in (string[])["USD", "GBP", "EUR"])
        {
            _funds.Set(currency, 5_000, Clock.GetUtcNow());
        }
    }

    /// <summary>The slug of a brand that is listed like any other and refused in every order.</summary>
    public static string UnavailableBrand => GifqCatalog.UnavailableBrand;

    /// <summary>The switches; changes take effect with the next request.</summary>
    public GifqTwinOptions Options { get; }

    /// <summary>The tokens accepted now; a copy.</summary>
    public IReadOnlyList<string> ApiTokens => [.. _tokens];

    /// <summary>The first token accepted now.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiToken => _tokens is [var first, ..] ? first : throw new InvalidOperationException("The twin accepts no token.");

    /// <summary>The slugs of all brands now in the catalog, the unavailable one included.</summary>
    public IReadOnlyList<string> Products => Now(_ => _catalog.Listed.Select(brand => brand.Slug).ToArray());

    /// <summary>What can be spent, in units of each currency; a copy.</summary>
    public IReadOnlyDictionary<string, decimal> Balances =>
        Now(_ => new Dictionary<string, decimal>(_funds.Balances, StringComparer.Ordinal));

    /// <summary>
    /// The webhooks about payouts whose order named a <c>callback_url</c>. GIFQ documents that they exist and are signed, and nothing more: event,
    /// body (<c>event</c>, and the payout as <c>data</c>) and the header <c>X-Gifq-Signature</c>, HMAC-SHA256 in hexadecimal, are invented.
    /// </summary>
    public override SandboxWebhooks Webhooks { get; }

    /// <summary>Replaces the tokens that are accepted, as a rotation does; none at all locks everybody out.</summary>
    public void SetApiTokens(params IEnumerable<string> tokens) => _tokens = [.. tokens];

    /// <summary>What can be spent in one currency, in units of the currency; zero for a currency the account does not have.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <exception cref="ArgumentException">The twin does not know the currency.</exception>
    public decimal GetBalance(string currency) => Balances.GetValueOrDefault(Known(currency));

    /// <summary>Sets what can be spent in one currency; the difference is a top-up among the transactions.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">In units of the currency: 12.50 is twelve and a half dollars.</param>
    /// <exception cref="ArgumentException">The twin does not know the currency.</exception>
    public void SetBalance(string currency, decimal amount) => Now(now => _funds.Set(Known(currency), amount, now));

    /// <summary>Takes a brand out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="id">The brand's slug.</param>
    /// <exception cref="ArgumentException">The catalog has no such brand.</exception>
    public void RemoveProduct(string id) => Now(_ => _catalog.Remove(id));

    /// <summary>The claim token in the link the recipient is sent; the merchant never sees it.</summary>
    /// <param name="payout">The payout's id.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    public string ClaimToken(string payout) => Now(_ => Payout(payout).Token);

    /// <summary>The recipient claims a payout.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <param name="brand">The slug of the brand the recipient picks from the campaign's catalog; null picks the first.</param>
    /// <exception cref="ArgumentException">There is no such payout, or the campaign does not offer the brand.</exception>
    /// <exception cref="InvalidOperationException">It has ended, or its e-mail has not gone out yet.</exception>
    public void Claim(string payout, string? brand = null) => Now(now => _payouts.Claim(Payout(payout), brand, withCard: true, now));

    /// <summary>The recipient claims a payout, or spends the card of an order, of which GIFQ tells nothing.</summary>
    /// <inheritdoc />
    public override void Redeem(string card) =>
        Now(now =>
        {
            if (_payouts.Find(card) is { } payout)
            {
                _payouts.Claim(payout, brand: null, withCard: true, now);
            }
            else
            {
                _orders.Redeem(card, now);
            }
        });

    /// <summary>The recipient takes something other than a card, such as crypto; the payout stays without a brand.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended, or its e-mail has not gone out yet.</exception>
    public void ClaimWithoutCard(string payout) => Now(now => _payouts.Claim(Payout(payout), brand: null, withCard: false, now));

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => "/api";

    internal override IReadOnlyList<ControlRoute> ControlRoutes =>
        [
            new("GET", "balances", "what can be spent, by currency", _ => ShowBalances()),
            new("PUT", "balances/{currency}", "sets a balance", SetBalance),
            new("GET", "payouts/{id}/token", "the claim token in the recipient's e-mail", ShowToken),
            new("POST", "payouts/{id}/claim", "the recipient chooses", Claim),
            new("DELETE", "products/{id}", "takes a brand out of the catalog", RemoveProduct),
        ];

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [("api token", _tokens.FirstOrDefault() ?? "none"), ("sold out", UnavailableBrand)];

    internal override string Example => $"curl {BaseAddress}api/balances -H 'X-Api-Token: {_tokens.FirstOrDefault()}'";

    internal override SandboxAnswer? Admit(SandboxCall call)
    {
        var token = call.Header("X-Api-Token");
        var isKnown = token is not null && Array.IndexOf(_tokens, token) >= 0;
        if (!HasBudget(isKnown ? token! : "", call.Now))
        {
            return TooManyRequests();
        }

        // The token in the path is the credential there.
        if (call.Route("token").Length > 0)
        {
            return null;
        }

        return isKnown ? RefuseAddress() : Unauthorized();
    }

    internal override SandboxAnswer TooManyRequests() =>
        _replies.Refuse(StatusCodes.Status429TooManyRequests, "Slow down") with
        {
            RetryAfter = Options.RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture),
        };

    internal override SandboxAnswer Unauthorized() => _replies.Refuse(StatusCodes.Status401Unauthorized, "No usable token");

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        _replies.Refuse(StatusCodes.Status404NotFound, "There is no such operation.");

    // Five of the nineteen are on paths that are assumed.
    private IReadOnlyList<TwinRoute> AllRoutes() =>
        [
            Route("products.list", "GET", "products", _catalog.List),
            Route("orders.create", "POST", "orders", Reading(GifqOrders.Body, _orders.Create), call => call.BodyMember("reference")),
            Route("orders.list", "GET", "orders", _orders.List),
            Route("orders.get", "GET", "orders/{id}", _orders.Get, Id),
            Route("campaigns.list", "GET", "campaigns", _campaigns.List),
            Route("campaigns.create", "POST", "campaigns", _campaigns.Create),
            Route("campaigns.get", "GET", "campaigns/{id}", _campaigns.Get, Id),
            Route("campaigns.update", "PATCH", "campaigns/{id}", _campaigns.Update, Id),
            Route("campaigns.catalog", "GET", "campaigns/{id}/catalog", _campaigns.Catalog, Id),
            Route("campaigns.activate", "POST", "campaigns/{id}/activate", call => _campaigns.Act(call, "active"), Id),
            Route("campaigns.pause", "POST", "campaigns/{id}/pause", call => _campaigns.Act(call, "paused"), Id),
            Route("campaigns.archive", "POST", "campaigns/{id}/archive", call => _campaigns.Act(call, "archived"), Id),
            Route("payout_orders.create", "POST", "payout-orders", Reading(GifqPayouts.Body, _payouts.Create), Campaign),
            Route("payout_orders.list", "GET", "payout-orders", _payouts.ListOrders),
            Route("payout_orders.get", "GET", "payout-orders/{id}", _payouts.GetOrder, Id),
            Route("payouts.list", "GET", "payouts", _payouts.List),
            Route("payouts.page", "GET", "payouts/{token}", _payouts.Page),
            Route("balances.list", "GET", "balances", _funds.ListBalances),
            Route("transactions.list", "GET", "transactions", _funds.ListTransactions),
        ];

    private TwinRoute Route(
        string operation,
        string verb,
        string path,
        Func<SandboxCall, SandboxAnswer> act,
        Func<SandboxCall, string?>? key = null
    ) => new(operation, verb, $"{PathPrefix}/{path}", act, key ?? (static _ => null));

    private Func<SandboxCall, SandboxAnswer> Reading(Shape shape, Func<SandboxCall, JsonObject, SandboxAnswer> act) =>
        call => _replies.Read(call, shape, body => act(call, body));

    private static string? Id(SandboxCall call) => call.Route("id");

    private static string? Campaign(SandboxCall call) => call.BodyMember("campaign_id");

    private SandboxAnswer ShowBalances() => Now(_ => SandboxAnswer.Json(StatusCodes.Status200OK, _funds.ShowBalances()));

    private SandboxAnswer SetBalance(SandboxCall call)
    {
        SetBalance(call.Route("currency"), ControlPlane.Units(call, "amount"));
        return ShowBalances();
    }

    private SandboxAnswer ShowToken(SandboxCall call) => SandboxAnswer.Text(StatusCodes.Status200OK, ClaimToken(call.Route("id")));

    private SandboxAnswer Claim(SandboxCall call)
    {
        var brand = call.Body.Length > 0 ? Json.Parse(call.Body).Text("brand") : null;
        return ControlPlane.Done(() => Claim(call.Route("id"), brand));
    }

    private SandboxAnswer RemoveProduct(SandboxCall call) => ControlPlane.Done(() => RemoveProduct(call.Route("id")));

    // Calls without a good token share one budget: the provider counts them by address, and here all come from the loopback.
    private bool HasBudget(string token, DateTimeOffset now)
    {
        if (Options.RequestsPerSecond is not { } limit)
        {
            return true;
        }

        if (!_budgets.TryGetValue(token, out var budget))
        {
            _budgets.Add(token, budget = new RequestBudget());
        }

        return budget.TryTake(now, limit, burst: limit);
    }

    private SandboxAnswer? RefuseAddress() =>
        Options.CallerAddress switch
        {
            GifqCallerAddress.Unauthorized => _replies.Refuse(StatusCodes.Status401Unauthorized, "This address is not allowed"),
            GifqCallerAddress.Forbidden => _replies.Refuse(StatusCodes.Status403Forbidden, "This address is not allowed"),
            _ => null,
        };

    private GifqPayout Payout(string payout) =>
        _payouts.Find(payout)
        // The value may be a token that claims money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no payout with this id or claim token.", nameof(payout));

    private static string Known(string currency) =>
        GifqCurrencies.Find(currency) is { } known
            ? known.Code
            : throw new ArgumentException($"The twin does not know the currency '{currency}'; use one such as USD.", nameof(currency));
}
