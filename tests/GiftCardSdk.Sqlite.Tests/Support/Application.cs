using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>An application with a journal in SQLite and one account at a provider in memory, as a container makes it.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Application(string path, InMemoryGiftCardProvider provider, TimeProvider? clock = null, ILogger<RelationalJournal>? log = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        if (log is not null)
        {
            services.AddSingleton(log);
        }

        services.AddGiftCards().UseSqliteJournal(path).AddInMemory("test", provider);
        _services = services.BuildServiceProvider();
        Provider = provider;
        Cards = _services.GetRequiredService<IGiftCards>();
        Journal = _services.GetRequiredService<IOrderJournal>();
    }

    public InMemoryGiftCardProvider Provider { get; }

    public IGiftCards Cards { get; }

    public IOrderJournal Journal { get; }

    public Task<Order> PlaceAsync(string reference = "order-1") => Cards.GetAccount("test").Orders.PlaceAsync(Request(reference));

    /// <summary>Places an order that must end without having been sent.</summary>
    public async Task<GiftCardException> IsNotSentAsync(string reference = "not sent")
    {
        var arrivals = Provider.Arrivals;
        var failure = await Should.ThrowAsync<GiftCardException>(PlaceAsync(reference));
        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.IsTransient.ShouldBeTrue();
        Provider.Arrivals.ShouldBe(arrivals);
        return failure;
    }

    public async Task<JournalEntry> EntryAsync(string reference = "order-1") =>
        (await Journal.FindAsync(Identity(reference))).ShouldNotBeNull();

    public static OrderIdentity Identity(string reference = "order-1") =>
        new("in-memory", GiftCardEnvironment.Sandbox, "test", OrderIdentity.PlaceOrder, reference);

    public static OrderRequest Request(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
