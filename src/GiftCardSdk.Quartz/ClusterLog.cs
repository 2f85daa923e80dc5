using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Quartz;

/// <summary>What the batches of a cluster have to say.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(
        EventId = 1110,
        Level = LogLevel.Information,
        Message = "Cluster batch {Batch} is open: {Lines} lines in {Chunks} chunks."
    )]
    public static partial void Opened(ILogger logger, string batch, long lines, int chunks);

    [LoggerMessage(EventId = 1111, Level = LogLevel.Information, Message = "Cluster batch {Batch} has ended.")]
    public static partial void Ended(ILogger logger, string batch);

    [LoggerMessage(
        EventId = 1112,
        Level = LogLevel.Warning,
        Message = "Chunk {Chunk} of batch {Batch} is taken over: node {Node} has stood still while it had it."
    )]
    public static partial void TakenOver(ILogger logger, string batch, int chunk, string? node);

    [LoggerMessage(
        EventId = 1113,
        Level = LogLevel.Warning,
        Message = "Chunk {Chunk} of batch {Batch} is left: this node stood still or could not write its beat, and another one goes on with it. Nothing is bought twice."
    )]
    public static partial void Lost(ILogger logger, string batch, int chunk);

    [LoggerMessage(
        EventId = 1114,
        Level = LogLevel.Error,
        Message = "Chunk {Chunk} of batch {Batch} could not be carried out; it is tried again."
    )]
    public static partial void Failed(ILogger logger, string batch, int chunk, Exception failure);

    [LoggerMessage(EventId = 1115, Level = LogLevel.Warning, Message = "Batch {Batch} is left to other nodes. {Missing}")]
    public static partial void SourceMissing(ILogger logger, string batch, string missing);

    [LoggerMessage(
        EventId = 1116,
        Level = LogLevel.Warning,
        Message = "Quartz could not be told of batch {Batch}; the nodes find its chunks by themselves, some seconds later."
    )]
    public static partial void NotScheduled(ILogger logger, string batch, Exception failure);

    [LoggerMessage(EventId = 1117, Level = LogLevel.Error, Message = "It could not be read which chunks are left; this node looks again.")]
    public static partial void NotSwept(ILogger logger, Exception failure);

    [LoggerMessage(
        EventId = 1118,
        Level = LogLevel.Warning,
        Message = "Node {Node} works on batches of this journal too, and Quartz here is not in a cluster with it: what either is handed, the other finds some seconds later. UsePostgreSqlCluster on all nodes hands it over at once."
    )]
    public static partial void NotClustered(ILogger logger, string? node);

    [LoggerMessage(
        EventId = 1119,
        Level = LogLevel.Warning,
        Message = "The beat of chunk {Chunk} of batch {Batch} could not be written; a chunk without a beat is left before another node takes it over."
    )]
    public static partial void BeatFailed(ILogger logger, string batch, int chunk, Exception failure);
}
