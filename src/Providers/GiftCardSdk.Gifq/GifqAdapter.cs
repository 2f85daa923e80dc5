using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>Translates between the neutral model and GIFQ's API, for one account.</summary>
internal sealed class GifqAdapter : GiftCardAdapter
{
    private readonly GifqSettings _settings;
    private readonly ProviderHttpClient _http;
    private readonly IGifqApi _api;
    private readonly GifqCatalog _catalog;
    private readonly GifqOrders _orders;
    private readonly GifqOrderReader _reader;
    private readonly GifqLists _lists;
    private readonly GifqPayouts _payouts;
    private readonly GifqWebhooks _webhooks;

    /// <param name="context">What the core gives the account.</param>
    /// <param name="options">Reads the account's options as they are now.</param>
    public GifqAdapter(AdapterContext context, Func<GifqOptions> options)
    {
        _settings = new GifqSettings(context.AccountName, options);
        _http = context.CreateHttpClient(
            new ProviderHttpSettings
            {
                ProviderName = "GIFQ",
                BaseAddress = _settings.Initial.Address,
                Credentials = new GifqCredentials(_settings.Tokens),
                Errors = new GifqErrors(_settings.Initial.Environment),
                RateLimit = _settings.Initial.RequestsPerSecond,
                EvenPace = true,
            }
        );
        var json = GifqJson.With(_settings.Assumptions.MemberNames);
        _api = _http.CreateApi<IGifqApi>(json.Options, new GifqRules(_settings.Assumptions, json));
        _catalog = new GifqCatalog(_api, _settings);
        var scan = new GifqOrderScan(_api, context.ProviderClock, _settings.Initial.LookupPages);
        var refusals = new GifqRefusals(_api, scan, _catalog);
        _orders = new GifqOrders(_api, new GifqProductCheck(_catalog, _settings), refusals, context.ProviderClock, _settings);
        _reader = new GifqOrderReader(_api, scan, _settings);
        _lists = new GifqLists(_api, context.ProviderClock, _settings);
        _payouts = new GifqPayouts(context, _api, refusals, _settings);
        _webhooks = new GifqWebhooks(_api, context.ProviderClock, _settings);
    }

    public override string Provider => GifqDefaults.Provider;

    public override Capabilities Capabilities => GifqCapabilities.All;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        _catalog.ListAsync(query.Kind, cancellationToken);

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        _catalog.GetAsync(productId, cancellationToken);

    public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        _orders.SubmitAsync(submission, cancellationToken);

    public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        _reader.ReadAsync(orderId, detail, cancellationToken);

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        _reader.FindAsync(query, cancellationToken);

    public override int MaxOrdersPerLookup => int.MaxValue;

    public override IAsyncEnumerable<OrderLookupAnswer> FindOrdersAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        CancellationToken cancellationToken
    ) => _reader.FindAsync(queries, cancellationToken);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken)
    {
        var odd = new OddMembers();
        var balances = GifqBalances.Of(await _api.ListBalancesAsync(cancellationToken).ConfigureAwait(false), odd);
        _http.Report(GifqOperationNames.ListBalances, odd);
        return balances;
    }

    public override WebhookReading ReadWebhook(WebhookDelivery delivery) => GifqWebhooks.Read(delivery);

    public override Task<IReadOnlyList<WebhookEvent>> ReadBackAsync(string subject, CancellationToken cancellationToken) =>
        _webhooks.ReadBackAsync(subject, cancellationToken);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _lists.OrdersAsync(period, cancellationToken);

    public override IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _lists.MovementsAsync(period, cancellationToken);

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(IGifqApi) ? _api
        : serviceType == typeof(IGifqPayouts) ? _payouts
        : null;
}
