using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GiftCardSdk.Giftronaut;

/// <summary>Translates between the neutral model and Giftronaut's API, for one account.</summary>
internal sealed class GiftronautAdapter : GiftCardAdapter
{
    private readonly GiftronautSettings _settings;
    private readonly IGiftronautApi _api;
    private readonly GiftronautProducts _products;
    private readonly GiftronautCatalog _catalog;
    private readonly GiftronautOrderCheck _check;
    private readonly GiftronautOrders _orders;
    private readonly GiftronautOrderReader _reader;
    private readonly GiftronautLists _lists;
    private readonly GiftronautRewardActions _actions;
    private readonly GiftronautCampaigns _campaigns;

    /// <param name="context">What the core gives the account.</param>
    /// <param name="options">Reads the account's options as they are now.</param>
    public GiftronautAdapter(AdapterContext context, Func<GiftronautOptions> options)
    {
        var time = context.TimeProvider;
        _settings = new GiftronautSettings(context.AccountName, options);
        _api = CreateApi(context, _settings);
        var products = _products = new GiftronautProducts(_api, _settings, time);
        var search = new GiftronautOrderSearch(_api, _settings);
        var conflicts = new GiftronautConflicts(_api, search, _settings);
        var mapping = new GiftronautOrderMapping(_settings);
        _catalog = new GiftronautCatalog(products, _settings);
        _check = new GiftronautOrderCheck(time);
        _orders = new GiftronautOrders(_api, products, new GiftronautProductCheck(products, _settings), conflicts, mapping);
        _reader = new GiftronautOrderReader(_api, search, products, mapping, _settings);
        _lists = new GiftronautLists(_api, mapping);
        _actions = new GiftronautRewardActions(_api, _reader, _settings);
        _campaigns = new GiftronautCampaigns(context, _api, search, conflicts, _settings);
    }

    public override string Provider => GiftronautDefaults.Provider;

    public override Capabilities Capabilities => GiftronautCapabilities.All;

    public override IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        _catalog.ListAsync(query.Kind, cancellationToken);

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

    public override Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        _actions.ResendAsync(orderId, rewardId, cancellationToken);

    public override Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        _actions.CancelAsync(orderId, cancellationToken);

    public override async Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        GiftronautBalances.Of(await _api.GetBalanceAsync(cancellationToken).ConfigureAwait(false), _settings);

    public override WebhookReading ReadWebhook(WebhookDelivery delivery) => GiftronautWebhooks.Read(delivery);

    public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _lists.OrdersAsync(period, cancellationToken);

    public override IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
        _lists.MovementsAsync(period, cancellationToken);

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(IGiftronautApi) ? _api
        : serviceType == typeof(IGiftronautCampaigns) ? _campaigns
        : null;

    /// <summary>Two clients: a call that waits for a token must not itself be what fetches it.</summary>
    private static IGiftronautApi CreateApi(AdapterContext context, GiftronautSettings settings)
    {
        var http = new ProviderHttpSettings
        {
            BaseAddress = settings.Initial.Address,
            Credentials = GiftronautCredentials.ForTokens,
            Errors = new GiftronautErrors(),
            RateLimit = settings.Initial.RequestsPerMinute,
            RateLimitWindow = TimeSpan.FromMinutes(1),
        };
        var log =
            context.Services.GetService<ILoggerFactory>()?.CreateLogger<GiftronautAdapter>() ?? NullLogger<GiftronautAdapter>.Instance;
        var json = GiftronautJson.With(settings.Assumptions.MemberNames);
        var ofTokens = context.CreateHttpClient(http);
        var rules = new GiftronautRules(settings, json, ofTokens);
        var tokens = new GiftronautTokens(ofTokens.CreateApi<IGiftronautApi>(json.Options, rules), settings, log);
        var credentials = GiftronautCredentials.ForCalls(tokens, settings, context.TimeProvider);
        // Whether token calls count towards the limit is not documented: room is left for one.
        var calls = http with
        {
            Credentials = credentials,
            RateLimit = Math.Max(1, settings.Initial.RequestsPerMinute - 1),
        };
        return context.CreateHttpClient(calls).CreateApi<IGiftronautApi>(json.Options, rules);
    }
}
