using System.Diagnostics;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>A second process: this assembly once more, told to run the one method below.</summary>
public sealed class OtherProcess
{
    private const string PathVariable = "GIFTCARDS_TEST_JOURNAL";
    private const string Mark = "journal: ";

    /// <summary>Starts a process that opens a journal and holds it until its input ends.</summary>
    /// <returns>The process, and what it says: <c>held</c>, or why the journal could not be opened.</returns>
    internal static async Task<(Process Process, string Says)> OpenJournalAsync(string path, bool withoutLocks = false)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GiftCardSdk.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                "-noColor",
                "-explicit",
                "only",
                "-method",
                $"{typeof(OtherProcess).FullName}.{nameof(Opens_a_journal_and_holds_it)}",
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [PathVariable] = path, ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = withoutLocks ? "1" : "0" },
        };
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            // The runner may have coloured what stands before it.
            if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (process, line[(at + Mark.Length)..]);
            }
        }

        throw new InvalidOperationException("The second process ended without a word: " + string.Join(Environment.NewLine, lines));
    }

    [Fact(Explicit = true)]
    public async Task Opens_a_journal_and_holds_it()
    {
        var path = Environment.GetEnvironmentVariable(PathVariable).ShouldNotBeNull();
        try
        {
            await using var journal = FileJournal.Open(new() { Path = path });
            await Console.Out.WriteLineAsync(Mark + "held");
            await Console.In.ReadToEndAsync();
        }
        catch (OrderJournalException failure)
        {
            await Console.Out.WriteLineAsync(Mark + failure.Message);
        }
    }
}
