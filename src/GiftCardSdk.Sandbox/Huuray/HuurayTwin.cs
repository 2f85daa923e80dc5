using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Huuray's API: signed calls, catalogue and stock, orders with or without delivery, search, resend, cancel, PDFs
/// and uploads. Its paths begin with <c>/v4</c> below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
/// <remarks>
/// Huuray has no idempotency and neither has the twin: the same order sent twice is sold twice, and
/// <see cref="SandboxLedger.Duplicates"/> counts it. A client key is the order's <c>RefID</c>.
/// </remarks>
public sealed class HuurayTwin : ProviderTwin
{
    internal const string ProviderName = "huuray";

    private readonly HuurayCatalog _catalog;
    private readonly HuurayStore _store;
    private readonly HuurayAccess _access;

    internal HuurayTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Huuray;
        var currencies = new HuurayCurrencies(Options.MinorUnits);
        _access = new HuurayAccess(Options);
        _catalog = new HuurayCatalog(Options, currencies);
        Webhooks = new SandboxWebhooks(this, sandbox.Seed, HuurayWebhooks.Events, "sandbox-huuray-webhook-secret", HuurayWebhooks.Sign);
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        _store = new HuurayStore(Options, currencies, _catalog, Ledger, new HuurayWebhooks(Options, Webhooks), ~sandbox.Seed, Schedule);
        Routes = AllRoutes();
    }

    /// <summary>A product that is listed like any other and refused in every order.</summary>
    public static string UnavailableProductToken => HuurayCatalog.UnavailableProductToken;

    /// <summary>The switches.</summary>
    public HuurayTwinOptions Options { get; }

    /// <summary>The first token accepted now.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiToken => First.ApiToken;

    /// <summary>The secret of <see cref="ApiToken"/>.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiSecret => First.ApiSecret;

    /// <summary>The tokens of all products the account may order, the unavailable ones included.</summary>
    public IReadOnlyList<string> ProductTokens => Now(_ => _catalog.Orderable.Select(product => product.Token).ToArray());

    /// <summary>What can be spent, in minor units by currency; a copy.</summary>
    public IReadOnlyDictionary<string, long> Balances => Now(_ => _store.Funds.ToDictionary(StringComparer.Ordinal));

    /// <summary>
    /// The webhooks about orders and cards. Huuray advertises them for delivery, opening and redemption, and mentions one for orders; body, headers
    /// (<c>X-Huuray-Event</c>, <c>X-Huuray-Delivery</c>, <c>X-Huuray-Timestamp</c>, <c>X-Huuray-Signature</c>) and signature (HMAC-SHA256 of time,
    /// dot and body) are invented.
    /// </summary>
    public override SandboxWebhooks Webhooks { get; }

    /// <summary>Replaces the tokens and secrets that are accepted, as a rotation does; none at all locks everybody out.</summary>
    public void SetApiCredentials(params IEnumerable<HuurayCredential> credentials) => _access.Replace(credentials);

    /// <summary>What can be spent in one currency, in minor units; zero for a currency the account does not have.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    public long GetBalance(string currency) => Balances.GetValueOrDefault(Currency(currency));

    /// <summary>Sets what can be spent in one currency.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">
    /// In minor units, as the wire counts them: hundredths of most currencies, whole yen, thousandths of a Kuwaiti dinar.
    /// </param>
    public void SetBalance(string currency, long amount) => Now(_ => _store.Funds[Currency(currency)] = amount);

    /// <summary>Sets how many cards of one value a stocked product has left.</summary>
    /// <param name="product">The product's token.</param>
    /// <param name="value">The denomination, in minor units.</param>
    /// <param name="cards">Not negative.</param>
    /// <exception cref="ArgumentException">The catalogue has no such product.</exception>
    public void SetStock(string product, long value, int cards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cards);
        Now(_ => _catalog.SetStock(product, value, cards));
    }

    /// <summary>Removes a product from the catalogue, as may happen after a client has fetched the catalogue and before it orders.</summary>
    /// <param name="product">The product's token.</param>
    /// <exception cref="ArgumentException">The catalogue has no such product.</exception>
    public void RemoveProduct(string product) => Now(_ => _catalog.Remove(product));

    /// <summary>The recipient opens a card. Only a webhook tells of it.</summary>
    /// <param name="voucher">The card's id.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It is not issued yet, or was cancelled, redeemed or has expired.</exception>
    public void Open(string voucher) => Now(now => _store.Use(Card(voucher), HuurayWebhooks.Opened, now));

    /// <summary>The recipient redeems a card, which can then no longer be cancelled. Only a webhook tells of it.</summary>
    /// <inheritdoc />
    public override void Redeem(string card) => Now(now => _store.Use(Card(card), HuurayWebhooks.Redeemed, now));

    /// <summary>Marks a card that its supplier does not take back: cancelling it fails, and cancelling its order is partial.</summary>
    /// <param name="voucher">The card's id.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void RefuseCancel(string voucher) => Now(_ => Card(voucher).CancelRefused = true);

    /// <summary>Marks a card that cannot be sent again: resending it fails, and resending its order is partial.</summary>
    /// <param name="voucher">The card's id.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void RefuseResend(string voucher) => Now(_ => Card(voucher).ResendRefused = true);

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => "/v4";

    internal override IReadOnlyList<ControlRoute> ControlRoutes =>
        [
            new("GET", "balances", "what can be spent, in minor units by currency", _ => ControlPlane.Amounts(Balances)),
            new("PUT", "balances/{currency}", "sets a balance, as minorUnits", SetBalance),
        ];

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [("api token", Shown.ApiToken), ("api secret", Shown.ApiSecret), ("sold out", UnavailableProductToken)];

    internal override string Example =>
        $"""
            n=$(date +%s%N); curl {BaseAddress}v4/Balance -H 'X-API-TOKEN: {Shown.ApiToken}' -H "X-API-NONCE: $n" -H "X-API-HASH: $(printf %s "{Shown.ApiSecret}$n" | sha512sum | cut -d' ' -f1)"
            """;

    internal override SandboxAnswer? Admit(SandboxCall call) => _access.Refuse(call);

    internal override SandboxAnswer TooManyRequests() =>
        HuurayRules.Refuse(StatusCodes.Status429TooManyRequests, "Too many requests", "Slow down");

    internal override SandboxAnswer Unauthorized() => HuurayRules.BadCredentials;

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) => HuurayRules.NotFound($"{call.Method} is not documented here");

    // Verbs say nothing about safety here: five of the reads are POST.
    private IReadOnlyList<TwinRoute> AllRoutes()
    {
        var orders = new HuurayOrders(Options, _catalog, _store);
        var cards = new HuurayCards(_store);
        var files = new HuurayFiles(Options, _store);
        return
        [
            Route("balance.get", "GET", "Balance", _store.Balance),
            Route("catalogue.list", "POST", "Catalogue", HuurayRules.Catalogue, _catalog.List),
            Route("stock.get", "POST", "Stock", HuurayRules.Stock, _catalog.Stock, "ProductToken"),
            Route("exchange_rates.get", "GET", "ExchangeRates", _catalog.ExchangeRate),
            Route("template.list", "POST", "Template", _catalog.Templates),
            Route("order.create", "POST", "Order", HuurayRules.Order, orders.Create, "RefID"),
            Route("order.search", "POST", "Search", HuurayRules.Search, orders.Search, "RefID", "OrderUID"),
            Route("order.resend", "POST", "Resend", HuurayRules.ChosenCards, cards.Resend, "OrderUID"),
            Route("order.cancel", "DELETE", "Cancel", HuurayRules.ChosenCards, cards.Cancel, "OrderUID"),
            Route("pdf.get", "POST", "Pdf", HuurayRules.Pdf, files.Pdf, "OrderUID"),
            Route("upload.create", "POST", "Upload", files.Upload),
        ];
    }

    private TwinRoute Route(string operation, string verb, string path, Func<SandboxCall, SandboxAnswer> act, params string[] keys) =>
        new(operation, verb, $"{PathPrefix}/{path}", act, call => keys.Select(call.BodyMember).FirstOrDefault(key => key is not null));

    private TwinRoute Route(
        string operation,
        string verb,
        string path,
        Shape shape,
        Func<SandboxCall, JsonObject, SandboxAnswer> act,
        params string[] keys
    ) => Route(operation, verb, path, call => HuurayRules.Read(call, shape, act), keys);

    private SandboxAnswer SetBalance(SandboxCall call)
    {
        SetBalance(call.Route("currency"), ControlPlane.Amount(call, "minorUnits"));
        return ControlPlane.Amounts(Balances);
    }

    private HuurayCredential First =>
        _access.Credentials is [var first, ..] ? first : throw new InvalidOperationException("The twin accepts no token.");

    private HuurayCredential Shown => _access.Credentials is [var first, ..] ? first : new HuurayCredential("none", "none");

    private HuurayCard Card(string voucher) =>
        (int.TryParse(voucher, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? _store.FindCard(id) : null)
        // The value may be a code that is worth money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no card with this id.", nameof(voucher));
}
