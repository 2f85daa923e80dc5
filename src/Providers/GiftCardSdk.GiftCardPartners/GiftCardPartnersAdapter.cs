using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Translates between the neutral model and the Gift Card Partners API, for one account.</summary>
internal sealed class GiftCardPartnersAdapter : GiftCardAdapter
{
    private readonly GiftCardPartnersSettings _settings;
    private readonly IGiftCardPartnersApi _api;
    private readonly GiftCardPartnersCache _cache;
    private readonly GiftCardPartnersProducts _products;
    private readonly GiftCardPartnersCatalog _catalog;
    private readonly GiftCardPartnersOrderCheck _check;
    private readonly GiftCardPartnersOrders _orders;
    private readonly GiftCardPartnersOrderReader _reader;

    /// <param name="context">What the core gives the account.</param>
    /// <param name="options">Reads the account's options as they are now.</param>
    public GiftCardPartnersAdapter(AdapterContext context, Func<GiftCardPartnersOptions> options)
    {
        var time = context.TimeProvider;
        _settings = new GiftCardPartnersSettings(context.AccountName, options);
        _api = CreateApi(context, _settings);
        var products = _products = new GiftCardPartnersProducts(_api, _settings, time);
        var productMapping = new GiftCardPartnersProductMapping(_settings.Assumptions);
        var orderMapping = new GiftCardPartnersOrderMapping(_settings, time);
        _cache = new GiftCardPartnersCache(_api, _settings, products, time);
        _catalog = new GiftCardPartnersCatalog(products, productMapping);
        _check = new GiftCardPartnersOrderCheck(_settings);
        _reader = new GiftCardPartnersOrderReader(
            _api,
            _settings,
            new GiftCardPartnersCurrencies(products),
            orderMapping,
            context.ProviderClock
        );
        _orders = new GiftCardPartnersOrders(
            _api,
            _settings,
            products,
            new GiftCardPartnersProductCheck(products, productMapping, _settings),
            new GiftCardPartnersConflicts(_reader, orderMapping, _settings, time),
            orderMapping,
            context.ProviderClock
        );
    }

    public override string Provider => GiftCardPartnersDefaults.Provider;

    public override Capabilities Capabilities => GiftCardPartnersCapabilities.All;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        _catalog.ListAsync(cancellationToken);

    public override Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        _catalog.GetAsync(productId, cancellationToken);

    public override void ForgetProducts() => _products.Invalidate();

    public override IEnumerable<string> FindMistakes(OrderRequest request) => _check.Mistakes(request);

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

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        GiftCardPartnersBalances.Of(await _api.GetBalanceAsync(cancellationToken).ConfigureAwait(false), _settings);

    public override WebhookReading ReadWebhook(WebhookDelivery delivery) => GiftCardPartnersWebhooks.Read(delivery);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _reader.ListAsync(period, cancellationToken);

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(IGiftCardPartnersApi) ? _api
        : serviceType == typeof(IGiftCardPartnersCache) ? _cache
        : null;

    /// <summary>Two clients: a call that waits for a token must not itself be what fetches it.</summary>
    private static IGiftCardPartnersApi CreateApi(AdapterContext context, GiftCardPartnersSettings settings)
    {
        var errors = new GiftCardPartnersErrors(settings.Assumptions);
        var http = new ProviderHttpSettings
        {
            ProviderName = "Gift Card Partners",
            BaseAddress = settings.Initial.BaseAddress!,
            Credentials = GiftCardPartnersCredentials.ForTokens(settings),
            Errors = errors,
            RateLimit = settings.Initial.MaxRequestsPerMinute,
            RateLimitWindow = TimeSpan.FromMinutes(1),
        };
        var tokens = context.CreateHttpClient(http);
        var json = GiftCardPartnersMemberNames.Apply(settings.Assumptions.MemberNames);
        var rules = new GiftCardPartnersRules(settings.Assumptions, json, tokens);
        var credentials = GiftCardPartnersCredentials.ForCalls(
            tokens.CreateApi<IGiftCardPartnersApi>(json, rules),
            settings.Assumptions,
            context.TimeProvider
        );
        return context.CreateHttpClient(http with { Credentials = credentials }).CreateApi<IGiftCardPartnersApi>(json, rules);
    }
}
