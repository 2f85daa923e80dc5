using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Giftbit's REST API: catalog, orders by e-mail, short link, direct link and embedding, rewards, balances.
/// Its paths begin with <c>/papi/v1</c> below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
public sealed class GiftbitTwin : ProviderTwin
{
    internal const string ProviderName = "giftbit";

    private const int MinimumTopUp = 25_000;
    private const int MaximumTopUp = 1_000_000;

    private readonly GiftbitCatalog _catalog;
    private readonly GiftbitFunds _funds;
    private readonly GiftbitStore _store;
    private volatile string[] _tokens;

    internal GiftbitTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Giftbit;
        _tokens = [.. Options.ApiTokens];
        _catalog = new GiftbitCatalog(Options);
        _funds = new GiftbitFunds(Options);
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        _store = new GiftbitStore(Options, _funds, Ledger, Schedule, ~sandbox.Seed);
        Routes = AllRoutes();
    }

    /// <summary>A brand that is listed like any other and refused in every order.</summary>
    public static string UnavailableBrandCode => GiftbitCatalog.UnavailableBrandCode;

    /// <summary>The switches; changes take effect with the next request.</summary>
    public GiftbitTwinOptions Options { get; }

    /// <summary>The tokens accepted now; a copy.</summary>
    public IReadOnlyList<string> ApiTokens => [.. _tokens];

    /// <summary>The first token accepted now.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiToken => _tokens is [var first, ..] ? first : throw new InvalidOperationException("The twin accepts no token.");

    /// <summary>The codes of all brands now in the catalog, the unavailable one included.</summary>
    public IReadOnlyList<string> BrandCodes => Now(_ => _catalog.Listed.Select(brand => brand.Code).ToArray());

    /// <summary>What can be spent, in cents by currency; a copy.</summary>
    public IReadOnlyDictionary<string, long> Balances => Now(_ => _funds.Balances);

    /// <summary>Replaces the tokens that are accepted, as a rotation does; none at all locks everybody out.</summary>
    public void SetApiTokens(params IEnumerable<string> tokens) => _tokens = [.. tokens];

    /// <summary>Sets what can be spent in one currency. Orders that wait for funds go out as far as it reaches.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="cents">The amount in cents.</param>
    public void SetBalance(string currency, long cents) => ChangeFunds(() => _funds.Set(Currency(currency), cents));

    /// <summary>Adds to what can be spent in one currency. Orders that wait for funds go out as far as it reaches.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="cents">The amount in cents, not negative.</param>
    public void AddFunds(string currency, long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cents);
        ChangeFunds(() => _funds.Add(Currency(currency), cents));
    }

    /// <summary>Sets what is on its way in one currency but has not cleared.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="cents">The amount in cents.</param>
    public void SetPendingFunds(string currency, long cents) => Now(_ => _funds.SetPending(Currency(currency), cents));

    /// <summary>Makes what was on its way in one currency spendable. Orders that wait for funds go out as far as it reaches.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    public void ClearPendingFunds(string currency) => ChangeFunds(() => _funds.ClearPending(Currency(currency)));

    /// <summary>The recipient claims a reward.</summary>
    /// <param name="reward">The reward's uuid, or the link to it.</param>
    /// <param name="brandCode">What the recipient of a reward of choice picks; null picks for them.</param>
    /// <exception cref="ArgumentException">There is no such reward.</exception>
    /// <exception cref="InvalidOperationException">It was claimed, cancelled or expired before, or waits for funds.</exception>
    public void Claim(string reward, string? brandCode = null) => Now(now => _store.Claim(Reward(reward), brandCode, now));

    /// <inheritdoc />
    public override void Redeem(string card) => Claim(card);

    /// <summary>The recipients claim every open reward of an order.</summary>
    /// <param name="order">The order's client id or uuid.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The order waits for funds.</exception>
    public void ClaimAll(string order) =>
        Now(now =>
        {
            foreach (var reward in Order(order).Rewards.Where(reward => reward.IsOpen).ToArray())
            {
                _store.Claim(reward, brandCode: null, now);
            }
        });

    /// <summary>Takes a brand out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="code">The brand's code.</param>
    /// <exception cref="ArgumentException">The catalog has no such brand.</exception>
    public void RemoveBrand(string code) => Now(_ => _catalog.Remove(code));

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => "/papi/v1";

    internal override IReadOnlyList<ControlRoute> ControlRoutes =>
        [
            new("GET", "balances", "what can be spent, in cents by currency", _ => ControlPlane.Amounts(Balances)),
            new("PUT", "balances/{currency}", "sets a balance", call => ChangeBalance(call, SetBalance)),
            new("POST", "balances/{currency}/add", "adds to it; waiting orders go out", call => ChangeBalance(call, AddFunds)),
            new("POST", "rewards/{uuid}/claim", "the recipient claims it", call => ControlPlane.Done(() => Claim(call.Route("uuid")))),
        ];

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [
            ("api token", _tokens.FirstOrDefault() ?? "none"),
            ("bad contact", GiftbitRules.BadContactAddress),
            ("sold out", UnavailableBrandCode),
        ];

    internal override string Example => $"curl {BaseAddress}papi/v1/funds -H 'Authorization: Bearer {_tokens.FirstOrDefault()}'";

    internal override SandboxAnswer? Admit(SandboxCall call) =>
        string.Equals(call.Header("SIMULATE-RATELIMIT"), "true", StringComparison.OrdinalIgnoreCase) ? TooManyRequests()
        : IsAuthorized(call.Header("Authorization")) ? null
        : Unauthorized();

    internal override SandboxAnswer TooManyRequests() =>
        GiftbitRules.Refuse(StatusCodes.Status429TooManyRequests, "ERROR_TOO_MANY_REQUESTS", "Slow down", "Limit reached.");

    internal override SandboxAnswer Unauthorized() =>
        GiftbitRules.Refuse(StatusCodes.Status401Unauthorized, "ERROR_UNAUTHORIZED", "Unauthorized", "No usable token.");

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        GiftbitRules.Refuse(
            StatusCodes.Status404NotFound,
            "ERROR_SIM_NO_SUCH_ROUTE",
            "Unknown operation",
            $"{call.Method} is not documented here."
        );

    // The sixteen documented operations on fifteen routes.
    private IReadOnlyList<TwinRoute> AllRoutes()
    {
        var orders = new GiftbitOrders(Options, _catalog, _store);
        var rewards = new GiftbitRewards(Options, _store);
        return
        [
            Route("ping", "GET", "ping", Ping, NoKey),
            Route("brands.list", "GET", "brands", _catalog.List, NoKey),
            Route("brands.get", "GET", "brands/{brand_code}", _catalog.Get, call => call.Route("brand_code")),
            Route("regions.list", "GET", "regions", _catalog.ListRegions, NoKey),
            Route("campaign.create", "POST", "campaign", Read(GiftbitRules.Order, orders.CreateCampaign), BodyId),
            Route("campaign.get", "GET", "campaign/{id}", orders.Get, call => call.Route("id")),
            Route("links.get", "GET", "links/{id}", orders.Links, call => call.Route("id")),
            Route("direct_links.create", "POST", "direct_links", Read(GiftbitRules.Order, orders.CreateDirectLinks), BodyId),
            Route("embedded.create", "POST", "embedded", Read(GiftbitRules.Order, orders.CreateEmbedded), BodyId),
            Route("funds.get", "GET", "funds", _ => Funds("INFO_FUNDS", "Funds"), NoKey),
            Route("funds.add", "POST", "funds", Read(GiftbitRules.TopUp, TopUp), BodyId),
            Route("gifts.list", "GET", "gifts", rewards.List, call => call.QueryValue("campaign_id")),
            Route("gifts.get", "GET", "gifts/{uuid}", rewards.Get, call => call.Route("uuid")),
            Route("gifts.resend", "PUT", "gifts/{uuid}", Read(GiftbitRules.Resend, rewards.Resend), call => call.Route("uuid")),
            Route("gifts.cancel", "DELETE", "gifts/{uuid}", rewards.Cancel, call => call.Route("uuid")),
        ];
    }

    private TwinRoute Route(
        string operation,
        string verb,
        string path,
        Func<SandboxCall, SandboxAnswer> act,
        Func<SandboxCall, string?> key
    ) => new(operation, verb, $"{PathPrefix}/{path}", act, key);

    private static Func<SandboxCall, SandboxAnswer> Read(Shape shape, Func<SandboxCall, JsonObject, SandboxAnswer> act) =>
        call => GiftbitRules.Read(call, shape, act);

    private static string? NoKey(SandboxCall call) => null;

    private static string? BodyId(SandboxCall call) => call.BodyMember("id");

    private static SandboxAnswer Ping(SandboxCall call) =>
        GiftbitRules.Ok(
            new JsonObject
            {
                ["username"] = "ops@harbourpine.example",
                ["displayname"] = GiftbitRules.CompanyName,
                ["info"] = GiftbitRules.Info("INFO_CREDENTIALS", "Token accepted", "Token is good."),
            }
        );

    private SandboxAnswer Funds(string code, string name) =>
        GiftbitRules.Ok(new JsonObject { ["info"] = GiftbitRules.Info(code, name, "Balances."), ["fundsbycurrency"] = _funds.Report() });

    private SandboxAnswer TopUp(SandboxCall call, JsonObject body)
    {
        var (id, currency, cents) = (body.Text("id"), body.Text("currencyisocode"), body.Long("fund_amount_in_cents"));
        if (string.IsNullOrWhiteSpace(id))
        {
            return GiftbitRules.BadRequest("ERROR_SIM_MISSING_ID", "Adding funds needs an id.");
        }

        // A repeat is safe whatever else it says.
        if (!_funds.HasTopUp(id) && currency is not ("USD" or "CAD"))
        {
            return GiftbitRules.BadRequest("ERROR_SIM_INVALID_CURRENCY", "Cards are charged in USD or CAD.");
        }

        if (!_funds.HasTopUp(id) && cents is not (>= MinimumTopUp and <= MaximumTopUp))
        {
            return GiftbitRules.Refuse(
                StatusCodes.Status400BadRequest,
                "ERROR_FUNDS_INVALID_FUND_AMOUNT",
                "Bad amount",
                $"The amount lies between {MinimumTopUp} and {MaximumTopUp}."
            );
        }

        if (_funds.TryTopUp(id, currency ?? "", cents ?? 0))
        {
            _store.Release(call.Now);
        }

        return Funds("INFO_FUNDS_ADDED", "Funds added");
    }

    private static SandboxAnswer ChangeBalance(SandboxCall call, Action<string, long> change) =>
        ControlPlane.Done(() => change(call.Route("currency"), ControlPlane.Amount(call, "cents")));

    // The word is case-sensitive, and one blank follows it.
    private bool IsAuthorized(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && Array.IndexOf(_tokens, authorization["Bearer ".Length..]) >= 0;

    private void ChangeFunds(Action change) =>
        Now(now =>
        {
            change();
            _store.Release(now);
        });

    private GiftbitReward Reward(string reward) =>
        _store.FindReward(reward)
        ?? _store.FindRewardByLink(reward)
        // The value may be a link that claims money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no reward with this uuid or link.", nameof(reward));

    private GiftbitOrder Order(string order) =>
        _store.Find(order) ?? throw new ArgumentException($"The twin has no order '{order}'.", nameof(order));
}
