using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace GiftCardSdk.Quartz;

/// <summary>Tells Quartz of chunks: one durable job that asks for recovery, and a trigger a chunk that fires once.</summary>
internal sealed class ChunkTriggers(IServiceProvider services, string schedulerName)
{
    public const string Batch = "batch";
    public const string Chunk = "chunk";

    private const string Group = "giftcards";
    private const int AtOnce = 200;

    private static readonly JobKey Job = new("chunk", Group);

    /// <exception cref="SchedulerException">Quartz could not keep them.</exception>
    public async Task ScheduleAsync(string batch, IEnumerable<int> chunks, CancellationToken cancellationToken)
    {
        var scheduler = await Factory().GetScheduler(cancellationToken).ConfigureAwait(false);
        var job = JobBuilder.Create<ChunkJob>().WithIdentity(Job).StoreDurably().RequestRecovery().Build();
        // Batch names are longer than the keys that some stores can hold.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(batch)).AsSpan(0, 16));
        foreach (var some in chunks.Chunk(AtOnce))
        {
            var triggers = some.Select(chunk => TriggerOf(batch, key, chunk.ToString(CultureInfo.InvariantCulture))).ToList();
            await scheduler
                .ScheduleJobs(
                    new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> { [job] = triggers },
                    ScheduleJobOptions.Replacing,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    private static ITrigger TriggerOf(string batch, string key, string chunk) =>
        TriggerBuilder
            .Create()
            .WithIdentity($"{key}-{chunk}", Group)
            .ForJob(Job)
            .UsingJobData(Batch, batch)
            .UsingJobData(Chunk, chunk)
            .StartNow()
            .Build();

    private ISchedulerFactory Factory() =>
        schedulerName.Length == 0
            ? services.GetRequiredService<ISchedulerFactory>()
            : services.GetRequiredKeyedService<ISchedulerFactory>(schedulerName);
}
