using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Giftronaut's REST API: tokens, both catalogs, orders for recipients, reward links, balance, templates,
/// campaigns and webhooks. Its paths begin with <c>/api/v1</c> below <see cref="ProviderTwin.BaseAddress"/>; tokens come from
/// <c>/oauth2/token</c>.
/// </summary>
/// <remarks>
/// The client key of a sale is the idempotency key, from header or body. A key that is used again after its life, or in the
/// other environment, is a sale of its own and counts in <see cref="SandboxLedger.Duplicates"/>. The ledger counts face values in the minor
/// units of their own currency (hundredths, thousandths for the Kuwaiti dinar, whole yen) and charges in cents of the US dollar.
/// </remarks>
public sealed class GiftronautTwin : ProviderTwin
{
    internal const string ProviderName = "giftronaut";

    private readonly GiftronautReplies _replies;
    private readonly GiftronautCatalog _catalog;
    private readonly GiftronautStore _store;
    private readonly GiftronautAccess _access;
    private readonly GiftronautKeys _keys;
    private readonly GiftronautOrders _orders;

    internal GiftronautTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Giftronaut;
        _replies = new GiftronautReplies(Options);
        _catalog = new GiftronautCatalog(Options, _replies);
        Webhooks = new SandboxWebhooks(
            this,
            sandbox.Seed,
            GiftronautWebhooks.Events,
            "sandbox-giftronaut-signing-secret",
            GiftronautWebhooks.Sign
        );
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        _store = new GiftronautStore(Options, Ledger, ~sandbox.Seed, Schedule) { Webhooks = new GiftronautWebhooks(Options, Webhooks) };
        _access = new GiftronautAccess(Options, _store);
        _orders = new GiftronautOrders(Options, _catalog, _store, _replies);
        _keys = new GiftronautKeys(Options, _orders.Show);
        Routes = AllRoutes();
    }

    /// <summary>A branded product that is listed like any other and refused in every order.</summary>
    public static string UnavailableProductId => GiftronautCatalog.UnavailableProductId;

    /// <summary>The switches; changes take effect with the next request.</summary>
    public GiftronautTwinOptions Options { get; }

    /// <summary>The id of the app of the provider's sandbox.</summary>
    public string ClientId => Now(_ => _access.Sandbox.Id);

    /// <summary>The secret of the app of the provider's sandbox.</summary>
    public string ClientSecret => Now(_ => _access.Sandbox.Secret);

    /// <summary>The id of the app of production.</summary>
    public string ProductionClientId => Now(_ => _access.Production.Id);

    /// <summary>The secret of the app of production.</summary>
    public string ProductionClientSecret => Now(_ => _access.Production.Secret);

    /// <summary>The ids of all products now in the two catalogs, the unavailable ones included.</summary>
    public IReadOnlyList<string> ProductIds => Now(_ => _catalog.Listed.Select(product => product.Id).ToArray());

    /// <summary>
    /// The webhooks about orders and balance, signed in <c>X-Giftronaut-Signature</c>. <see cref="RegisterWebhookAsync"/> sets the receiver as the
    /// provider's portal does; setting it without a challenge stands for typing the token into the portal.
    /// </summary>
    public override SandboxWebhooks Webhooks { get; }

    /// <summary>Gives an app another secret, as a rotation does. Tokens issued before stay good.</summary>
    /// <param name="clientId">The app.</param>
    /// <param name="clientSecret">Its new secret.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public void SetClientSecret(string clientId, string clientSecret) =>
        Now(_ => _access.Change(_access.Known(clientId) with { Secret = clientSecret }));

    /// <summary>Gives an app other scopes. Tokens issued before keep theirs.</summary>
    /// <param name="clientId">The app.</param>
    /// <param name="scopes">Its new scopes, e.g. <c>catalog.read</c>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public void SetScopes(string clientId, params IEnumerable<string> scopes) =>
        Now(_ => _access.Change(_access.Known(clientId) with { Scopes = [.. scopes] }));

    /// <summary>A token with all of an app's scopes, as the token call would give it.</summary>
    /// <param name="clientId">The app; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public string IssueToken(string? clientId = null) =>
        Now(now => _access.Issue(_access.Known(clientId), _access.Known(clientId).Scopes, now));

    /// <summary>Ends every token at once.</summary>
    public void RevokeTokens() => Now(_ => _access.RevokeAll());

    /// <summary>What an account can spend, in US dollars; zero for any other currency, since Giftronaut funds no other.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="clientId">An app of the account; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public decimal GetBalance(string currency = "USD", string? clientId = null) =>
        currency == "USD" ? Now(now => Account(clientId, now).Funds.Available) : 0;

    /// <summary>Sets what an account can spend. In the provider's sandbox the next order may refill it.</summary>
    /// <param name="currency"><c>USD</c>, the only currency Giftronaut funds.</param>
    /// <param name="amount">The amount in US dollars, not negative.</param>
    /// <param name="clientId">An app of the account; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">The currency is another one, or there is no such app.</exception>
    public void SetBalance(string currency, decimal amount, string? clientId = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (currency != "USD")
        {
            throw new ArgumentException($"'{currency}' is not funded at Giftronaut; use USD.", nameof(currency));
        }

        Now(now => Account(clientId, now).Funds.Available = amount);
    }

    /// <summary>A top-up asked for through the API has arrived.</summary>
    /// <param name="fundingNumber">The <c>fundingNo</c> of its reply.</param>
    /// <exception cref="ArgumentException">No top-up waits under this number.</exception>
    public void ApproveTopUp(string fundingNumber) =>
        Now(now =>
        {
            var (account, amount) = TakeTopUp(fundingNumber, now);
            account.Funds.Put("CHARGE", amount, fundingNumber, "Bank transfer", now);
            _store.Webhooks.TopUpApproved(amount, now);
        });

    /// <summary>A top-up asked for through the API is turned down.</summary>
    /// <param name="fundingNumber">The <c>fundingNo</c> of its reply.</param>
    /// <param name="reason">What the webhook says.</param>
    /// <exception cref="ArgumentException">No top-up waits under this number.</exception>
    public void RejectTopUp(string fundingNumber, string reason = "Transfer not received") =>
        Now(now => _store.Webhooks.TopUpRejected(TakeTopUp(fundingNumber, now).Amount, reason, now));

    /// <summary>The recipient redeems a card.</summary>
    /// <param name="rewardLink">The link to it.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It was redeemed or has lapsed, or its order is not complete.</exception>
    public void Claim(string rewardLink) =>
        Now(_ =>
        {
            // The value may be a link that claims money, so it is not repeated.
            var card =
                _store.FindCard(rewardLink) ?? throw new ArgumentException("The twin has no card under this link.", nameof(rewardLink));
            card.Redeemed = card.IsOpen
                ? true
                : throw new InvalidOperationException($"A card of order {card.Order.Id} is {card.Status}, not open.");
        });

    /// <inheritdoc />
    public override void Redeem(string card) => Claim(card);

    /// <summary>Adds a branded product with a list of face values to the catalog.</summary>
    /// <param name="productId">An id the catalog does not have yet.</param>
    /// <param name="brandName">Its brand.</param>
    /// <param name="currency">A currency of the regular catalog.</param>
    /// <param name="faceValues">One value or more, in units of the currency.</param>
    /// <exception cref="ArgumentException">The id is taken, the currency unknown, or there is no face value.</exception>
    public void AddProduct(string productId, string brandName, string currency, params IReadOnlyList<decimal> faceValues)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productId);
        ArgumentNullException.ThrowIfNull(faceValues);
        if (!GiftronautCurrencies.IsKnown(currency))
        {
            throw new ArgumentException($"'{currency}' is not among the twin's currencies.", nameof(currency));
        }

        if (faceValues.Count == 0)
        {
            throw new ArgumentException("A product needs a face value.", nameof(faceValues));
        }

        Now(_ => _catalog.Add(new GiftronautProduct(productId, brandName, currency, Country: null, IsRange: false, [.. faceValues])));
    }

    /// <summary>Takes a product out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="productId">The product's id.</param>
    /// <exception cref="ArgumentException">The catalog has no such product.</exception>
    public void RemoveProduct(string productId) => Now(_ => _catalog.Remove(productId));

    /// <summary>Registers an endpoint for webhooks by the challenge Giftronaut makes; true when the endpoint repeated it.</summary>
    /// <param name="endpoint">An address of this machine; nothing is ever sent elsewhere.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The address is not a loopback one.</exception>
    /// <exception cref="HttpRequestException">Nobody answers there.</exception>
    public async Task<bool> RegisterWebhookAsync(Uri endpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var token = Now(_ => Webhooks.NewId().ToString("N"));
        var isRepeated = await WebhookPost.ChallengeAsync(endpoint, token, cancellationToken).ConfigureAwait(false);
        Webhooks.SetReceiver(isRepeated ? endpoint : Webhooks.Receiver);
        return isRepeated;
    }

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => "/api/v1";

    internal override IReadOnlyList<ControlRoute> ControlRoutes =>
        [
            new("GET", "balance", "what the sandbox app can spend, in US dollars", _ => ShowBalance()),
            new("PUT", "balance", "sets it", SetBalance),
            new("DELETE", "tokens", "ends every token", _ => ControlPlane.Done(RevokeTokens)),
            new("POST", "cards/claim", "the recipient redeems the card under a link", ClaimCard),
            new("POST", "topups/{number}/approve", "a top-up has arrived", call => Done(call, "number", ApproveTopUp)),
            new("DELETE", "products/{id}", "takes a product out of the catalog", call => Done(call, "id", RemoveProduct)),
        ];

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [
            (ClientId, "secret " + ClientSecret),
            (ProductionClientId, "secret " + ProductionClientSecret),
            ("bounces", GiftronautStore.BouncePrefix + "@mail.example"),
            ("sold out", UnavailableProductId),
        ];

    internal override string Example =>
        $"curl {BaseAddress}oauth2/token -d grant_type=client_credentials -d client_id={ClientId} -d client_secret={ClientSecret} -d 'scope=catalog.read orders.write'";

    internal override SandboxAnswer? Admit(SandboxCall call) => _access.Admit(call);

    internal override SandboxAnswer TooManyRequests() => GiftronautRules.TooManyRequests();

    internal override SandboxAnswer Unauthorized() => GiftronautRules.Unauthorized;

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) => GiftronautRules.NoSuchRoute(call);

    internal override IEnumerable<(string Name, string Value)> HeadersFor(SandboxCall call) =>
        call.Header("X-Request-Id") is { Length: > 0 } id ? [("X-Request-Id", id)] : [];

    // The token call and the twenty-four documented operations, two of them under two spellings.
    private IReadOnlyList<TwinRoute> AllRoutes()
    {
        var balance = new GiftronautBalance(Options, _store, _replies);
        var templates = new GiftronautTemplates(_store, _replies);
        var campaigns = new GiftronautCampaigns(_store, _orders, _replies);
        return
        [
            new("tokens.create", "POST", GiftronautAccess.TokenPath, _access.CreateToken, static _ => null),
            Read("branded_cards.list", "catalog/branded-cards", call => _catalog.List(call, GiftronautRules.Branded), "catalog.read"),
            Read("choice_cards.list", "catalog/choice-cards", call => _catalog.List(call, GiftronautRules.Choice), "catalog.read"),
            Buy(GiftronautOrders.BuyBranded, "orders/branded-card", GiftronautRules.Order, _orders.Branded, GiftronautOrderPaths.Plural),
            Buy(GiftronautOrders.BuyBranded, "orders/branded-cards", GiftronautRules.Order, _orders.Branded, GiftronautOrderPaths.Singular),
            Buy(GiftronautOrders.BuyChoice, "orders/choice-card", GiftronautRules.Order, _orders.Choice, GiftronautOrderPaths.Plural),
            Buy(GiftronautOrders.BuyChoice, "orders/choice-cards", GiftronautRules.Order, _orders.Choice, GiftronautOrderPaths.Singular),
            Read("orders.list", "orders", _orders.List, "orders.read"),
            Read("orders.get", "orders/{id}", _orders.Get, "orders.read"),
            Write("orders.cancel", "POST", "orders/{id}/cancel", shape: null, _orders.Cancel, "orders.write"),
            Write("orders.resend", "POST", "orders/{id}/resend", GiftronautRules.Resend, _orders.Resend, "orders.write"),
            Buy(GiftronautOrders.BuyLinks, "orders/reward-links", GiftronautRules.Links, _orders.Links),
            Write("test_email.send", "POST", "orders/test-email", GiftronautRules.TestEmail, _orders.SendTestEmail, "orders.write"),
            Read("balance.get", "balance", balance.Get, "balance.read"),
            Read("balance.ledger", "balance/ledger", balance.Ledger, "balance.read"),
            Write("balance.charge", "POST", "balance/charge", GiftronautRules.TopUp, balance.TopUp, "balance.write"),
            Read("templates.list", "templates", templates.List, "templates.read"),
            Read("templates.get", "templates/{id}", templates.Get, "templates.read"),
            Write("templates.create", "POST", "templates", GiftronautRules.Template, templates.Create, "templates.write"),
            Write("templates.replace", "PUT", "templates/{id}", GiftronautRules.Template, templates.Replace, "templates.write"),
            Delete("templates.delete", "templates/{id}", GiftronautTemplates.Delete, "templates.write"),
            Read("campaigns.list", "campaigns", campaigns.List, "campaigns.read"),
            Read("campaigns.get", "campaigns/{id}", campaigns.Get, "campaigns.read"),
            Write("campaigns.create", "POST", "campaigns", GiftronautRules.Campaign, campaigns.Create, "campaigns.write"),
            Write("campaigns.replace", "PUT", "campaigns/{id}", GiftronautRules.Campaign, campaigns.Replace, "campaigns.write"),
            Delete("campaigns.delete", "campaigns/{id}", GiftronautCampaigns.Delete, "campaigns.write"),
            Write(
                GiftronautOrders.RunCampaign,
                "POST",
                "campaigns/{id}/orders",
                GiftronautRules.Run,
                campaigns.Run,
                "campaigns.write",
                "orders.write"
            ),
        ];
    }

    private TwinRoute Read(string operation, string path, Func<GiftronautCall, SandboxAnswer> act, string scope) =>
        Route(operation, "GET", path, call => _access.Enter(call, [scope], act));

    private TwinRoute Delete(string operation, string path, Func<GiftronautCall, SandboxAnswer> act, string scope) =>
        Route(operation, "DELETE", path, call => _access.Enter(call, [scope], act));

    // A key may come with any write, and makes it happen once.
    private TwinRoute Write(
        string operation,
        string verb,
        string path,
        Shape? shape,
        Func<GiftronautCall, SandboxAnswer> act,
        params string[] scopes
    ) => Route(operation, verb, path, call => _access.Enter(call, scopes, entered => Once(entered, operation, false, shape, act)));

    // Without a key nothing is sold. The path may be one that the account's API does not have.
    private TwinRoute Buy(
        string operation,
        string path,
        Shape shape,
        Func<GiftronautCall, SandboxAnswer> act,
        GiftronautOrderPaths? unless = null
    ) =>
        Route(
            operation,
            "POST",
            path,
            call =>
                Options.OrderPaths == unless
                    ? NoSuchRoute(call)
                    : _access.Enter(call, ["orders.write"], entered => Once(entered, operation, true, shape, act))
        );

    private SandboxAnswer Once(
        GiftronautCall call,
        string operation,
        bool needsKey,
        Shape? shape,
        Func<GiftronautCall, SandboxAnswer> act
    ) =>
        _keys.Run(
            call,
            operation + call.Http.Route("id"),
            needsKey,
            entered => shape is null ? act(entered) : GiftronautRules.Read(entered, shape, act)
        );

    // The look-up by key counts as carrying it, so that a fault can be aimed at one order's story.
    private TwinRoute Route(string operation, string verb, string path, Func<SandboxCall, SandboxAnswer> act) =>
        new(operation, verb, $"{PathPrefix}/{path}", act, call => GiftronautKeys.Peek(call) ?? call.QueryValue("clientOrderId"));

    private SandboxAnswer ShowBalance() => SandboxAnswer.Json(StatusCodes.Status200OK, new JsonObject { ["dollars"] = GetBalance() });

    private SandboxAnswer SetBalance(SandboxCall call)
    {
        SetBalance("USD", ControlPlane.Units(call, "dollars"));
        return ShowBalance();
    }

    private SandboxAnswer ClaimCard(SandboxCall call)
    {
        var link = Json.Parse(call.Body).Text("link") ?? throw new JsonException("The body is an object with a text 'link'.");
        return ControlPlane.Done(() => Claim(link));
    }

    private static SandboxAnswer Done(SandboxCall call, string name, Action<string> action) =>
        ControlPlane.Done(() => action(call.Route(name)));

    private GiftronautAccount Account(string? clientId, DateTimeOffset now) => _store.AccountOf(_access.Known(clientId), now);

    private (GiftronautAccount Account, decimal Amount) TakeTopUp(string number, DateTimeOffset now)
    {
        var account = _store.AccountOf(_access.Production, now);
        return account.Funds.TopUps.Remove(number, out var amount)
            ? (account, amount)
            : throw new ArgumentException($"No top-up waits under '{number}'.", nameof(number));
    }
}
