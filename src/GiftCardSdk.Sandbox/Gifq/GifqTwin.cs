using System.Globalization;
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

    private readonly GifqCatalog _catalog;
    private readonly GifqFunds _funds;
    private readonly GifqPayouts _payouts;
    private readonly GifqWebhooks _webhooks;
    private readonly GifqReplies _replies;
    private readonly Dictionary<string, RequestBudget> _budgets = new(StringComparer.Ordinal);
    private volatile string[] _tokens;

    internal GifqTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Gifq;
        _tokens = [.. Options.ApiTokens];
        _catalog = new GifqCatalog(Options.ExtraBrands);
        _funds = new GifqFunds(Options, Ledger);
        foreach (var (currency, amount) in Options.OpeningBalances)
        {
            _funds.Set(Known(currency), amount, Clock.GetUtcNow());
        }

        // Ids are drawn apart from faults, so that adding a fault does not change them.
        var draw = new GifqDraw(~sandbox.Seed);
        _replies = new GifqReplies(Options, draw);
        var prices = new GifqPrices(Options);
        var state = new GifqState(Options, _funds, draw, Ledger, Schedule);
        var campaigns = new GifqCampaigns(draw);
        var payoutWriter = new GifqPayoutWriter(_replies);
        _webhooks = new GifqWebhooks(Options, payoutWriter);
        _payouts = new GifqPayouts(Options, _funds, draw, _webhooks, Ledger, Schedule);
        var orderWriter = new GifqOrderWriter(Options, _replies);
        var payoutRules = new GifqPayoutRules(campaigns, _catalog, prices);
        Routes = GifqRoutes.All(
            new GifqAccountOperations(_funds, _replies),
            new GifqCatalogOperations(_catalog, _replies),
            new GifqOrderOperations(Options, state, _funds, new GifqOrderRules(_catalog), prices, orderWriter, _replies),
            new GifqCampaignOperations(Options, campaigns, new GifqCampaignRules(Options, _catalog), _catalog, _replies),
            new GifqPayoutOperations(Options, _payouts, payoutRules, _funds, prices, _catalog, payoutWriter, _replies)
        );
        ControlRoutes = GifqControl.Routes(this);
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

    /// <summary>The webhooks the twin would have sent, oldest first; a copy.</summary>
    public IReadOnlyList<GifqWebhook> Webhooks => Now(_ => _webhooks.All.ToArray());

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
    /// <exception cref="ArgumentException">The catalog never had such a brand.</exception>
    public void RemoveProduct(string id) => Now(_ => _catalog.Remove(id));

    /// <summary>Puts a removed brand back.</summary>
    /// <param name="id">The brand's slug.</param>
    /// <exception cref="ArgumentException">The catalog never had such a brand.</exception>
    public void RestoreProduct(string id) => Now(_ => _catalog.Restore(id));

    /// <summary>The claim token in the link the recipient is sent; the merchant never sees it.</summary>
    /// <param name="payout">The payout's id.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    public string ClaimToken(string payout) => Now(_ => Payout(payout).Token);

    /// <summary>The recipient opens the link and passes the code check, but does not choose yet.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended, or its e-mail has not gone out yet.</exception>
    public void BeginClaim(string payout) => Now(now => _payouts.Begin(Payout(payout), now));

    /// <summary>The recipient claims a payout.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <param name="brand">The slug of the brand the recipient picks from the campaign's catalog; null picks the first.</param>
    /// <exception cref="ArgumentException">There is no such payout, or the campaign does not offer the brand.</exception>
    /// <exception cref="InvalidOperationException">It has ended, or its e-mail has not gone out yet.</exception>
    public void Claim(string payout, string? brand = null) =>
        Now(now =>
        {
            var claimed = Payout(payout);
            var choice = claimed.Order.Campaign.Choice(_catalog);
            var picked = choice.FirstOrDefault(entry => brand is null || entry.Slug == brand);
            _payouts.Claim(
                claimed,
                picked?.Slug ?? throw new ArgumentException($"The campaign does not offer the brand '{brand}'.", nameof(brand)),
                now
            );
        });

    /// <summary>The recipient takes something other than a card, such as crypto; the payout stays without a brand.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended, or its e-mail has not gone out yet.</exception>
    public void ClaimWithoutCard(string payout) => Now(now => _payouts.Claim(Payout(payout), brand: null, now));

    /// <summary>The recipient's e-mail turns out not to have arrived; the payout fails. Addresses <c>bounce@…</c> do so by themselves.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public void Bounce(string payout) => End(payout, GifqStatus.Failed);

    /// <summary>The recipient's link runs out.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public void Expire(string payout) => End(payout, GifqStatus.Expired);

    /// <summary>The payout is called back by hand; no operation of the API does this.</summary>
    /// <param name="payout">The payout's id or claim token.</param>
    /// <exception cref="ArgumentException">There is no such payout.</exception>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public void CancelPayout(string payout) => End(payout, GifqStatus.Canceled);

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => GifqRoutes.Prefix;

    internal override IReadOnlyList<ControlRoute> ControlRoutes { get; }

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

        if (GifqRoutes.IsPublic(call))
        {
            return null;
        }

        return isKnown ? RefuseAddress() : Unauthorized();
    }

    internal override SandboxAnswer TooManyRequests() =>
        Refuse(StatusCodes.Status429TooManyRequests, "Slow down") with
        {
            RetryAfter = Options.RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture),
        };

    internal override SandboxAnswer Unauthorized() => Refuse(StatusCodes.Status401Unauthorized, "No usable token");

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) => Refuse(StatusCodes.Status404NotFound, "There is no such operation.");

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
            GifqCallerAddress.Unauthorized => Refuse(StatusCodes.Status401Unauthorized, "This address is not allowed"),
            GifqCallerAddress.Forbidden => Refuse(StatusCodes.Status403Forbidden, "This address is not allowed"),
            _ => null,
        };

    private SandboxAnswer Refuse(int status, string message) => _replies.Refuse(new GifqRefusal(status, message));

    private void End(string payout, string status) => Now(now => _payouts.End(Payout(payout), status, now));

    private GifqPayout Payout(string payout) =>
        _payouts.Find(payout)
        ?? _payouts.FindByToken(payout)
        // The value may be a token that claims money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no payout with this id or claim token.", nameof(payout));

    private static string Known(string currency) =>
        GifqCurrencies.Find(currency) is { } known
            ? known.Code
            : throw new ArgumentException($"The twin does not know the currency '{currency}'; use one such as USD.", nameof(currency));
}
