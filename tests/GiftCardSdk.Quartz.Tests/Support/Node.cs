using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>One process of the cluster. Its Quartz runs on real time; its beats and looks on a clock that stands still until it is moved.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost _host;

    private readonly string _scheduler;

    public Node(IHost host, Table table, ManualTimeProvider clock, string scheduler) =>
        (_host, Table, Clock, _scheduler) = (host, table, clock, scheduler);

    public Table Table { get; }

    public ManualTimeProvider Clock { get; }

    public IServiceProvider Services => _host.Services;

    public IGiftCards GiftCards => Services.GetRequiredService<IGiftCards>();

    public IClusterBatches Batches => Services.GetRequiredService<IClusterBatches>();

    public Task StartAsync() => _host.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async Task<IScheduler> SchedulerAsync() =>
        await (
            _scheduler.Length == 0
                ? Services.GetRequiredService<ISchedulerFactory>()
                : Services.GetRequiredKeyedService<ISchedulerFactory>(_scheduler)
        ).GetScheduler();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
