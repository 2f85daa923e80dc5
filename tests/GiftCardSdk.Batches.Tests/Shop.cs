using GiftCardSdk.Conformance;
using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Batches.Tests;

/// <summary>One provider in memory, and applications that buy there on one journal: a second one is another process, or the first after a restart.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly List<ServiceProvider> _living = [];

    public Shop(InMemoryProviderOptions? options = null) => Provider = new(options, Clock);

    public ManualTimeProvider Clock { get; } = new();

    public InMemoryOrderJournal Journal { get; } = new();

    public InMemoryGiftCardProvider Provider { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="journal">The journal of this process; null for the shared one.</param>
    public IGiftCardBatches Application(IOrderJournal? journal = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(journal ?? Journal);
        services.AddGiftCards().AddBatches().AddInMemory("shop", Provider).AddInMemory("other", Provider);
        var application = services.BuildServiceProvider();
        if (journal is not CrashingJournal)
        {
            // A dead process does not shut down.
            _living.Add(application);
        }

        return application.GetRequiredService<IGiftCards>().Batches;
    }

    public static BatchOptions Options { get; } = new() { Account = "shop" };

    public static OrderRequest Order(int number, decimal amount = 25, string currency = "EUR", string? reference = null) =>
        new()
        {
            Reference = reference ?? $"line-{number}",
            Delivery = Delivery.Returned,
            Lines = [new() { ProductId = currency == "EUR" ? "coffee" : "books", FaceValue = Money.Of(amount, currency) }],
        };

    public static IAsyncEnumerable<BatchLine> Lines(int count) =>
        Enumerable.Range(1, count).Select(number => new BatchLine(Order(number))).ToAsyncEnumerable();

    /// <summary>Runs a batch to its end.</summary>
    public static ValueTask<List<BatchResult>> RunAsync(
        IGiftCardBatches batches,
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null
    ) => batches.RunAsync("june", lines, options ?? Options, Token).ToListAsync(Token);

    /// <summary>Runs a batch to its end, and lets the time pass that its lines wait for: half a minute at once at most, so that no deadline of a send is run into.</summary>
    public Task<List<BatchResult>> RunInTimeAsync(
        IGiftCardBatches batches,
        IAsyncEnumerable<BatchLine> lines,
        BatchOptions? options = null
    ) => Clock.RunUntilCompletedAsync(RunAsync(batches, lines, options).AsTask(), within: TimeSpan.FromSeconds(31), Token);

    public async ValueTask DisposeAsync()
    {
        foreach (var application in _living)
        {
            await application.DisposeAsync();
        }
    }
}
