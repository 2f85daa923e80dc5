using System.Globalization;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>What was typed behind the command.</summary>
/// <param name="Port">The port of the first twin; the others and the page follow. 0 takes any free ones.</param>
/// <param name="Seed">What ids, links and faults by chance are drawn from; null for 1, or for that of the state file.</param>
/// <param name="State">The file that outlives the sandbox; null for none.</param>
/// <param name="IsHelp">Whether only the usage is asked for.</param>
internal sealed record Arguments(int Port = 5080, int? Seed = null, string? State = null, bool IsHelp = false)
{
    public const string Usage = """
        Twins of five gift card providers on this machine, with play money and invented
        cards, and a web page that shows what arrived and what was sold.

          giftcard-sandbox
          giftcard-sandbox --port 6000 --seed 42
          giftcard-sandbox --state sandbox.state

          --port <number>   the port of the first twin (5080); the other four and the
                            page have the next ones. 0: any that are free
          --seed <number>   what ids, links and faults by chance are drawn from (1)
          --state <file>    keep orders, cards and balances there, for the next start;
                            without it they end with this command
          --help            this text

        Only this machine can reach it. Ctrl+C ends it.
        """;

    // Five twins and the page.
    private const int LastPort = 65535 - 5;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They make no sense; the message says which.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var parsed = new Arguments();
        for (var i = 0; i < words.Count; i++)
        {
            parsed = words[i] switch
            {
                "--help" or "-h" or "-?" => parsed with { IsHelp = true },
                "--port" => parsed with { Port = Number(words, ++i, 0, LastPort) },
                "--seed" => parsed with { Seed = Number(words, ++i, int.MinValue, int.MaxValue) },
                "--state" => parsed with { State = Text(words, ++i) },
                var word => throw new FormatException($"'{word}' is not understood; --help shows what is."),
            };
        }

        return parsed;
    }

    private static string Text(IReadOnlyList<string> words, int index) =>
        index < words.Count && !words[index].StartsWith('-') && !string.IsNullOrWhiteSpace(words[index])
            ? words[index]
            : throw new FormatException($"{words[index - 1]} needs the path of a file.");

    private static int Number(IReadOnlyList<string> words, int index, int least, int most) =>
        index < words.Count
        && int.TryParse(words[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new FormatException($"{words[index - 1]} needs a whole number from {least} to {most}.");
}
