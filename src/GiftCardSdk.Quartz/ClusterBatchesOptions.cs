namespace GiftCardSdk.Quartz;

/// <summary>How a node takes part in the batches of its cluster.</summary>
public sealed class ClusterBatchesOptions
{
    /// <summary>How many chunks this node carries out at once, 1 to 256. Quartz's own threads are a bound too. Default 4.</summary>
    public int ChunksAtOnce { get; set; } = 4;

    /// <summary>
    /// How often a node shows that it lives and looks for chunks that nobody has in hand; 1 second to 5 minutes, the same on all nodes. A chunk whose node
    /// has not moved for five looks of another is taken over. Default 3 seconds.
    /// </summary>
    public TimeSpan BeatInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>What is wrong with them; null if nothing is.</summary>
    internal string? FindMistake() =>
        ChunksAtOnce is < 1 or > 256 ? $"{nameof(ChunksAtOnce)}: {ChunksAtOnce} was given; 1 to 256 are possible."
        : BeatInterval < TimeSpan.FromSeconds(1) || BeatInterval > TimeSpan.FromMinutes(5)
            ? $"{nameof(BeatInterval)}: {BeatInterval} was given; it is 1 second to 5 minutes."
        : null;
}
