using System.Globalization;
using GiftCardSdk;
using Spectre.Console;

namespace ReconcileUnknown;

/// <summary>What is printed.</summary>
internal static class Show
{
    public static void FitTheScreen()
    {
        AnsiConsole.Profile.Width = Math.Clamp(AnsiConsole.Profile.Width, 120, 140);
        AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
    }

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());
    }

    public static void Good(string text) => AnsiConsole.MarkupLine($"[green]{Markup.Escape(text)}[/]");

    public static void Bad(string text) => AnsiConsole.MarkupLine($"[yellow]{Markup.Escape(text)}[/]");

    public static void Open(IReadOnlyList<JournalEntry> entries)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("open order", "account", "state", "sends", "look-ups", "value");
        foreach (var entry in entries)
        {
            table.AddRow(
                entry.Identity.Reference.Value,
                entry.Identity.Account,
                entry.State.ToString(),
                entry.Attempt.ToString(CultureInfo.InvariantCulture),
                entry.LookupCount.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", entry.Lines.Select(line => line.FaceValue))
            );
        }

        AnsiConsole.Write(table);
    }

    public static void Explanation(OrderReference reference, OrderExplanation explanation) =>
        AnsiConsole.Write(new Panel(Markup.Escape(explanation.ToString())).Header(Markup.Escape($" {reference} ")));

    public static void Summary(ResolveSummary summary) =>
        AnsiConsole.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"looked at {summary.LookedAt}: {summary.Accepted} accepted, {summary.Absent} absent, {summary.Parked} parked, {summary.StillUnknown} still unknown"
            )
        );

    /// <summary>The last line, counted in the twin's ledger; the exit code says whether it is as promised.</summary>
    public static int Finish(int sold, int duplicates)
    {
        Console.WriteLine();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"ReconcileUnknown finished: {sold} orders sold, {duplicates} duplicates")
        );
        return (sold, duplicates) == (2, 0) ? 0 : 1;
    }
}
