using System.Globalization;
using GiftCardSdk.Chaos.Journals;

namespace GiftCardSdk.Chaos;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ChaosOptions
{
    /// <summary>Above this a run would need more memory than a small machine has.</summary>
    private const int MostOrders = 1_000_000;

    private const int MostLoad = 256;

    private const int MostNodes = 16;

    public int Orders { get; init; } = 2_000;

    public int Seed { get; init; } = 1;

    public JournalKind Journal { get; init; } = JournalKind.Sqlite;

    /// <summary>Buy in processes of their own, and kill them.</summary>
    public bool Kill { get; init; }

    /// <summary>Draw commits beyond the quiet time too.</summary>
    public bool Late { get; init; }

    /// <summary>So many threads keep the machine busy meanwhile.</summary>
    public int Load { get; init; }

    /// <summary>Buy through the planner, from whichever twin sells it.</summary>
    public bool Planner { get; init; }

    /// <summary>So many processes carry the orders out as one batch, with Quartz; 0 for callers.</summary>
    public int Nodes { get; init; }

    public bool WantsHelp { get; init; }

    public const string Help = """
        Buys random orders from the twins of all five providers through GiftCardSdk, lets go wrong what can, and holds what the twins really sold
        against the order journal and against what the callers were told. No order may be sold twice, and none may be lost.

          dotnet run -c Release --project tests/GiftCardSdk.Chaos -- [options]

          --orders <n>                      how many orders; 2000
          --seed <n>                        what orders, faults, delays, jumps and kills are drawn from; 1
          --journal sqlite|postgres|memory  where the order journal is kept; sqlite
          --kill                            buy in real processes and kill them (SIGKILL) again and again; postgres: two at a time
          --late                            also draw commits that come later than the quiet time, and show the duplicates that follow
          --load <n>                        so many threads keep the machine busy meanwhile, which changes no verdict; 0
          --planner                         buy one card an order through the planner, from whichever twin sells it; not with --kill or --late
          --nodes <n>                       carry the orders out as a batch of so many processes with Quartz, which are killed, stopped, woken and joined by
                                            another one meanwhile; not with --kill, --late, --planner or --journal memory
          --help                            this text

        Orders, faults and their delays follow from the seed. Threads and processes are real, so two runs with one seed differ in detail.
        Exit codes: 0 all is well, 1 duplicates or losses, 2 wrong arguments, 3 no PostgreSQL.
        """;

    /// <summary>Reads the command line.</summary>
    /// <returns>The options, or else what is wrong and what would be right.</returns>
    public static (ChaosOptions Options, string? Mistake) Parse(IEnumerable<string> arguments)
    {
        var options = new ChaosOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var name))
        {
            if (options.With(name, rest) is not { } more)
            {
                return (options, Complain(name, rest));
            }

            options = more;
        }

        return (
            options,
            options switch
            {
                { Kill: true, Journal: JournalKind.Memory } =>
                    "--kill needs a journal that outlives the process, and memory does not: use --journal sqlite or --journal postgres.",
                { Planner: true, Kill: true } or { Planner: true, Late: true } =>
                    "--planner runs in one process and without commits beyond the quiet time: leave out --kill and --late.",
                { Nodes: > 0, Journal: JournalKind.Memory }
                or { Nodes: > 0, Kill: true }
                or { Nodes: > 0, Late: true }
                or { Nodes: > 0, Planner: true } =>
                    "--nodes needs a journal that processes share, and kills them by itself: leave out --kill, --late, --planner and --journal memory.",
                _ => null,
            }
        );
    }

    /// <summary>The same with one option more; null if it is wrong.</summary>
    private ChaosOptions? With(string name, Queue<string> rest) =>
        name switch
        {
            "--orders" when TryNumber(rest, 1, MostOrders, out var orders) => this with { Orders = orders },
            "--seed" when TryNumber(rest, 0, int.MaxValue, out var seed) => this with { Seed = seed },
            "--journal" when TryKind(rest, out var kind) => this with { Journal = kind },
            "--load" when TryNumber(rest, 0, MostLoad, out var load) => this with { Load = load },
            "--nodes" when TryNumber(rest, 2, MostNodes, out var nodes) => this with { Nodes = nodes },
            "--kill" => this with { Kill = true },
            "--late" => this with { Late = true },
            "--planner" => this with { Planner = true },
            "--help" or "-h" => this with { WantsHelp = true },
            _ => null,
        };

    private static string Complain(string name, Queue<string> rest) =>
        name switch
        {
            "--orders" => $"--orders needs a number from 1 to {MostOrders}{After(rest)}.",
            "--seed" => $"--seed needs a number from 0 to {int.MaxValue}{After(rest)}.",
            "--load" => $"--load needs a number from 0 to {MostLoad}{After(rest)}.",
            "--nodes" => $"--nodes needs a number from 2 to {MostNodes}{After(rest)}.",
            "--journal" => $"--journal needs one of file, postgres and memory{After(rest)}.",
            _ => $"There is no option '{name}'; --help lists them.",
        };

    private static string After(Queue<string> rest) => rest.TryPeek(out var there) ? $", and is followed by '{there}'" : "";

    private static bool TryNumber(Queue<string> rest, int least, int most, out int number) =>
        int.TryParse(rest.TryPeek(out var text) ? text : "", NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number >= least
        && number <= most
        && rest.TryDequeue(out _);

    private static bool TryKind(Queue<string> rest, out JournalKind kind)
    {
        (var isKnown, kind) = (rest.TryPeek(out var text) ? text : "") switch
        {
            "sqlite" => (true, JournalKind.Sqlite),
            "postgres" => (true, JournalKind.Postgres),
            "memory" => (true, JournalKind.Memory),
            _ => (false, default),
        };
        return isKnown && rest.TryDequeue(out _);
    }
}
