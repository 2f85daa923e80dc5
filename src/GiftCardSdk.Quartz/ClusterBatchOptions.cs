using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>What is handed over to the cluster, and how it is carried out.</summary>
public sealed record ClusterBatchOptions
{
    /// <summary>The most chunks of one batch.</summary>
    public const int MaxChunks = 10_000;

    /// <summary>The name of the source of its lines, as every node has registered it.</summary>
    public required string Source { get; init; }

    /// <summary>A text for the source, such as which survey; kept beside the orders, so nothing secret and nobody's address. Null for none.</summary>
    public string? Parameter { get; init; }

    /// <summary>
    /// How many lines are carried out as one chunk, by one node; 1 to 100,000. Null, the default, for 100, and more where there would be over a thousand
    /// chunks.
    /// </summary>
    public int? ChunkSize { get; init; }

    /// <summary>
    /// How each chunk is carried out; <see cref="BatchOptions.Concurrency"/> counts for each chunk. Control, progress and expected lines belong to one
    /// process and stay null here. With <see cref="BatchOptions.StopAtFirstRefusal"/> the whole batch stops.
    /// </summary>
    public BatchOptions Lines { get; init; } = new();
}
