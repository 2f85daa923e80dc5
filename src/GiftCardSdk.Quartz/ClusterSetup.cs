using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace GiftCardSdk.Quartz;

/// <summary>Notices a set-up in which the nodes do not find each other.</summary>
internal sealed class ClusterSetup(
    IServiceProvider services,
    IOptionsMonitor<ClusteringOptions> clustering,
    string schedulerName,
    NodeName node,
    ILogger<ClusterSetup> logger
)
{
    private int _isNoted;

    private bool IsClustered => clustering.Get(schedulerName).Enabled;

    /// <exception cref="InvalidOperationException">Quartz has several nodes, and their journals or what is beside them are not the same.</exception>
    public void EnsureShared()
    {
        var journal = services.GetRequiredService<IOrderJournal>();
        if (IsClustered && journal.IsExclusive)
        {
            throw new InvalidOperationException(
                "Quartz is in a cluster, and the order journal belongs to this process alone: each node would buy every line. Use UsePostgreSqlJournal, or UseSqliteJournal for the processes of one machine."
            );
        }

        if (!journal.IsExclusive && journal.Records is null)
        {
            throw new InvalidOperationException(
                $"Batches of a cluster are kept beside the orders, and this journal keeps nothing there: give it {nameof(IOrderJournal)}.{nameof(IOrderJournal.Records)}."
            );
        }
    }

    /// <summary>Says once that another node is at work of which Quartz here does not know.</summary>
    public void Note(ChunkRow row)
    {
        if (row.State == ClusterChunkState.Running && row.Node != node.Value && !IsClustered && Interlocked.Exchange(ref _isNoted, 1) == 0)
        {
            ClusterLog.NotClustered(logger, row.Node);
        }
    }
}
