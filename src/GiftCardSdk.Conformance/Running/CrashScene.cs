namespace GiftCardSdk.Conformance.Running;

/// <summary>One stage, one journal in a file, and processes that live and die on them one after the other.</summary>
internal sealed class CrashScene : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("giftcards-");
    private int _journals;

    private CrashScene(ConformanceStage stage) => Stage = stage;

    public ConformanceStage Stage { get; }

    public ConformanceClock Clock => Stage.Clock;

    /// <summary>The shapes, those of returned cards first.</summary>
    public IReadOnlyList<OrderShape> Shapes { get; private set; } = [];

    public static async Task<CrashScene> StartAsync(ConformanceFixture fixture)
    {
        var scene = new CrashScene(await fixture.StartAsync(new ConformanceClock(), TestContext.Current.CancellationToken));
        await using var process = scene.Begin();
        scene.Shapes = [.. process.Account.Capabilities.Shapes.OrderBy(shape => shape.Delivery)];
        return scene;
    }

    /// <summary>A new process, which lives until it is disposed or comes to a step.</summary>
    public Process Begin(Func<JournalStep, bool>? diesAt = null) =>
        new(Stage, Path.Combine(_folder.FullName, $"orders-{_journals}.journal"), diesAt);

    /// <summary>The next process finds an empty journal.</summary>
    public void BeginNewJournal() => _journals++;

    /// <summary>An order with a reference of its own.</summary>
    public OrderRequest NewOrder(OrderShape shape) => Stage.OrderFor(shape.Delivery, OrderReference.New());

    /// <summary>A process dies that was placing an order: just before its first byte, or with the answer received and not yet written down.</summary>
    public async Task<OrderRequest> DieAsync(OrderShape shape, bool wasBought)
    {
        var request = NewOrder(shape);
        var sold = Stage.Sales.Count;
        await using var process = Begin(now => wasBought ? now.IsAfterTheSend : now.IsBeforeTheSend);
        var survived = await process.SurvivesAsync(process.Account.Orders.PlaceAsync(request));
        Expect.That(!survived, $"{shape.Delivery}: an order was placed without its intent and its end written down.");
        Expect.Same(wasBought ? 1 : 0, Stage.Sales.Count - sold, $"{shape.Delivery}: sales when the process died");
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
