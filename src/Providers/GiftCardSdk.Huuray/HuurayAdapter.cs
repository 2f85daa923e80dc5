using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Translates between the neutral model and Huuray's API, for one account.</summary>
internal sealed class HuurayAdapter : GiftCardAdapter
{
    /// <summary>The whole catalogue comes in one answer, and PDFs as text.</summary>
    private const int MaxResponseBytes = 64 * 1024 * 1024;

    private readonly HuuraySettings _settings;
    private readonly ProviderHttpClient _http;
    private readonly IHuurayApi _api;
    private readonly HuurayCatalog _catalog;
    private readonly HuurayOrderCheck _check;
    private readonly HuurayOrders _orders;
    private readonly HuurayOrderReader _reader;
    private readonly HuurayRewardActions _actions;
    private readonly HuurayWebhooks _webhooks;

    /// <param name="context">What the core gives the account.</param>
    /// <param name="options">Reads the account's options as they are now.</param>
    public HuurayAdapter(AdapterContext context, Func<HuurayOptions> options)
    {
        var time = context.TimeProvider;
        _settings = new HuuraySettings(context.AccountName, options);
        _http = context.CreateHttpClient(
            new ProviderHttpSettings
            {
                BaseAddress = _settings.Initial.Address!,
                Credentials = HuurayCredentials.Of(_settings),
                Errors = new HuurayErrors(),
                MaxResponseBytes = MaxResponseBytes,
            }
        );
        _api = _http.CreateApi<IHuurayApi>(HuurayJsonContext.Default.Options, new HuurayRules(_settings));
        _catalog = new HuurayCatalog(_api, _settings, time);
        _check = new HuurayOrderCheck(_settings, time);
        var placed = new HuurayPlacedOrders();
        var mapping = new HuurayOrderMapping(_settings, time);
        var templates = new HuurayTemplateChoice(_api, _settings, time);
        _orders = new HuurayOrders(_api, templates, new HuurayRefusals(_api, _catalog, _settings), mapping, placed, _settings);
        _reader = new HuurayOrderReader(_api, new HuurayCodes(_api), mapping, placed, _settings);
        _actions = new HuurayRewardActions(_api, placed, _settings, time);
        _webhooks = new HuurayWebhooks(_settings);
    }

    public override string Provider => HuurayDefaults.Provider;

    public override Capabilities Capabilities => HuurayCapabilities.All;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        _catalog.ListAsync(cancellationToken);

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        _catalog.GetAsync(productId, cancellationToken);

    public override void ForgetProducts() => _catalog.Forget();

    public override IEnumerable<string> FindMistakes(OrderRequest request) => _check.Mistakes(request);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        _orders.SubmitAsync(submission, cancellationToken);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        _reader.ReadAsync(orderId, detail, cancellationToken);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        _reader.FindAsync(query, cancellationToken);

    public override Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        _actions.ResendAsync(orderId, rewardId, cancellationToken);

    public override Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        _actions.CancelAsync(orderId, rewardId, cancellationToken);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
    {
        var odd = new OddMembers();
        var balances = HuurayBalances.Of(await _api.GetBalancesAsync(cancellationToken).ConfigureAwait(false), _settings, odd);
        _http.Report(HuurayOperationNames.GetBalances, odd);
        return balances;
    }

    public override WebhookReading ReadWebhook(WebhookDelivery delivery) => _webhooks.Read(delivery);

    public override object? GetService(Type serviceType) => serviceType == typeof(IHuurayApi) ? _api : null;
}
