using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Huuray's API: signed calls, catalogue and stock, orders with or without delivery, search, resend, cancel, PDFs,
/// uploads, callbacks. Its paths begin with <c>/v4</c> below <see cref="ProviderTwin.BaseAddress"/>.
/// </summary>
/// <remarks>
/// Huuray has no idempotency and neither has the twin: the same order sent twice is sold twice, and
/// <see cref="SandboxLedger.Duplicates"/> counts it. A client key is the order's <c>RefID</c>.
/// </remarks>
public sealed class HuurayTwin : ProviderTwin
{
    internal const string ProviderName = "huuray";

    private readonly HuurayCatalog _catalog;
    private readonly HuurayFunds _funds;
    private readonly HuurayState _state;
    private readonly HuurayWebhooks _webhooks;
    private readonly HuurayAccess _access;
    private readonly RequestBudget _budget = new();

    internal HuurayTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Huuray;
        var currencies = new HuurayCurrencies(Options.MinorUnits);
        var bodies = new HuurayBodies(Options);
        var replies = new HuurayReplies(Options);
        var uploads = new HuurayUploads(Options);
        _access = new HuurayAccess(Options);
        _catalog = new HuurayCatalog(Options, currencies);
        _funds = new HuurayFunds(Options, currencies);
        // Ids are drawn apart from faults, so that adding a fault does not change them; webhooks apart from both.
        _webhooks = new HuurayWebhooks(Options.Webhooks, replies, sandbox.Seed ^ int.MaxValue);
        var issuer = new HuurayIssuer(Options, ~sandbox.Seed);
        _state = new HuurayState(Options, _catalog, _funds, uploads, _webhooks, Ledger, issuer, Schedule);
        Routes = HuurayRoutes.All(
            new HuurayAccountOperations(Options, _funds),
            new HuurayCatalogueOperations(Options, _catalog, currencies, bodies),
            new HuurayOrderOperations(Options, _state, new HuurayOrderRules(Options, _catalog, uploads), replies, bodies),
            new HuurayCardOperations(_state, bodies),
            new HuurayFileOperations(Options, _state, uploads, issuer, bodies)
        );
        ControlRoutes = HuurayControl.Routes(this);
    }

    /// <summary>A product that is listed like any other and refused in every order.</summary>
    public static string UnavailableProductToken => HuurayCatalog.UnavailableProductToken;

    /// <summary>The switches.</summary>
    public HuurayTwinOptions Options { get; }

    /// <summary>The tokens and secrets accepted now; a copy.</summary>
    public IReadOnlyList<HuurayCredential> ApiCredentials => _access.Credentials;

    /// <summary>The first token accepted now.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiToken => First.ApiToken;

    /// <summary>The secret of <see cref="ApiToken"/>.</summary>
    /// <exception cref="InvalidOperationException">No token is accepted at all.</exception>
    public string ApiSecret => First.ApiSecret;

    /// <summary>The tokens of all products the account may order, the unavailable ones included.</summary>
    public IReadOnlyList<string> ProductTokens =>
        Now(_ => _catalog.Listed.Where(product => product.IsOrderable).Select(product => product.Token).ToArray());

    /// <summary>What can be spent, in minor units by currency; a copy.</summary>
    public IReadOnlyDictionary<string, long> Balances => Now(_ => _funds.Balances);

    /// <summary>The callbacks that have come about, oldest first, sent or not; the last 10,000.</summary>
    public IReadOnlyList<HuurayWebhook> Webhooks => Now(_ => _webhooks.All);

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
    public void SetBalance(string currency, long amount) => Now(_ => _funds.Set(Currency(currency), amount));

    /// <summary>Sets how many cards of one value a stocked product has left.</summary>
    /// <param name="product">The product's token.</param>
    /// <param name="value">The denomination, in minor units.</param>
    /// <param name="cards">Not negative.</param>
    /// <exception cref="ArgumentException">The catalogue never had such a product.</exception>
    public void SetStock(string product, long value, int cards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cards);
        Now(_ => _catalog.SetStock(product, value, cards));
    }

    /// <summary>Takes a product out of the catalogue, as happens between the fetching of a catalogue and an order.</summary>
    /// <param name="product">The product's token.</param>
    /// <exception cref="ArgumentException">The catalogue never had such a product.</exception>
    public void RemoveProduct(string product) => Now(_ => _catalog.Remove(product));

    /// <summary>Puts a removed product back.</summary>
    /// <param name="product">The product's token.</param>
    /// <exception cref="ArgumentException">The catalogue never had such a product.</exception>
    public void RestoreProduct(string product) => Now(_ => _catalog.Restore(product));

    /// <summary>The recipient opens a card. Only a callback tells of it.</summary>
    /// <param name="voucher">The card's id, code or link.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It is cancelled, or not issued yet.</exception>
    public void Open(string voucher) => Now(now => _state.Open(Voucher(voucher), now));

    /// <summary>The recipient redeems a card; it can no longer be cancelled. Only a callback tells of it.</summary>
    /// <param name="voucher">The card's id, code or link.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It was redeemed before, is cancelled or expired, or not issued yet.</exception>
    public void Claim(string voucher) => Now(now => _state.Claim(Voucher(voucher), now));

    /// <summary>The recipients redeem every open card of an order.</summary>
    /// <param name="order">The order's <c>OrderUID</c>, or the <c>RefID</c> of the latest order that has it.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The order is not complete yet.</exception>
    public void ClaimAll(string order) =>
        Now(now =>
        {
            foreach (var voucher in Order(order).Vouchers.Where(voucher => voucher is { Redeemed: false, Cancelled: false }))
            {
                _state.Claim(voucher, now);
            }
        });

    /// <summary>Marks a card that its supplier does not take back: cancelling it fails, and cancelling its order is partial.</summary>
    /// <param name="voucher">The card's id, code or link.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void RefuseCancel(string voucher) => Now(_ => Voucher(voucher).CancelRefused = true);

    /// <summary>Marks a card that cannot be sent again: resending it fails, and resending its order is partial.</summary>
    /// <param name="voucher">The card's id, code or link.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    public void RefuseResend(string voucher) => Now(_ => Voucher(voucher).ResendRefused = true);

    /// <summary>
    /// Posts the callbacks whose time has come, each once, to <see cref="HuurayWebhookOptions.Address"/>. What is not answered 2xx within ten
    /// seconds is due again after 1, 5 and 30 minutes, 2 and 12 hours.
    /// </summary>
    /// <param name="cancellationToken">Ends the sending; what was not sent stays due.</param>
    /// <returns>How many were accepted.</returns>
    /// <exception cref="InvalidOperationException">The address is not set, or not on this machine.</exception>
    public async Task<int> SendWebhooksAsync(CancellationToken cancellationToken = default)
    {
        var accepted = 0;
        foreach (var outgoing in Now(_webhooks.Due))
        {
            var arrived = await SendWebhookAsync(outgoing.Webhook, cancellationToken).ConfigureAwait(false);
            Now(now => HuurayWebhooks.Tried(outgoing, arrived, now));
            accepted += arrived ? 1 : 0;
        }

        return accepted;
    }

    /// <summary>Posts one callback now, whether it is due or not: to double it, or to send a forged one.</summary>
    /// <param name="webhook">One of <see cref="Webhooks"/>, or a changed copy.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>Whether the receiver said 2xx within ten seconds.</returns>
    /// <exception cref="InvalidOperationException">The address is not set, or not on this machine.</exception>
    public Task<bool> SendWebhookAsync(HuurayWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return HuurayWebhookPost.SendAsync(webhook, Options.Webhooks.Address, Clock, cancellationToken);
    }

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => HuurayRoutes.Prefix;

    internal override IReadOnlyList<ControlRoute> ControlRoutes { get; }

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [("api token", Shown.ApiToken), ("api secret", Shown.ApiSecret), ("sold out", UnavailableProductToken)];

    internal override string Example =>
        $"""
            n=$(date +%s%N); curl {BaseAddress}v4/Balance -H 'X-API-TOKEN: {Shown.ApiToken}' -H "X-API-NONCE: $n" -H "X-API-HASH: $(printf %s "{Shown.ApiSecret}$n" | sha512sum | cut -d' ' -f1)"
            """;

    internal override SandboxAnswer? Admit(SandboxCall call)
    {
        if (_access.Refuse(call) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        return Options.RequestsPerSecond is { } limit && !_budget.TryTake(call.Now, limit, Options.RequestBurst ?? limit)
            ? TooManyRequests() with
            {
                RetryAfter = "1",
            }
            : null;
    }

    internal override SandboxAnswer TooManyRequests() =>
        new HuurayRefusal(StatusCodes.Status429TooManyRequests, "Too many requests", "Slow down").ToAnswer();

    internal override SandboxAnswer Unauthorized() => HuurayAccess.BadCredentials.ToAnswer();

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) =>
        HuurayRefusal.NotFound(string.Create(CultureInfo.InvariantCulture, $"{call.Method} is not documented here")).ToAnswer();

    private HuurayCredential Shown => _access.Credentials is [var first, ..] ? first : new HuurayCredential("none", "none");

    private HuurayCredential First =>
        _access.Credentials is [var first, ..] ? first : throw new InvalidOperationException("The twin accepts no token.");

    private HuurayVoucher Voucher(string voucher) =>
        _state.FindVoucher(voucher)
        // The value may be a code or a link that is worth money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no card with this id, code or link.", nameof(voucher));

    private HuurayOrder Order(string order) =>
        _state.FindOrder(order)
        ?? (_state.FindByRefId(order) is { Count: > 0 } orders ? orders[^1] : null)
        ?? throw new ArgumentException($"The twin has no order '{order}'.", nameof(order));

    private static string Currency(string currency) =>
        currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper)
            ? currency
            : throw new ArgumentException($"'{currency}' is not a currency; use three upper-case letters, such as EUR.", nameof(currency));
}
