using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Quartz;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>What happens to the nodes, each at a share of the lines that have ended: kills, stops beyond the lease and a wake, one node more.</summary>
internal sealed class Trouble(IList<NodeProcess> nodes, Func<NodeProcess> another, int seed, bool isShort)
{
    private const int Purpose = 909;

    /// <summary>Seven beats and more: another node has taken over by then.</summary>
    private static readonly TimeSpan Sleep = TimeSpan.FromSeconds(9);

    private readonly Dice _dice = new(seed, Purpose);
    private readonly Queue<(int Percent, Action<ClusterBatch> Do)> _script = new();
    private readonly List<(NodeProcess Node, long Since)> _asleep = [];

    public Gaps Gaps { get; } = new();

    public int Kills { get; private set; }

    public int Stops { get; private set; }

    public int Added { get; private set; }

    public Trouble Prepare()
    {
        int[] kills = isShort ? [5, 60] : [5, 15, 30, 45, 60, 70, 85];
        int[] stops = isShort ? [30] : [10, 40, 75];
        var acts = new List<(int Percent, Action<ClusterBatch> Do)> { (50, Add) };
        acts.AddRange(kills.Select(percent => (percent, (Action<ClusterBatch>)Kill)));
        acts.AddRange(stops.Select(percent => (percent, (Action<ClusterBatch>)Stop)));
        foreach (var act in acts.OrderBy(static act => act.Percent))
        {
            _script.Enqueue(act);
        }

        return this;
    }

    /// <summary>Does what is due.</summary>
    public void Look(ClusterBatch batch)
    {
        Gaps.Look(batch);
        WakeWhoSleptEnough();
        if (_script.TryPeek(out var next) && batch.Progress.Ended * 100 >= batch.Lines * next.Percent)
        {
            _script.Dequeue();
            next.Do(batch);
        }
    }

    /// <summary>Wakes all, so that they see what became of what they had.</summary>
    public void WakeAll()
    {
        _asleep.ForEach(sleeper => Signals.Wake(sleeper.Node.Id));
        _asleep.Clear();
    }

    private void Kill(ClusterBatch batch)
    {
        var node = _dice.Pick([.. Awake()]);
        Gaps.Begin(node.Id, batch);
        node.Restart();
        Kills++;
    }

    private void Stop(ClusterBatch batch)
    {
        var node = _dice.Pick([.. Awake()]);
        Gaps.Begin(node.Id, batch);
        Signals.Suspend(node.Id);
        _asleep.Add((node, TimeProvider.System.GetTimestamp()));
        Stops++;
    }

    private void Add(ClusterBatch batch)
    {
        nodes.Add(another());
        Added++;
    }

    private IEnumerable<NodeProcess> Awake() => nodes.Where(node => !_asleep.Exists(sleeper => sleeper.Node == node));

    private void WakeWhoSleptEnough()
    {
        foreach (var sleeper in _asleep.FindAll(sleeper => TimeProvider.System.GetElapsedTime(sleeper.Since) >= Sleep))
        {
            Signals.Wake(sleeper.Node.Id);
            _asleep.Remove(sleeper);
        }
    }
}
