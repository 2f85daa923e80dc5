using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Giftbit's REST API: catalog, orders by e-mail, short link, direct link and embedding, rewards, balances.
/// Its paths begin with <c>/papi/v1</c> below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
public sealed class GiftbitTwin : ProviderTwin
{
    internal const string ProviderName = "giftbit";

    private readonly GiftbitCatalog _catalog;
    private readonly GiftbitFunds _funds;
    private readonly GiftbitState _state;
    private readonly RequestBudget _budget = new();
    private volatile string[] _tokens;

    internal GiftbitTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Giftbit;
        _tokens = [.. Options.ApiTokens];
        _catalog = new GiftbitCatalog(Options.ExtraBrands);
        _funds = new GiftbitFunds(Options);
        foreach (var (currency, cents) in Options.OpeningBalances)
        {
            _funds.SetAvailable(currency, cents);
        }

        var pacific = new GiftbitPacific(Options);
        var replies = new GiftbitReplies(Options, pacific);
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        _state = new GiftbitState(Options, _funds, pacific, Ledger, Schedule, ~sandbox.Seed);
        var rules = new GiftbitOrderRules(Options, _catalog, pacific, _state);
        Routes = GiftbitRoutes.All(
            new GiftbitAccountOperations(Options, _funds, _state),
            new GiftbitCatalogOperations(Options, _catalog),
            new GiftbitOrderOperations(Options, _state, rules, replies),
            new GiftbitRewardOperations(Options, _state, replies)
        );
        ControlRoutes = GiftbitControl.Routes(this);
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
    public IReadOnlyDictionary<string, long> Balances => Now(_ => _funds.Available);

    /// <summary>How many different top-ups came in through the API.</summary>
    public int TopUps => Now(_ => _funds.TopUps);

    /// <summary>Replaces the tokens that are accepted, as a rotation does; none at all locks everybody out.</summary>
    public void SetApiTokens(params IEnumerable<string> tokens) => _tokens = [.. tokens];

    /// <summary>What can be spent in one currency, in cents; zero for a currency the account does not have.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    public long GetBalance(string currency) => Balances.GetValueOrDefault(Currency(currency));

    /// <summary>Sets what can be spent in one currency. Orders that wait for funds go out as far as it reaches.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="cents">The amount in cents.</param>
    public void SetBalance(string currency, long cents) => ChangeFunds(() => _funds.SetAvailable(Currency(currency), cents));

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
    public void Claim(string reward, string? brandCode = null) => Now(now => _state.Claim(Reward(reward), brandCode, now));

    /// <summary>The recipients claim every open reward of an order.</summary>
    /// <param name="order">The order's client id or uuid.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The order waits for funds.</exception>
    public void ClaimAll(string order) =>
        Now(now =>
        {
            foreach (var reward in Order(order).Rewards.Where(reward => reward.IsOpen).ToArray())
            {
                _state.Claim(reward, brandCode: null, now);
            }
        });

    /// <summary>The claim date of a reward passes.</summary>
    /// <param name="reward">The reward's uuid, or the link to it.</param>
    /// <exception cref="ArgumentException">There is no such reward.</exception>
    /// <exception cref="InvalidOperationException">It was claimed, cancelled or expired before.</exception>
    public void Expire(string reward) => Now(now => _state.Expire(Reward(reward), now));

    /// <summary>The e-mail of a reward arrives now; for twins whose <see cref="GiftbitTwinOptions.AutomaticDelivery"/> is off.</summary>
    /// <param name="reward">The reward's uuid, or the link to it.</param>
    /// <exception cref="ArgumentException">There is no such reward.</exception>
    /// <exception cref="InvalidOperationException">It is not e-mailed, or its order is not complete yet.</exception>
    public void Deliver(string reward) => Now(now => _state.Deliver(Reward(reward), failure: null, now));

    /// <summary>The e-mail of a reward turns out not to have arrived.</summary>
    /// <param name="reward">The reward's uuid, or the link to it.</param>
    /// <param name="status">
    /// <c>UNDELIVERABLE</c>, <c>TEMPORARILY_UNDELIVERABLE</c>, <c>UNSUBSCRIBED</c> or <c>COMPLAINT</c>. After the last two, later orders
    /// to the address are refused.
    /// </param>
    /// <exception cref="ArgumentException">There is no such reward, or the status is another one.</exception>
    /// <exception cref="InvalidOperationException">It is not e-mailed, or its order is not complete yet.</exception>
    public void Bounce(string reward, string status = GiftbitDelivery.Undeliverable)
    {
        if (!GiftbitDelivery.IsFailure(status))
        {
            throw new ArgumentException($"'{status}' is not a failed delivery; use UNDELIVERABLE, for instance.", nameof(status));
        }

        Now(now => _state.Deliver(Reward(reward), status, now));
    }

    /// <summary>Takes a brand out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="code">The brand's code.</param>
    /// <exception cref="ArgumentException">The catalog never had such a brand.</exception>
    public void RemoveBrand(string code) => Now(_ => _catalog.Remove(code));

    /// <summary>Puts a removed brand back.</summary>
    /// <param name="code">The brand's code.</param>
    /// <exception cref="ArgumentException">The catalog never had such a brand.</exception>
    public void RestoreBrand(string code) => Now(_ => _catalog.Restore(code));

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => GiftbitRoutes.Prefix;

    internal override IReadOnlyList<ControlRoute> ControlRoutes { get; }

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [("api token", _tokens.FirstOrDefault() ?? "none"), ("bad contact", Options.BadContactAddress), ("sold out", UnavailableBrandCode)];

    internal override string Example => $"curl {BaseAddress}papi/v1/funds -H 'Authorization: Bearer {_tokens.FirstOrDefault()}'";

    internal override SandboxAnswer? Admit(SandboxCall call)
    {
        if (string.Equals(call.Header("SIMULATE-RATELIMIT"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return TooManyRequests();
        }

        if (!IsAuthorized(call.Header("Authorization")))
        {
            return Unauthorized();
        }

        return Options.RequestsPerSecond is { } limit && !_budget.TryTake(call.Now, limit, Options.RequestBurst ?? limit)
            ? TooManyRequests()
            : null;
    }

    internal override SandboxAnswer TooManyRequests() =>
        new GiftbitRefusal(StatusCodes.Status429TooManyRequests, "ERROR_TOO_MANY_REQUESTS", "Slow down", "Limit reached.").ToAnswer();

    internal override SandboxAnswer Unauthorized() =>
        new GiftbitRefusal(StatusCodes.Status401Unauthorized, "ERROR_UNAUTHORIZED", "Unauthorized", "No usable token.").ToAnswer();

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        new GiftbitRefusal(
            StatusCodes.Status404NotFound,
            "ERROR_SIM_NO_SUCH_ROUTE",
            "Unknown operation",
            $"{call.Method} is not documented here."
        ).ToAnswer();

    // The word is case-sensitive, and one blank follows it.
    private bool IsAuthorized(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && Array.IndexOf(_tokens, authorization["Bearer ".Length..]) >= 0;

    private void ChangeFunds(Action change) =>
        Now(now =>
        {
            change();
            _state.Release(now);
        });

    private GiftbitReward Reward(string reward) =>
        _state.FindReward(reward)
        ?? _state.FindRewardByLink(reward)
        // The value may be a link that claims money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no reward with this uuid or link.", nameof(reward));

    private GiftbitOrder Order(string order) =>
        _state.Find(order) ?? throw new ArgumentException($"The twin has no order '{order}'.", nameof(order));
}
