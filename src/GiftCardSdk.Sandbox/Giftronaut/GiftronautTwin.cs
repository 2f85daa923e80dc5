namespace GiftCardSdk.Sandbox;

/// <summary>
/// The stateful imitation of Giftronaut's REST API: tokens, both catalogs, orders for recipients, reward links, balance, templates,
/// campaigns and webhooks. Its paths begin with <c>/api/v1</c> below <see cref="ProviderTwin.BaseAddress"/>; tokens come from
/// <c>/oauth2/token</c>.
/// </summary>
/// <remarks>
/// The client key of a sale is the idempotency key, from header or body. A key that is used again after its life, or by another
/// organization, is a sale of its own and counts in <see cref="SandboxLedger.Duplicates"/>. The ledger counts face values in the minor
/// units of their own currency (hundredths, thousandths for the Kuwaiti dinar, whole yen) and charges in cents of the US dollar.
/// </remarks>
public sealed class GiftronautTwin : ProviderTwin
{
    internal const string ProviderName = "giftronaut";

    private readonly GiftronautCatalog _catalog;
    private readonly GiftronautTokens _tokens;
    private readonly GiftronautState _state;
    private readonly GiftronautWebhooks _webhooks;
    private readonly GiftronautGate _gate;
    private Uri? _webhookEndpoint;

    internal GiftronautTwin(GiftCardSandboxOptions sandbox)
        : base(ProviderName, sandbox.TimeProvider, sandbox.Seed)
    {
        Options = sandbox.Giftronaut;
        // Ids are drawn apart from faults, so that adding a fault does not change them.
        var ids = new GiftronautIds(~sandbox.Seed);
        _catalog = new GiftronautCatalog(Options.ExtraProducts);
        _tokens = new GiftronautTokens(Options, ids);
        _webhooks = new GiftronautWebhooks(Options, ids);
        _state = new GiftronautState(Options, ids, _webhooks, Ledger, Schedule);
        _gate = new GiftronautGate(Options, _tokens, _state);
        Routes = MakeRoutes(ids);
        ControlRoutes = GiftronautControl.Routes(this);
    }

    /// <summary>A branded product that is listed like any other and refused in every order.</summary>
    public static string UnavailableProductId => GiftronautAssortment.UnavailableProductId;

    /// <summary>The switches; changes take effect with the next request.</summary>
    public GiftronautTwinOptions Options { get; }

    /// <summary>The apps that exist now, with their credentials; a copy.</summary>
    public IReadOnlyList<GiftronautClient> Clients => Now(_ => _tokens.Clients.ToArray());

    /// <summary>The id of the first app of the provider's sandbox.</summary>
    /// <exception cref="InvalidOperationException">There is no such app.</exception>
    public string ClientId => App(isProduction: false).ClientId;

    /// <summary>The secret of the first app of the provider's sandbox.</summary>
    /// <exception cref="InvalidOperationException">There is no such app.</exception>
    public string ClientSecret => App(isProduction: false).ClientSecret;

    /// <summary>The id of the first app of production.</summary>
    /// <exception cref="InvalidOperationException">There is no such app.</exception>
    public string ProductionClientId => App(isProduction: true).ClientId;

    /// <summary>The secret of the first app of production.</summary>
    /// <exception cref="InvalidOperationException">There is no such app.</exception>
    public string ProductionClientSecret => App(isProduction: true).ClientSecret;

    /// <summary>The ids of all products now in the two catalogs, the unavailable ones included.</summary>
    public IReadOnlyList<string> ProductIds => Now(_ => _catalog.Listed.Select(product => product.Id).ToArray());

    /// <summary>The last 10,000 webhooks that came about, oldest first, sent or not; a copy.</summary>
    public IReadOnlyList<GiftronautWebhook> Webhooks => Now(_ => _webhooks.All);

    /// <summary>Gives an app another secret, as a rotation does. Tokens issued before stay good.</summary>
    /// <param name="clientId">The app.</param>
    /// <param name="clientSecret">Its new secret.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public void SetClientSecret(string clientId, string clientSecret) =>
        Now(_ => _tokens.SetClient(Client(clientId) with { ClientSecret = clientSecret }));

    /// <summary>Gives an app other scopes. Tokens issued before keep theirs.</summary>
    /// <param name="clientId">The app.</param>
    /// <param name="scopes">Its new scopes, e.g. <c>catalog.read</c>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public void SetScopes(string clientId, params IEnumerable<string> scopes) =>
        Now(_ => _tokens.SetClient(Client(clientId) with { Scopes = [.. scopes] }));

    /// <summary>A token with all of an app's scopes, as the token call would give it.</summary>
    /// <param name="clientId">The app; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public string IssueToken(string? clientId = null) =>
        Now(now =>
        {
            var client = Client(clientId);
            return _tokens.Issue(client, client.Scopes, now);
        });

    /// <summary>Ends every token at once.</summary>
    public void RevokeTokens() => Now(_ => _tokens.RevokeAll());

    /// <summary>What an account can spend, in US dollars; zero for any other currency, since Giftronaut funds no other.</summary>
    /// <param name="currency">Three letters, upper case.</param>
    /// <param name="clientId">An app of the account; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public decimal GetBalance(string currency = "USD", string? clientId = null) =>
        currency == "USD" ? Now(now => Account(clientId, now).Funds.Available) : 0;

    /// <summary>What orders of an account have taken that are not complete yet, in US dollars.</summary>
    /// <param name="clientId">An app of the account; null means <see cref="ClientId"/>.</param>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public decimal GetPendingBalance(string? clientId = null) => Now(now => Account(clientId, now).Funds.Pending);

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

        Now(now => Account(clientId, now).Funds.Set(amount));
    }

    /// <summary>A top-up asked for through the API has arrived.</summary>
    /// <param name="fundingNumber">The <c>fundingNo</c> of its reply.</param>
    /// <exception cref="ArgumentException">No top-up waits under this number.</exception>
    public void ApproveTopUp(string fundingNumber) =>
        EndTopUp(
            fundingNumber,
            (account, amount, now) =>
            {
                account.Funds.Charge(amount, "Bank transfer", now, fundingNumber);
                _webhooks.TopUpApproved(account, amount, now);
            }
        );

    /// <summary>A top-up asked for through the API is turned down.</summary>
    /// <param name="fundingNumber">The <c>fundingNo</c> of its reply.</param>
    /// <param name="reason">What the webhook says.</param>
    /// <exception cref="ArgumentException">No top-up waits under this number.</exception>
    public void RejectTopUp(string fundingNumber, string reason = "Transfer not received") =>
        EndTopUp(fundingNumber, (account, amount, now) => _webhooks.TopUpRejected(account, amount, reason, now));

    /// <summary>The recipient redeems a card.</summary>
    /// <param name="rewardLink">The link to it.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It was redeemed or has lapsed, or its order is not complete.</exception>
    public void Claim(string rewardLink) => Now(_ => Open(Card(rewardLink)).Redeemed = true);

    /// <summary>The recipients redeem every open card of an order.</summary>
    /// <param name="orderId">The provider's id of the order.</param>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It is not complete.</exception>
    public void ClaimAll(string orderId) =>
        Now(_ =>
        {
            foreach (var card in Complete(Order(orderId)).Cards.Where(card => card.IsOpen))
            {
                card.Redeemed = true;
            }
        });

    /// <summary>A card lapses now; with the refund option 70 % of what it cost comes back.</summary>
    /// <param name="rewardLink">The link to it.</param>
    /// <exception cref="ArgumentException">There is no such card.</exception>
    /// <exception cref="InvalidOperationException">It was redeemed or has lapsed, or its order is not complete.</exception>
    public void Expire(string rewardLink) =>
        Now(now =>
        {
            var card = Open(Card(rewardLink));
            GiftronautState.Expire(card.Order, [card], now);
        });

    /// <summary>The e-mail to a recipient turns out not to have arrived. The card stays sold.</summary>
    /// <param name="orderId">The provider's id of the order.</param>
    /// <param name="email">The recipient's address.</param>
    /// <exception cref="ArgumentException">There is no such order, or it has no such recipient.</exception>
    /// <exception cref="InvalidOperationException">It is not complete.</exception>
    public void Bounce(string orderId, string email) =>
        Now(now =>
        {
            var card =
                Complete(Order(orderId)).Cards.FirstOrDefault(card => card.Email == email)
                ?? throw new ArgumentException("The order has no recipient with this address.", nameof(email));
            _state.Bounce([card], now);
        });

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
        if (!GiftronautCurrency.IsKnown(currency))
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
    /// <exception cref="ArgumentException">The catalog never had such a product.</exception>
    public void RemoveProduct(string productId) => Now(_ => _catalog.Remove(productId));

    /// <summary>Puts a removed product back.</summary>
    /// <param name="productId">The product's id.</param>
    /// <exception cref="ArgumentException">The catalog never had such a product.</exception>
    public void RestoreProduct(string productId) => Now(_ => _catalog.Restore(productId));

    /// <summary>Registers an endpoint for webhooks by the challenge Giftronaut makes; true when the endpoint repeated it.</summary>
    /// <param name="endpoint">An address of this machine; nothing is ever sent elsewhere.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The address is not a loopback one.</exception>
    /// <exception cref="HttpRequestException">Nobody answers there.</exception>
    public async Task<bool> RegisterWebhookAsync(Uri endpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || !endpoint.IsLoopback)
        {
            throw new ArgumentException($"'{endpoint}' is not an address of this machine.", nameof(endpoint));
        }

        using var sender = new GiftronautWebhookSender();
        var token = Now(_ => _webhooks.NewChallenge());
        if (!await sender.ChallengeAsync(endpoint, token, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Now(_ => _webhookEndpoint = endpoint);
        return true;
    }

    /// <summary>
    /// Posts the webhooks that wait to the registered endpoint, oldest first, and says how many it took with a 2xx. Those it did not take
    /// wait for the next call, as the retries of a provider would.
    /// </summary>
    /// <param name="cancellationToken">Ends the call; what was not sent by then waits on.</param>
    /// <exception cref="InvalidOperationException">No endpoint is registered.</exception>
    public async Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken = default)
    {
        var endpoint = _webhookEndpoint ?? throw new InvalidOperationException("No endpoint is registered; call RegisterWebhookAsync.");
        using var sender = new GiftronautWebhookSender();
        var waiting = Now(_ => _webhooks.TakeWaiting());
        try
        {
            return await sender.SendAllAsync(endpoint, waiting, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Now(_ => _webhooks.Return(waiting));
        }
    }

    /// <summary>The signature of a body under <see cref="GiftronautTwinOptions.WebhookSecret"/>, to make webhooks of one's own.</summary>
    /// <param name="body">The body, word for word.</param>
    public string SignWebhook(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return GiftronautWebhooks.Sign(body, Options.WebhookSecret);
    }

    internal override IReadOnlyList<TwinRoute> Routes { get; }

    internal override string PathPrefix => GiftronautRoutes.Prefix;

    internal override IReadOnlyList<ControlRoute> ControlRoutes { get; }

    internal override IReadOnlyList<(string Name, string Value)> Credentials =>
        [
            // Named by the app: there may be several of an environment, and names are unique.
            .. Clients.Select(client => (client.ClientId, "secret " + client.ClientSecret)),
            ("bounces", Options.BouncePrefix + "@mail.example"),
            ("sold out", UnavailableProductId),
        ];

    internal override string Example =>
        $"curl {BaseAddress}oauth2/token -d grant_type=client_credentials -d client_id={ClientId} -d client_secret={ClientSecret} -d 'scope=catalog.read orders.write'";

    internal override SandboxAnswer? Admit(SandboxCall call) => _gate.Admit(call);

    internal override SandboxAnswer TooManyRequests() => GiftronautRefusal.TooManyRequests.ToAnswer();

    internal override SandboxAnswer Unauthorized() => GiftronautRefusal.Unauthorized.ToAnswer();

    internal override SandboxAnswer NoSuchRoute(SandboxCall call) => GiftronautRefusal.NoSuchRoute(call);

    internal override IEnumerable<(string Name, string Value)> HeadersFor(SandboxCall call) =>
        call.Header("X-Request-Id") is { Length: > 0 } id ? [("X-Request-Id", id)] : [];

    private IReadOnlyList<TwinRoute> MakeRoutes(GiftronautIds ids)
    {
        var replies = new GiftronautReplies(Options);
        var once = new GiftronautOnce(Options, replies);
        var rules = new GiftronautOrderRules(Options, _catalog, _state);
        var orders = new GiftronautOrderOperations(Options, _state, rules, once, replies);
        return new GiftronautRoutes(Options, _gate).All(
            new GiftronautTokenOperations(Options, _tokens, _gate),
            new GiftronautCatalogOperations(Options, _catalog, replies),
            orders,
            new GiftronautOrderQuery(Options, replies),
            new GiftronautBalanceOperations(Options, ids, once, replies),
            new GiftronautTemplateOperations(Options, ids, once, replies),
            new GiftronautCampaignOperations(Options, ids, rules, orders, once, replies)
        );
    }

    private GiftronautClient App(bool isProduction) =>
        Clients.FirstOrDefault(client => client.IsProduction == isProduction)
        ?? throw new InvalidOperationException("The twin has no app of this environment.");

    private GiftronautClient Client(string? clientId) =>
        _tokens.FindClient(clientId ?? ClientId) ?? throw new ArgumentException($"The twin has no app '{clientId}'.", nameof(clientId));

    private GiftronautAccount Account(string? clientId, DateTimeOffset now) => _state.AccountOf(Client(clientId), now);

    private void EndTopUp(string fundingNumber, Action<GiftronautAccount, decimal, DateTimeOffset> end) =>
        Now(now =>
        {
            var (account, funding) =
                _state.TakeFunding(fundingNumber)
                ?? throw new ArgumentException($"No top-up waits under '{fundingNumber}'.", nameof(fundingNumber));
            end(account, funding.Amount, now);
        });

    private GiftronautOrder Order(string orderId) =>
        _state.FindOrder(orderId) ?? throw new ArgumentException($"The twin has no order '{orderId}'.", nameof(orderId));

    private static GiftronautOrder Complete(GiftronautOrder order) =>
        order.IsComplete
            ? order
            : throw new InvalidOperationException($"Order {order.Id} is {order.Status}; nobody has received anything.");

    private GiftronautCard Card(string rewardLink) =>
        _state.FindCard(rewardLink)
        // The value may be a link that claims money, so it is not repeated.
        ?? throw new ArgumentException("The twin has no card under this link.", nameof(rewardLink));

    private static GiftronautCard Open(GiftronautCard card) =>
        card.IsOpen ? card : throw new InvalidOperationException($"A card of order {card.Order.Id} is {card.Status}, not open.");
}
