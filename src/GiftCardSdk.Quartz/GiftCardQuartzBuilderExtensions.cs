using System.Data.Common;
using GiftCardSdk.Batches;
using GiftCardSdk.Quartz;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds batches of gift cards to Quartz.</summary>
public static class GiftCardQuartzBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="IClusterBatches"/>: all nodes on one journal carry out what any of them is handed, at once where Quartz has one store for them too.
    /// Gives the scheduler an instance id that no other process has, whatever was configured. Needs <c>AddGiftCards()</c> with a journal that all share.
    /// </summary>
    /// <param name="quartz">From <c>services.AddQuartz(…)</c>; one scheduler of an application carries out batches.</param>
    /// <param name="configure">Registers the sources of lines; null for none, on a node that only looks on.</param>
    /// <returns>The builder.</returns>
    public static IQuartzBuilder AddGiftCardBatches(this IQuartzBuilder quartz, Action<ClusterBatchesBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(quartz);
        var services = quartz.Services;
        services.AddGiftCards().AddBatches();
        var names = SourceNames.Of(services);
        services
            .AddOptions<ClusterBatchesOptions>()
            .Validate(static options => options.FindMistake() is null, "ChunksAtOnce is 1 to 256, and BeatInterval 1 second to 5 minutes.")
            .ValidateOnStart();
        configure?.Invoke(new(services, names));
        if (services.Any(static service => service.ServiceType == typeof(IClusterBatches)))
        {
            return quartz;
        }

        services.TryAddSingleton<NodeName>();
        services.TryAddSingleton<ClusterBook>();
        services.TryAddSingleton<ChunkRunner>();
        services.TryAddSingleton<BatchOpening>();
        services.TryAddSingleton(provider => new ChunkTriggers(provider, quartz.SchedulerName));
        services.TryAddSingleton(provider => new ClusterSetup(
            provider,
            provider.GetRequiredService<IOptionsMonitor<ClusteringOptions>>(),
            quartz.SchedulerName,
            provider.GetRequiredService<NodeName>(),
            provider.GetRequiredService<ILogger<ClusterSetup>>()
        ));
        services.AddSingleton<IClusterBatches, ClusterBatches>();
        services.AddSingleton<IFurtherBatches, ClusterSummaries>();
        services.AddSingleton<IHostedService, ChunkSweep>();
        quartz.AddJobType<ChunkJob>();
        quartz.UseInstanceIdGenerator<NodeName>();
        services.PostConfigure<QuartzSchedulerOptions>(
            quartz.SchedulerName,
            static options => (options.InstanceId, options.GenerateInstanceId) = (QuartzSchedulerOptions.DefaultInstanceId, true)
        );
        return quartz;
    }

    /// <summary>Keeps Quartz's jobs in PostgreSQL, in a cluster with all others there; makes its tables (<c>qrtz_…</c>) where they are missing.</summary>
    /// <param name="quartz">From <c>services.AddQuartz(…)</c>.</param>
    /// <param name="factory">The driver: <c>NpgsqlFactory.Instance</c>.</param>
    /// <param name="connectionString">Which database; the journal's, or another one.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is blank.</exception>
    public static IQuartzBuilder UsePostgreSqlCluster(this IQuartzBuilder quartz, DbProviderFactory factory, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(quartz);
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(factory, connectionString);
            store.UseClustering();
            store.ProvisionSchema();
        });
        return quartz;
    }

    /// <summary>
    /// Keeps Quartz's jobs in a SQLite database of this process alone; makes its tables where they are missing. Quartz has no cluster on SQLite: several
    /// processes of one machine have a file each and one journal, and find each other's batches there within some seconds.
    /// </summary>
    /// <param name="quartz">From <c>services.AddQuartz(…)</c>.</param>
    /// <param name="path">The file, on a local disk, not the journal's; made if it is not there.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public static IQuartzBuilder UseSqliteStore(this IQuartzBuilder quartz, string path)
    {
        ArgumentNullException.ThrowIfNull(quartz);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var connection = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
        quartz.UsePersistentStore(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, connection);
            store.ProvisionSchema();
        });
        return quartz;
    }
}
