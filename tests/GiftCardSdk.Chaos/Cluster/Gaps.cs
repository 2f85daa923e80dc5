using System.Globalization;
using GiftCardSdk.Quartz;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>Measures how long it takes until what a dead or sleeping node had in hand is in another one's.</summary>
internal sealed class Gaps
{
    private readonly List<(string Node, long Since, HashSet<int> Chunks)> _open = [];

    /// <summary>The longest so far.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>How many chunks were in the hands of nodes that were taken out.</summary>
    public int Chunks { get; private set; }

    /// <summary>A node does nothing from now on.</summary>
    public void Begin(int process, ClusterBatch batch)
    {
        var node = string.Create(CultureInfo.InvariantCulture, $"-{process}-");
        var held = batch.Chunks.Where(chunk => IsHeld(chunk, node)).Select(chunk => chunk.Number).ToHashSet();
        Chunks += held.Count;
        _open.Add((node, TimeProvider.System.GetTimestamp(), held));
    }

    public void Look(ClusterBatch batch)
    {
        foreach (var (node, since, chunks) in _open)
        {
            var over = chunks.RemoveWhere(number => !IsHeld(batch.Chunks[number - 1], node));
            if (over > 0 && TimeProvider.System.GetElapsedTime(since) is var gap && gap > Longest)
            {
                Longest = gap;
            }
        }
    }

    private static bool IsHeld(ClusterChunk chunk, string node) =>
        chunk.State == ClusterChunkState.Running && chunk.Node?.Contains(node, StringComparison.Ordinal) == true;
}
