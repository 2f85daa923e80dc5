using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Translates between the neutral model and Giftbit's API, for one account.</summary>
internal sealed class GiftbitAdapter : GiftCardAdapter
{
    private readonly GiftbitSettings _settings;
    private readonly ProviderHttpClient _http;
    private readonly IGiftbitApi _api;
    private readonly GiftbitCatalog _catalog;
    private readonly GiftbitOrderCheck _check;
    private readonly GiftbitOrders _orders;
    private readonly GiftbitOrderReader _reader;
    private readonly GiftbitRewardActions _actions;

    /// <param name="context">What the core gives the account.</param>
    /// <param name="options">Reads the account's options as they are now.</param>
    public GiftbitAdapter(AdapterContext context, Func<GiftbitOptions> options)
    {
        _settings = new GiftbitSettings(context.AccountName, options);
        _http = context.CreateHttpClient(
            new ProviderHttpSettings
            {
                BaseAddress = _settings.Initial.Address,
                Credentials = ApiKeyCredentials.Bearer(_settings.Tokens),
                Errors = new GiftbitErrors(),
            }
        );
        _api = _http.CreateApi<IGiftbitApi>(GiftbitJsonContext.Default.Options, new GiftbitRules(_settings));
        var regions = new GiftbitRegions(_api, _settings.Assumptions, context.TimeProvider);
        _catalog = new GiftbitCatalog(_api, _settings, regions, context.TimeProvider, _http.Report);
        _check = new GiftbitOrderCheck(_settings, context.TimeProvider);
        var holdings = new GiftbitHoldings(_api, _settings.Initial.DefaultCurrency, context.TimeProvider);
        _orders = new GiftbitOrders(_api, holdings, _settings);
        _reader = new GiftbitOrderReader(_api, holdings, _settings);
        _actions = new GiftbitRewardActions(_api, _settings);
    }

    public override string Provider => GiftbitDefaults.Provider;

    public override Capabilities Capabilities => GiftbitCapabilities.All;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        _catalog.ListAsync(query, cancellationToken);

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        _catalog.GetAsync(productId, cancellationToken);

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
        var balances = GiftbitBalances.Of(await _api.GetFundsAsync(null, cancellationToken).ConfigureAwait(false), odd);
        _http.Report(GiftbitOperationNames.GetFunds, odd);
        return balances;
    }

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _reader.ListAsync(period, cancellationToken);

    public override object? GetService(Type serviceType) => serviceType == typeof(IGiftbitApi) ? _api : null;
}
