using System.Globalization;

namespace BulkRewards;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Run it without arguments, or with
          --csv <file>            the list: reference,account,product,amount,currency,country
          --port <number>         where the sandbox listens (5080)
          --journal <file>        the SQLite journal (giftcards.db), or: --journal postgres --connection <connection string>
          --results <file>        what became of each line (results.csv)
          --with-codes            writes codes and links into the results: whoever reads that file can spend them
          --dry-run               prints the bill and buys nothing
        """;

    /// <summary>The list; null for the example.</summary>
    public string? Csv { get; init; }

    public int Port { get; init; } = 5080;

    public string Journal { get; init; } = "giftcards.db";

    public string? Connection { get; init; }

    public string Results
    {
        get => field ?? Path.ChangeExtension(Csv, ".results.csv") ?? "results.csv";
        init;
    }

    public bool WithCodes { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>After how many lines the run stops by itself; null for never.</summary>
    public int? StopAfter { get; init; }

    /// <summary>Reads the arguments; null if they are not understood.</summary>
    public static Arguments? Parse(ReadOnlySpan<string> args)
    {
        var read = new Arguments();
        while (args is not [])
        {
            switch (args)
            {
                case ["--with-codes", .. var rest]:
                    read = read with { WithCodes = true };
                    args = rest;
                    break;
                case ["--dry-run", .. var rest]:
                    read = read with { IsDryRun = true };
                    args = rest;
                    break;
                case [var name, var value, .. var rest] when read.With(name, value) is { } next:
                    read = next;
                    args = rest;
                    break;
                default:
                    return null;
            }
        }

        return (read.Journal == "postgres") == (read.Connection is not null) ? read : null;
    }

    private Arguments? With(string name, string value) =>
        name switch
        {
            "--csv" => this with { Csv = value },
            "--port" when int.TryParse(value, CultureInfo.InvariantCulture, out var port) => this with { Port = port },
            "--journal" => this with { Journal = value },
            "--connection" => this with { Connection = value },
            "--results" => this with { Results = value },
            _ => null,
        };
}
