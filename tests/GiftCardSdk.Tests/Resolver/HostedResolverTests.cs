using GiftCardSdk.Diagnostics;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Diagnostics;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>Under a generic host it goes on by itself, from the start to the stop.</summary>
public sealed class HostedResolverTests
{
    private readonly Shop _dead = Crashes.NewShop();
    private readonly Waiting _waiting = new();

    [Fact]
    public async Task What_a_crash_left_is_found_when_the_application_starts_again()
    {
        await _dead.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var host = NewHost();
        using var metrics = new MetricCollector(host.Services);

        await host.StartAsync();
        var told = await _waiting.Told.Task;

        (told.Reference.Value, told.End).ShouldBe(("order-1", Accepted));
        _dead.Provider.Arrivals.ShouldBe(1);
        await host.StopAsync();
        metrics
            .Of(GiftCardTelemetry.OrdersResolved)
            .ShouldBe(["1 giftcards.account=test giftcards.order.state=Accepted giftcards.provider=in-memory"]);
    }

    [Fact]
    public async Task What_is_not_found_out_at_once_is_found_out_by_a_later_pass()
    {
        await _dead.DieBeforeSendingAsync();
        using var host = NewHost();
        using var metrics = new MetricCollector(host.Services);

        await host.StartAsync();
        await _dead.Clock.LetPassAsync(_waiting.Told.Task, step: TimeSpan.FromSeconds(5));

        (await _waiting.Told.Task).End.ShouldBe(Absent);
        await host.StopAsync();
        metrics
            .Of(GiftCardTelemetry.OrdersOpen)[0]
            .ShouldBe("1 giftcards.account=test giftcards.order.state=Unknown giftcards.provider=in-memory");
    }

    [Fact]
    public async Task A_look_up_that_hangs_does_not_hold_up_the_stop()
    {
        await _dead.DieAfterSendingAsync(ScriptedEnd.Accepted);
        _dead.Provider.ScriptLookups(static _ => ScriptedLookup.Hangs);
        using var host = NewHost();
        await host.StartAsync();
        while (_dead.Provider.Lookups == 0)
        {
            await Task.Yield();
        }

        await host.StopAsync();

        (await _dead.EntryAsync()).State.ShouldBe(Unknown);
    }

    [Fact]
    public async Task A_host_that_is_disposed_of_without_a_stop_leaves_no_service_behind_that_failed()
    {
        await _dead.DieAfterSendingAsync(ScriptedEnd.Accepted);
        _dead.Provider.ScriptLookups(static _ => ScriptedLookup.Hangs);
        using var host = NewHost(
            static options => options.KeepDetailsFor = TimeSpan.FromDays(90),
            static services =>
            {
                services.AddGiftCards().MonitorBalances(static _ => { });
                services.AddSingleton<IGiftCardWebhookHandler, Deaf>();
            }
        );
        await host.StartAsync();
        while (_dead.Provider.Lookups == 0)
        {
            await Task.Yield();
        }

        // One that the pool has not come to yet would be cancelled before it begins.
        while (ThreadPool.PendingWorkItemCount > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await PoolRest.WaitAsync();
        var services = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        host.Dispose();

        services.Count.ShouldBe(5);
        foreach (var service in services)
        {
            await service.ExecuteTask!;
        }
    }

    [Fact]
    public async Task Switched_off_it_does_nothing_until_it_is_called_by_hand()
    {
        await _dead.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var host = NewHost(static options => options.Resolver.Enabled = false);
        await host.StartAsync();

        _dead.Provider.Lookups.ShouldBe(0);
        var giftCards = host.Services.GetRequiredService<IGiftCards>();
        (await giftCards.Journal.ResolveAsync()).Accepted.ShouldBe(1);

        (await giftCards.Journal.ExplainAsync("test", "order-1"))!.State.ShouldBe(Accepted);
        await Should.ThrowAsync<ArgumentException>(() => giftCards.Journal.ExplainAsync("nobody", "order-1"));
        await host.StopAsync();
    }

    [Fact]
    public async Task An_observer_and_a_source_may_themselves_use_the_sdk()
    {
        await _dead.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var host = NewHost(services: static services =>
        {
            services.AddSingleton<IOrderObserver, Reads>();
            services.AddSingleton<IOrderRequestSource, Knows>();
        });

        await host.StartAsync();

        (await _waiting.Told.Task).End.ShouldBe(Accepted);
        host.Services.GetServices<IOrderObserver>().OfType<Reads>().Single().Accounts.ShouldBe(1);
        await host.StopAsync();
    }

    private IHost NewHost(Action<OrderingOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(_dead.Clock);
        builder.Services.AddSingleton(_dead.Journal);
        builder.Services.AddSingleton<IOrderObserver>(_waiting);
        builder.Services.AddGiftCards().AddInMemory(Shop.AccountName, _dead.Provider).ConfigureOrdering(configure ?? (static _ => { }));
        return builder.Build();
    }

    private sealed class Waiting : IOrderObserver
    {
        public TaskCompletionSource<OrderResolution> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default)
        {
            Told.TrySetResult(resolution);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Deaf : IGiftCardWebhookHandler
    {
        public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default) => default;
    }

    private sealed class Reads(IGiftCards giftCards) : IOrderObserver
    {
        public int Accounts => giftCards.Accounts.Count;

        public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;
    }

    private sealed class Knows(IGiftCards giftCards) : IOrderRequestSource
    {
        public ValueTask<OrderRequest?> RebuildAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            new(giftCards.Accounts.Count == 1 ? Shop.Request(entry.Identity.Reference.Value) : null);
    }
}
