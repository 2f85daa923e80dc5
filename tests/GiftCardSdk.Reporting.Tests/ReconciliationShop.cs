using GiftCardSdk.Adapters;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Reporting.Tests;

/// <summary>An application with an account whose provider shows what the test says.</summary>
internal sealed class ReconciliationShop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ReconciliationShop()
    {
        Provider = new(new InMemoryProviderOptions(), Clock);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging();
        services
            .AddGiftCards()
            .KeepOrderHistory()
            .ConfigureOrdering(options => options.MaxSends = 1)
            .AddAccount(
                new AccountRegistration(
                    "emea",
                    Provider.Provider,
                    _ => GiftCardEnvironment.Sandbox,
                    context => new Shown(Provider.CreateAdapter(context.AccountName), this)
                )
            );
        _services = services.BuildServiceProvider();
        Period = new(Clock.GetUtcNow().AddHours(-12), Clock.GetUtcNow().AddHours(12));
    }

    public ConformanceClock Clock { get; } = new();

    public InMemoryGiftCardProvider Provider { get; }

    public TimePeriod Period { get; }

    public IGiftCards GiftCards => _services.GetRequiredService<IGiftCards>();

    public IGiftCardAccount Account => GiftCards.GetAccount("emea");

    /// <summary>Changes what the provider lists.</summary>
    public Func<IAsyncEnumerable<Order>, IAsyncEnumerable<Order>> Lists { get; set; } = orders => orders;

    /// <summary>Changes an order that is read by its id.</summary>
    public Func<Order, Order> Reads { get; set; } = order => order;

    /// <summary>What the provider lists of its balances; null if it lists nothing.</summary>
    public BalanceMovement[]? Movements { get; set; }

    public int Readings { get; private set; }

    public static OrderRequest Request(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public Task<Order> PlaceAsync(string reference) => Account.Orders.PlaceAsync(Request(reference));

    public Task<ReconciliationReport> RunAsync(ReconciliationOptions? options = null) => GiftCards.ReconcileAsync("emea", Period, options);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Shown(GiftCardAdapter sound, ReconciliationShop shop) : GiftCardAdapter
    {
        public override string Provider => sound.Provider;

        public override Capabilities Capabilities =>
            shop.Movements is null
                ? sound.Capabilities
                : sound.Capabilities with
                {
                    Features = sound.Capabilities.Features.Append(GiftCardFeature.ListMovements).ToHashSet(),
                };

        public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
            sound.SubmitOrderAsync(submission, cancellationToken);

        public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
        {
            shop.Readings++;
            return shop.Reads(await sound.GetOrderAsync(orderId, detail, cancellationToken));
        }

        public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            sound.FindOrderAsync(query, cancellationToken);

        public override IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
            shop.Lists(sound.ListOrdersAsync(period, cancellationToken));

        public override IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
            shop.Movements!.ToAsyncEnumerable();
    }
}
