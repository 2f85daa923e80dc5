using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz;

/// <summary>A batch of the cluster as it stands beside the orders, some seconds old.</summary>
public sealed record ClusterBatch
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The source of its lines.</summary>
    public required string Source { get; init; }

    /// <summary>The text for the source; null if it has none.</summary>
    public string? Parameter { get; init; }

    /// <summary>How many lines it has.</summary>
    public required long Lines { get; init; }

    /// <summary>What is happening to it.</summary>
    public required ClusterBatchState State { get; init; }

    /// <summary>When it was handed over, by the clock of the node that did.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Counts and spending over all chunks, each as the node that carried it out last has told. What a node had bought when it died counts as bought before
    /// with the one that goes on.
    /// </summary>
    public required BatchProgress Progress { get; init; }

    /// <summary>Its chunks, in the order of the list.</summary>
    public required IReadOnlyList<ClusterChunk> Chunks { get; init; }
}

/// <summary>What is happening to a batch.</summary>
public enum ClusterBatchState
{
    /// <summary>It is being cut into chunks.</summary>
    Opening = 0,

    /// <summary>Its chunks are carried out.</summary>
    Running,

    /// <summary>It was stopped; what was begun has ended or is about to. Started again, it goes on.</summary>
    Stopped,

    /// <summary>Every line has ended in some way. Started again, the chunks with lines that are not bought are carried out once more.</summary>
    Ended,
}

/// <summary>A part of a batch, carried out by one node at a time.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="FirstLine">The number of its first line.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="State">What is happening to it.</param>
/// <param name="Node">The node that has it, or had it last; null if none had.</param>
/// <param name="Attempts">How often a node has begun it.</param>
/// <param name="Failure">Why it could not be carried out the last time, in words that are safe to log; null if it could.</param>
/// <param name="Progress">How far it is; null if no node has told yet.</param>
public sealed record ClusterChunk(
    int Number,
    long FirstLine,
    int Lines,
    ClusterChunkState State,
    string? Node,
    int Attempts,
    string? Failure,
    BatchProgress? Progress
);

/// <summary>What is happening to a chunk.</summary>
public enum ClusterChunkState
{
    /// <summary>Any node may take it.</summary>
    Waiting = 0,

    /// <summary>A node carries it out, or has died of it; then another one takes it over.</summary>
    Running,

    /// <summary>Every line of it has ended in some way.</summary>
    Done,
}
