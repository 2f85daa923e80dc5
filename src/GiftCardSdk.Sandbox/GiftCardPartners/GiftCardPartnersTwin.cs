using System.Globalization;
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

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly GiftCardPartnersCatalog _catalog;
    private readonly GiftCardPartnersDeposits _deposits = new();
    private readonly GiftCardPartnersAccess _access;
    private readonly GiftCardPartnersState _state;
    private readonly GiftCardPartnersAnswers _answers;
    private readonly GiftCardPartnersWebhooks _webhooks;
    private readonly RequestBudget _budget = new();

    internal GiftCardPartnersTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.GiftCardPartners;
        _catalog = new GiftCardPartnersCatalog(Options.ExtraProducts);
        foreach (var (currency, amount) in Options.OpeningBalances)
        {
            _deposits.SetAvailable(currency, amount);
        }

        // Ids and tokens are drawn apart from faults and from each other, so that neither changes the other.
        _access = new GiftCardPartnersAccess(Options, sandbox.Seed ^ 0x70C);
        _answers = new GiftCardPartnersAnswers(Options);
        var replies = new GiftCardPartnersReplies(Options);
        _webhooks = new GiftCardPartnersWebhooks(Options, replies, _answers);
        _state = new GiftCardPartnersState(Options, _deposits, Ledger, Schedule, ~sandbox.Seed) { Ended = _webhooks.Note };
        Routes = GiftCardPartnersRoutes.All(
            new GiftCardPartnersAccessOperations(Options, _access, _answers),
            new GiftCardPartnersAccountOperations(Options, _deposits, _answers),
            new GiftCardPartnersCatalogOperations(Options, _catalog, _answers),
            new GiftCardPartnersOrderOperations(Options, _state, new GiftCardPartnersOrderRules(Options, _catalog), replies, _answers)
        );
        ControlRoutes = GiftCardPartnersControl.Routes(this);
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
    public IReadOnlyDictionary<string, decimal> Balances => Now(_ => _deposits.Available);

    /// <summary>How many cards recipients have claimed; the API does not tell.</summary>
    public int ClaimedCards => Now(_ => _state.ClaimedCards);

    /// <summary>The notices of orders that have come to their end, oldest first; a copy.</summary>
    public IReadOnlyList<GiftCardPartnersWebhook> Webhooks => Now(_ => _webhooks.All);

    /// <summary>Replaces the access tokens that are accepted, as a rotation does. Bearer tokens already issued stay good.</summary>
    public void SetAccessTokens(params IEnumerable<string> accessTokens)
    {
        string[] accepted = [.. accessTokens];
        Now(_ => _access.AccessTokens = accepted);
    }

    /// <summary>Ends every bearer token before its time.</summary>
    public void RevokeTokens() => Now(_ => _access.Revoke());

    /// <summary>What can be spent in one currency, in units; zero for a currency without a deposit.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public decimal GetBalance(string currency)
    {
        RequireCurrency(currency);
        return Now(_ => _deposits.AvailableIn(currency));
    }

    /// <summary>Sets what can be spent in one currency.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">In units of the currency, as on the wire.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public void SetBalance(string currency, decimal amount)
    {
        RequireCurrency(currency);
        Now(_ => _deposits.SetAvailable(currency, amount));
    }

    /// <summary>What was asked for in one currency and has not arrived, in units.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public decimal GetPendingBalance(string currency)
    {
        RequireCurrency(currency);
        return Now(_ => _deposits.PendingIn(currency));
    }

    /// <summary>Asks for funds, as is done in the provider's portal: they are pending until <see cref="ApplyFunding"/>.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="amount">In units of the currency, not negative.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public void RequestFunding(string currency, decimal amount)
    {
        RequireCurrency(currency);
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Now(_ => _deposits.Request(currency, amount));
    }

    /// <summary>All funds pending in one currency arrive and can be spent.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <exception cref="ArgumentException">The currency is not three upper-case letters.</exception>
    public void ApplyFunding(string currency)
    {
        RequireCurrency(currency);
        Now(_ => _deposits.Apply(currency));
    }

    /// <summary>A pending order completes now.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Complete(string order) => Now(now => _state.Complete(Pending(order), now));

    /// <summary>A pending order fails now, whole; the money comes back.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Fail(string order) => Now(now => _state.Abandon(Pending(order), GiftCardPartnersProgress.Failed, now));

    /// <summary>A pending order is called off now by the provider; the money comes back.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not pending.</exception>
    public void Cancel(string order) => Now(now => _state.Abandon(Pending(order), GiftCardPartnersProgress.Cancelled, now));

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

    /// <summary>A recipient claims a card. The API shows nothing of it; see <see cref="ClaimedCards"/>.</summary>
    /// <param name="claim">The claim's id, or its link.</param>
    /// <param name="challengeAnswer">The answer the link asks for; null skips the question.</param>
    /// <exception cref="ArgumentException">There is no such claim, or the answer is wrong.</exception>
    /// <exception cref="InvalidOperationException">The card was claimed before.</exception>
    public void Claim(string claim, string? challengeAnswer = null) =>
        Now(now =>
        {
            // The value may be a link that claims money, so it is not repeated.
            var found =
                _state.FindClaim(claim) ?? throw new ArgumentException("The twin has no claim with this id or link.", nameof(claim));
            if (challengeAnswer is not null && challengeAnswer != found.ChallengeAnswer)
            {
                throw new ArgumentException($"This is not the answer for the card {found.Id}.", nameof(challengeAnswer));
            }

            _state.Claim(found, now);
        });

    /// <summary>The recipients of an order claim every card not claimed yet.</summary>
    /// <param name="order">The order's id or PO number.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    public void ClaimAll(string order) =>
        Now(now =>
        {
            foreach (var claim in Order(order).Claims.Where(claim => claim.ClaimedAt is null))
            {
                _state.Claim(claim, now);
            }
        });

    /// <summary>Takes a product out of the catalog, as happens between the fetching of a catalog and an order.</summary>
    /// <param name="id">The product's id.</param>
    /// <exception cref="ArgumentException">The catalog never had such a product.</exception>
    public void RemoveProduct(string id) => Now(_ => _catalog.Remove(id));

    /// <summary>Puts a removed product back.</summary>
    /// <param name="id">The product's id.</param>
    /// <exception cref="ArgumentException">The catalog never had such a product.</exception>
    public void RestoreProduct(string id) => Now(_ => _catalog.Restore(id));

    /// <summary>
    /// Posts the notices that fell due and were not posted yet to <see cref="GiftCardPartnersTwinOptions.WebhookReceiver"/>, and returns
    /// the number of posts. The twin has no timers, so nothing is posted but by this call.
    /// </summary>
    /// <param name="cancellationToken">Ends the posting; what was not posted remains.</param>
    /// <exception cref="InvalidOperationException">There is something to post, and no receiver on this machine to post it to.</exception>
    /// <exception cref="HttpRequestException">The receiver does not listen; what was not posted remains.</exception>
    public Task<int> PostWebhooksAsync(CancellationToken cancellationToken = default) =>
        _webhooks.PostAsync(Now(_ => _webhooks.Outstanding), cancellationToken);

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => GiftCardPartnersRoutes.Prefix;

    internal override IReadOnlyList<ControlRoute> ControlRoutes { get; }

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [
            ("e-mail", Email),
            ("access token", FirstAccessToken ?? "none"),
            ("bad recipient", Options.FailingAddress),
            ("sold out", UnavailableProductId),
        ];

    internal override string Example => $"curl -X POST {BaseAddress}v1/Tokens -H 'Email: {Email}' -H 'AccessToken: {FirstAccessToken}'";

    private string? FirstAccessToken => AccessTokens is [var first, ..] ? first : null;

    internal override SandboxAnswer? Admit(SandboxCall call) => RefuseStranger(call) ?? RefuseAccount() ?? RefuseHaste(call);

    internal override SandboxAnswer TooManyRequests() =>
        _answers.Refuse(new GiftCardPartnersRefusal(StatusCodes.Status429TooManyRequests, "Too many requests."));

    internal override SandboxAnswer Unauthorized() =>
        _answers.Refuse(new GiftCardPartnersRefusal(StatusCodes.Status401Unauthorized, "The credentials are missing or not valid."));

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        _answers.Refuse(new GiftCardPartnersRefusal(StatusCodes.Status404NotFound, "There is no such operation."));

    private SandboxAnswer? RefuseStranger(SandboxCall call)
    {
        var known = IsTokenCall(call)
            ? _access.AcceptsCredentials(call.Header("Email"), call.Header("AccessToken"))
            : _access.AcceptsBearer(call.Header("Authorization"), call.Now);
        return known ? null : Unauthorized();
    }

    private SandboxAnswer? RefuseAccount() =>
        Options.ApiAccessEnabled
            ? null
            : _answers.Refuse(new GiftCardPartnersRefusal(StatusCodes.Status403Forbidden, "API access is disabled for this account."));

    private SandboxAnswer? RefuseHaste(SandboxCall call) =>
        Options.RequestsPerSecond is { } limit && !_budget.TryTake(call.Now, limit, Options.RequestBurst ?? limit)
            ? TooManyRequests() with
            {
                RetryAfter = RetryAfter.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture),
            }
            : null;

    private static bool IsTokenCall(SandboxCall call) =>
        string.Equals(call.PathAndQuery.Split('?')[0].TrimEnd('/'), GiftCardPartnersRoutes.Tokens, StringComparison.OrdinalIgnoreCase);

    private GiftCardPartnersOrder Order(string order) =>
        _state.Find(order) ?? throw new ArgumentException($"The twin has no order '{order}'.", nameof(order));

    private GiftCardPartnersOrder Pending(string order) =>
        Order(order) is { IsPending: true } pending ? pending : throw new InvalidOperationException($"The order '{order}' is not pending.");

    private static void RequireCurrency(string currency)
    {
        if (currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{currency}' is not a currency; use three upper-case letters, such as USD.", nameof(currency));
        }
    }
}
