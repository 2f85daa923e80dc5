using System.Globalization;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Running;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>A node in a process of its own, and what it is after a kill: another process on the same store.</summary>
internal sealed class NodeProcess(Plan plan) : IDisposable
{
    private readonly List<Plan> _lives = [];
    private Child? _child;

    public int Id => _child!.Id;

    /// <summary>The plans of all its lives, each with answers of its own.</summary>
    public IReadOnlyList<Plan> Lives => _lives;

    public NodeProcess Start()
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{plan.AnswerFile}-{_lives.Count}");
        var life = plan with { AnswerFile = file, HandsOver = plan.HandsOver && _lives.Count == 0 };
        _lives.Add(life);
        _child = Child.Start(life);
        return this;
    }

    /// <summary>Kills it, and starts it anew.</summary>
    public void Restart()
    {
        Dispose();
        Start();
    }

    /// <exception cref="InvalidOperationException">It has ended by itself.</exception>
    public async Task EnsureAliveAsync()
    {
        if (_child!.HasEnded)
        {
            await _child.EnsureDoneAsync();
            throw new InvalidOperationException("A node has ended by itself.");
        }
    }

    public void Dispose() => _child?.Dispose();
}
