using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// What goes wrong at one twin. Faults are tried in the order they were added and the first that strikes is played; every matching fault
/// counts the call. Thread-safe; with one client thread a run repeats exactly under the same seed.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedFault> _faults = [];
    private readonly List<InjectedFault> _history = [];
    private readonly HashSet<string> _operations;
    private readonly IReadOnlyList<FaultKind> _kinds;
    private readonly Random _random;

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
    internal FaultScript(IEnumerable<string> operations, IReadOnlyList<FaultKind> kinds, int seed)
    {
        _kinds = kinds;
        _operations = operations.ToHashSet(StringComparer.Ordinal);
        _random = new Random(seed);
    }

    /// <summary>The kinds that strike a request: those of <see cref="ProviderTwin.Faults"/>.</summary>
    public static IReadOnlyList<FaultKind> RequestKinds { get; } =
    [.. Enum.GetValues<FaultKind>().Where(kind => kind < FaultKind.WebhookLost)];

    /// <summary>The kinds that strike a webhook on its way out: those of <see cref="SandboxWebhooks.Faults"/>.</summary>
    public static IReadOnlyList<FaultKind> WebhookKinds { get; } = [.. Enum.GetValues<FaultKind>().Except(RequestKinds)];

    /// <summary>The faults in force, in the order they are tried, those that are used up included.</summary>
    public IReadOnlyList<Fault> Active
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults.Select(scripted => scripted.Fault)];
            }
        }
    }

    /// <summary>Every fault that really struck, oldest first; a copy.</summary>
    public IReadOnlyList<InjectedFault> History
    {
        get
        {
            lock (_lock)
            {
                return [.. _history];
            }
        }
    }

    /// <summary>Puts a fault at the end of the script.</summary>
    /// <exception cref="ArgumentException">The operation does not exist at this twin, or a number is out of its bounds.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (FaultRules.Complain(fault, _operations, _kinds) is { } complaint)
        {
            throw new ArgumentException(complaint, nameof(fault));
        }

        lock (_lock)
        {
            _faults.Add(new ScriptedFault(fault));
        }
    }

    /// <summary>Ends all faults. The history stays; see <see cref="ClearHistory"/>.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>Forgets which faults have struck.</summary>
    public void ClearHistory()
    {
        lock (_lock)
        {
            _history.Clear();
        }
    }

    internal Fault? Draw(string operation, string? key, DateTimeOffset now)
    {
        lock (_lock)
        {
            Fault? struck = null;
            foreach (var scripted in _faults)
            {
                if (scripted.Matches(operation, key) && scripted.Strikes(_random) && struck is null)
                {
                    scripted.Struck++;
                    struck = scripted.Fault;
                    _history.Add(new InjectedFault(operation, struck.Kind, key, now));
                }
            }

            return struck;
        }
    }

    private sealed class ScriptedFault(Fault fault)
    {
        private int _calls;

        public Fault Fault => fault;

        public int Struck { get; set; }

        public bool Matches(string operation, string? key) =>
            (fault.Operation == "*" || fault.Operation == operation) && (fault.Key is null || fault.Key == key);

        [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
        public bool Strikes(Random random)
        {
            _calls++;
            if (fault.Occurrence is { } first)
            {
                return _calls >= first && _calls - first < (fault.Times ?? 1);
            }

            // Drawn even when used up, so that the sequence of draws depends on the calls alone.
            var lucky = fault.Probability is not { } probability || (decimal)random.NextDouble() < probability;
            return lucky && (fault.Times is not { } times || Struck < times);
        }
    }
}
