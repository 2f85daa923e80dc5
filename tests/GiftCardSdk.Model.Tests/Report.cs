using System.Globalization;

namespace GiftCardSdk.Model.Tests;

/// <summary>What runs consisted of: a run in which nothing goes wrong proves nothing.</summary>
internal sealed class Report
{
    private readonly Dictionary<string, long> _commands = new(StringComparer.Ordinal);
    private readonly long[] _states = new long[Enum.GetValues<OrderJournalState>().Length];
    private readonly long[] _ends = new long[Enum.GetValues<OrderJournalState>().Length];
    private readonly long[] _told = new long[Enum.GetValues<Told>().Length];

    public long Runs { get; private set; }

    public long Steps { get; private set; }

    public void CountRun() => Runs++;

    public void CountStep(Command command)
    {
        Steps++;
        var name = command.GetType().Name;
        _commands[name] = _commands.GetValueOrDefault(name) + 1;
    }

    public void CountState(OrderJournalState? state)
    {
        if (state is { } known)
        {
            _states[(int)known]++;
        }
    }

    public void CountTold(Told told) => _told[(int)told]++;

    public void CountEnds(IEnumerable<JournalEntry?> entries)
    {
        foreach (var entry in entries)
        {
            _ends[(int)(entry?.State ?? default)] += entry is null ? 0 : 1;
        }
    }

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(Report other)
    {
        (Runs, Steps) = (Runs + other.Runs, Steps + other.Steps);
        foreach (var (name, count) in other._commands)
        {
            _commands[name] = _commands.GetValueOrDefault(name) + count;
        }

        Add(_states, other._states);
        Add(_ends, other._ends);
        Add(_told, other._told);
    }

    /// <summary>What never happened in all runs, by name.</summary>
    public IEnumerable<string> Missing =>
        [
            .. Enum.GetValues<OrderJournalState>().Where(state => _states[(int)state] == 0).Select(static state => $"state {state}"),
            .. Enum.GetValues<Told>().Where(told => _told[(int)told] == 0).Select(static told => $"told {told}"),
        ];

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            model: runs={Runs} steps={Steps}
            commands: {string.Join(
                ' ',
                _commands.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
            )}
            states after each step: {Print<OrderJournalState>(_states)}
            states at the end: {Print<OrderJournalState>(_ends)}
            callers were told: {Print<Told>(_told)}
            """
        );

    private static void Add(long[] figures, long[] more)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] += more[i];
        }
    }

    private static string Print<T>(long[] figures)
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select((value, i) => $"{value}={figures[i]}"));
}
