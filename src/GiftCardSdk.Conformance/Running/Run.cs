using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conformance.Running;

/// <summary>One stage, and one application with an account at it.</summary>
internal sealed class Run : IAsyncDisposable
{
    public const string AccountName = "conformance";

    private readonly Action<GiftCardsBuilder>? _configure;
    private ServiceProvider _services;

    private Run(ConformanceStage stage, Action<GiftCardsBuilder>? configure)
    {
        Stage = stage;
        _configure = configure;
        _services = Application(stage, configure);
    }

    public ConformanceStage Stage { get; }

    public ConformanceClock Clock => Stage.Clock;

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(AccountName);

    public Capabilities Capabilities => Account.Capabilities;

    /// <summary>The shapes, those of returned cards first.</summary>
    public IReadOnlyList<OrderShape> Shapes => [.. Capabilities.Shapes.OrderBy(shape => shape.Delivery)];

    public static async Task<Run> StartAsync(ConformanceFixture fixture, Action<GiftCardsBuilder>? configure = null)
    {
        var stage = await fixture.StartAsync(new ConformanceClock(), TestContext.Current.CancellationToken);
        return new Run(stage, configure);
    }

    /// <summary>An application without accounts, on the stage's clock and wire.</summary>
    public static IServiceCollection Bare(ConformanceStage stage, out GiftCardsBuilder builder)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(stage.Clock);
        builder = services.AddGiftCards();
        builder.UsePrimaryHandler(_ => HandlerAt(stage));
        return services;
    }

    /// <summary>A way from an application to the stage.</summary>
    public static HttpMessageHandler HandlerAt(ConformanceStage stage) =>
        (stage as HttpConformanceStage)?.Wire.CreateHandler() ?? ((OfflineConformanceStage)stage).CreateHandler();

    /// <summary>A call sends an order once at most.</summary>
    public static void SendOnce(GiftCardsBuilder builder) => builder.ConfigureOrdering(static options => options.MaxSends = 1);

    /// <summary>The application is started anew: its journal was in memory and is lost.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Application(Stage, _configure);
    }

    /// <summary>An order with a reference of its own.</summary>
    public OrderRequest NewOrder(OrderShape shape) => Stage.OrderFor(shape.Delivery, OrderReference.New());

    /// <summary>An order of the first delivery.</summary>
    public OrderRequest NewOrder() => NewOrder(Shapes[0]);

    public IReadOnlyList<ConformanceSale> SalesOf(OrderReference reference) =>
        [.. Stage.Sales.Where(sale => sale.Key == reference.ProviderKey)];

    /// <summary>Whether a create that the provider answers so is refused for certain.</summary>
    public bool Refuses(int status) => Stage is not HttpConformanceStage http || http.Refusals.Contains(status);

    /// <summary>Skips the test if the provider documents no such refusal of a create.</summary>
    public void NeedRefusal(int status) =>
        Assert.SkipUnless(Refuses(status), $"The provider documents no refusal of a create with {status} (HttpConformanceStage.Refusals).");

    /// <summary>The wire; without one the test is skipped, and the stage says why.</summary>
    public Wire NeedWire()
    {
        Assert.SkipWhen(Stage is OfflineConformanceStage, (Stage as OfflineConformanceStage)?.Reason ?? "");
        return ((HttpConformanceStage)Stage).Wire;
    }

    /// <summary>Skips the test if the account says that it cannot do something.</summary>
    public void Need(GiftCardFeature feature) =>
        Assert.SkipUnless(Capabilities.Supports(feature), $"The account's Capabilities have no {feature}.");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Stage.DisposeAsync();
    }

    private static ServiceProvider Application(ConformanceStage stage, Action<GiftCardsBuilder>? configure)
    {
        var services = Bare(stage, out var builder);
        configure?.Invoke(builder);
        stage.AddAccount(builder, AccountName);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
