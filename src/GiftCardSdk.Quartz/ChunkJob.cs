using System.Globalization;
using Quartz;

namespace GiftCardSdk.Quartz;

/// <summary>
/// What Quartz fires for a chunk, on some node. It may fire twice, late, without end or not at all: whether there is anything to do says the chunk's record.
/// </summary>
internal sealed class ChunkJob(ChunkRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        if (
            data.TryGetValue(ChunkTriggers.Batch, out var batch)
            && batch is string name
            && data.TryGetValue(ChunkTriggers.Chunk, out var chunk)
            && int.TryParse(chunk?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            await runner.RunAsync(name, number, cancellationToken).ConfigureAwait(false);
        }
    }
}
