using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of the Gift Card Partners B2B API: bearer tokens, catalog, orders by delivery, link and post, the deposit
/// account. Its paths begin with <c>/v1</c> below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
/// <remarks>
/// All amounts are in units of their currency, as on the wire: 12.5 is twelve dollars fifty, 2.500 is two and a half dinars. The ledger
/// counts in the currency's smallest coin. What an order costs is taken from the deposit in its products' currency.
/// </remarks>
public sealed class GiftCardPartnersTwin : ProviderTwin
{
    internal const string ProviderName = "giftcardpartners";

    private readonly GiftCardPartnersCatalog _catalog;
    private readonly GiftCardPartnersAccess _access;
    private readonly GiftCardPartnersAnswers _answers;
    private readonly GiftCardPartnersStore _store;
    private readonly GiftCardPartnersOrders _orders;

    internal GiftCardPartnersTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.GiftCardPartners;
        // Ids and tokens are drawn apart from faults and from each other, so that neither changes the other.
        _access = new GiftCardPartnersAccess(Options, sandbox.Seed ^ 0x70C);
        _answers = new GiftCardPartnersAnswers(Options);
        _catalog = new GiftCardPartnersCatalog(Options, _answers);
        // The provider signs nothing.
        Webhooks = new SandboxWebhooks(
            this,
            sandbox.Seed,
            [GiftCardPartnersOrders.FulfillmentComplete],
            secret: "",
            static (_, _, _) => [],
            body => _orders!.Forge(body)
        );
        _store = new GiftCardPartnersStore(Options, Ledger, Schedule, ~sandbox.Seed)
        {
            Ended = (order, now) => _orders!.Tell(order, Webhooks, now),
        };
        _orders = new GiftCardPartnersOrders(Options, _catalog, _store, _answers);
        Routes = AllRoutes();
    }

    /// <summary>A product that is listed like any other and refused in every order.</summary>
    public static string UnavailableProductId => GiftCardPartnersCatalog.UnavailableProductId;

    /// <summary>The switches; changes take effect with the next request.</summary>
    public GiftCardPartnersTwinOptions Options { get; }

    /// <summary>The e-mail address tokens are asked for with.</summary>
    public string Email => Options.Email;

    /// <summary>The access tokens accepted now; a copy.</summary>
    public IReadOnlyList<string> AccessTokens => Now(_ => _access.AccessTokens.ToArray());

    /// <summary>The first access token accepted now.</summary>
    /// <exception cref="InvalidOperationException">No access token is accepted at all.</exception>
    public string AccessToken => FirstAccessToken ?? throw new InvalidOperationException("The twin accepts no access token.");

    /// <summary>The ids of all products now in the catalog, the unavailable one included.</summary>
    public IReadOnlyList<string> ProductIds => Now(_ => _catalog.Listed.Select(product => product.Id).ToArray());

    /// <summary>What can be spent, in units by currency; a copy.</summary>
    public IReadOnlyDictionary<string, decimal> Balances => Now(_ => _store.Available.ToDictionary(StringComparer.Ordinal));

    /// <summary>Replaces the access tokens that are accepted, as a rotation does. Bearer tokens already issued stay good.</summary>
    public void SetAccessTokens(params IEnumerable<string> accessTokens)
    {
        string[] accepted = [.. accessTokens];
        Now(_ => _access.AccessTokens = accepted);
    }

    /// <summary>Ends every bearer token before its time.</summary>
    public void RevokeTokens() => Now(_ => _access.Revoke());

    /// <summary>Sets what can be spent in one currency.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">In units of the currency, as on the wire.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public void SetBalance(string currency, decimal amount) => Now(_ => _store.Available[Currency(currency)] = amount);

    /// <summary>Asks for funds, as is done in the provider's portal: they are pending until <see cref="ApplyFunding"/>.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">In units of the currency, not negative.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public void RequestFunding(string currency, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Now(_ => _store.Pending[Currency(currency)] = _store.Pending.GetValueOrDefault(currency) + amount);
    }

    /// <summary>All funds pending in one currency arrive and can be spent.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public void ApplyFunding(string currency) =>
        Now(_ =>
        {
            _store.Pending.Remove(Currency(currency), out var arrived);
            _store.Available[currency] = _store.Available.GetValueOrDefault(currency) + arrived;
        });

    /// <summary>A pending order completes now.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Complete(string order) => Now(now => _store.Complete(Pending(order), now));

    /// <summary>A pending order fails now, whole; the money comes back.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Fail(string order) => Now(now => _store.Abandon(Pending(order), GiftCardPartnersProgress.Failed, now));

    /// <summary>A pending order is called off now by the provider; the money comes back.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Cancel(string order) => Now(now => _store.Abandon(Pending(order), GiftCardPartnersProgress.Cancelled, now));

    /// <summary>One line of a pending order will fail when the order completes.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <param name="line">The place of the line in the order, from 0.</param>
    /// <exception cref="ArgumentException">There is no such order or line.</exception>
    /// <exception cref="InvalidOperationException">The order is not pending.</exception>
    public void FailLine(string order, int line) =>
        Now(_ =>
        {
            var lines = Pending(order).Lines;
            ArgumentOutOfRangeException.ThrowIfNegative(line);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, lines.Count);
            lines[line].IsDoomed = true;
        });

    /// <summary>A recipient claims a card. The API shows nothing of it.</summary>
    /// <param name="claim">The claim's id, or its link.</param>
    /// <exception cref="ArgumentException">There is no such claim.</exception>
    /// <exception cref="InvalidOperationException">The card was claimed before.</exception>
    public void Claim(string claim) => Now(_ => _store.Claim(claim));

    /// <inheritdoc />
    public override void Redeem(string card) => Claim(card);

    /// <summary>Takes a product out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="id">The product's id.</param>
    /// <exception cref="ArgumentException">The catalog has no such product.</exception>
    public void RemoveProduct(string id) => Now(_ => _catalog.Remove(id));

    /// <summary>The notices of orders that have ended, for those that named an address in <c>FulfillmentComplete</c>; nothing signs them.</summary>
    public override SandboxWebhooks Webhooks { get; }

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => "/v1";

    internal override IReadOnlyList<ControlRoute> ControlRoutes =>
        [
            new("GET", "balances", "what can be spent, in units by currency", _ => ControlPlane.Amounts(Balances)),
            new("PUT", "balances/{currency}", "sets a balance", SetBalance),
            new("POST", "claims/{id}/claim", "the recipient claims it", call => ControlPlane.Done(() => Claim(call.Route("id")))),
        ];

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [
            ("e-mail", Email),
            ("access token", FirstAccessToken ?? "none"),
            ("bad recipient", Options.FailingAddress),
            ("sold out", UnavailableProductId),
        ];

    internal override string Example => $"curl -X POST {BaseAddress}v1/Tokens -H 'Email: {Email}' -H 'AccessToken: {FirstAccessToken}'";

    private string? FirstAccessToken => AccessTokens is [var first, ..] ? first : null;

    internal override SandboxAnswer? Admit(SandboxCall call)
    {
        var isKnown = IsTokenCall(call)
            ? _access.AcceptsCredentials(call.Header("Email"), call.Header("AccessToken"))
            : _access.AcceptsBearer(call.Header("Authorization"), call.Now);
        return !isKnown ? Unauthorized()
            : Options.ApiAccessEnabled ? null
            : _answers.Refuse(StatusCodes.Status403Forbidden, "API access is disabled for this account.");
    }

    internal override SandboxAnswer TooManyRequests() => _answers.Refuse(StatusCodes.Status429TooManyRequests, "Too many requests.");

    internal override SandboxAnswer Unauthorized() =>
        _answers.Refuse(StatusCodes.Status401Unauthorized, "The credentials are missing or not valid.");

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        _answers.Refuse(StatusCodes.Status404NotFound, "There is no such operation.");

    private IReadOnlyList<TwinRoute> AllRoutes() =>
        [
            Route("tokens.create", "POST", "Tokens", call => _access.CreateToken(call, _answers)),
            Route(
                GiftCardPartnersOrders.CreateOperation,
                "POST",
                "Orders",
                call => _answers.Read(call, _orders.Create),
                call => call.BodyMember("PONumber") ?? call.BodyMember("poNumber") ?? call.BodyMember("PoNumber")
            ),
            Route("orders.get", "GET", "Orders/{id}", _orders.Get, call => call.Route("id")),
            Route("orders.list", "GET", "Orders", _orders.List),
            Route("balance.get", "GET", "AccountBalance", Balance),
            Route("products.list", "GET", "Products", _catalog.List),
            Route("products.get", "GET", "Products/{id}", _catalog.Get, call => call.Route("id")),
            Route("shipping_methods.list", "GET", "ShippingMethods", _ => _answers.Whole(GiftCardPartnersLookups.ShippingMethods)),
            Route("carriers.list", "GET", "Carriers", _ => _answers.Whole(GiftCardPartnersLookups.Carriers)),
            Route("brandings.list", "GET", "Brandings", _ => _answers.Whole(GiftCardPartnersLookups.Brandings)),
            Route("status.get", "GET", "Status", Status),
            Route("departments.list", "GET", "Departments", _ => _answers.Whole(GiftCardPartnersLookups.Departments)),
        ];

    private TwinRoute Route(
        string operation,
        string verb,
        string path,
        Func<SandboxCall, SandboxAnswer> act,
        Func<SandboxCall, string?>? key = null
    ) => new(operation, verb, $"{PathPrefix}/{path}", act, key ?? (static _ => null));

    private SandboxAnswer Balance(SandboxCall call)
    {
        var (currency, suffix) = (Options.AccountCurrency, Options.SuffixedBalanceNames ? "Balance" : "");
        return _answers.Ok(
            new JsonObject
            {
                ["Available" + suffix] = _store.Available.GetValueOrDefault(currency),
                ["Pending" + suffix] = _store.Pending.GetValueOrDefault(currency),
                ["CurrencyCode"] = Options.ShowBalanceCurrency ? currency : null,
            }.WithoutNulls()
        );
    }

    private SandboxAnswer Status(SandboxCall call) =>
        Options.StatusOperationExists ? _answers.Ok(new JsonObject { ["Status"] = "Ok" }) : NoSuchRoute(call);

    private SandboxAnswer SetBalance(SandboxCall call)
    {
        SetBalance(call.Route("currency"), ControlPlane.Units(call, "amount"));
        return ControlPlane.Amounts(Balances);
    }

    private static bool IsTokenCall(SandboxCall call) =>
        string.Equals(call.PathAndQuery.Split('?')[0].TrimEnd('/'), "/v1/Tokens", StringComparison.OrdinalIgnoreCase);

    private GiftCardPartnersOrder Pending(string order)
    {
        var found =
            _store.FindById(order)
            ?? _store.FindByPONumber(order)
            ?? throw new ArgumentException($"The twin has no order '{order}'.", nameof(order));
        return found.IsPending ? found : throw new InvalidOperationException($"The order '{order}' is not pending.");
    }
}
