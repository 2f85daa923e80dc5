using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Quartz;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>One process of the cluster: it carries out chunks of the run's batch until it is killed.</summary>
internal static class ClusterNode
{
    public const string Batch = "chaos";

    private const string Scheduler = "chaos";
    private const int ChunkSize = 25;
    private const int Concurrency = 16;

    /// <summary>On the run's clock; about a second of the machine's.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(40);

    /// <summary>What is handed over; nobody gives a line up.</summary>
    private static readonly ClusterBatchOptions Options = new()
    {
        Source = LineSource.Name,
        ChunkSize = ChunkSize,
        Lines = new() { Concurrency = Concurrency, Patience = Timeout.InfiniteTimeSpan },
    };

    /// <summary>Adds what an application adds.</summary>
    public static void AddTo(IServiceCollection services, Plan plan, string store, AnswerFile answers)
    {
        services.AddQuartz(
            Scheduler,
            quartz =>
            {
                // Quartz lives on the machine's time, beats and looks on the run's.
                quartz.UseTimeProvider(TimeProvider.System);
                _ =
                    plan.Journal.Kind == JournalKind.Postgres
                        ? quartz.UsePostgreSqlCluster(NpgsqlFactory.Instance, store)
                        : quartz.UseSqliteStore(store);
                quartz.AddGiftCardBatches(batches =>
                    batches.AddSource(LineSource.Name, _ => new LineSource(plan, answers)).Configure(options => options.BeatInterval = Beat)
                );
            }
        );
        services.AddQuartzHostedService(Scheduler);
    }

    /// <summary>Lives until it is killed.</summary>
    public static async Task LiveAsync(Plan plan, TimeProvider clock)
    {
        using var answers = new AnswerFile(plan.AnswerFile);
        using var host = Application.Build(plan, clock, answers);
        await host.StartAsync(CancellationToken.None);
        if (plan.HandsOver)
        {
            await host.Services.GetRequiredService<IClusterBatches>().StartAsync(Batch, Options);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }
}
