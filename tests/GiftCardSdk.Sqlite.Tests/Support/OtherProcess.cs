using System.Diagnostics;
using System.Globalization;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A second process: this assembly once more, told to be something else. It is killed when it is disposed of.</summary>
internal sealed class OtherProcess : IDisposable
{
    private const string PathVariable = "GIFTCARDS_TEST_JOURNAL";
    private const string RoleVariable = "GIFTCARDS_TEST_ROLE";
    private const string Mark = "journal: ";

    private readonly Process _process;

    /// <summary>What this process is, if it is one.</summary>
    internal static string? Role => Environment.GetEnvironmentVariable(RoleVariable);

    private OtherProcess(Process process) => _process = process;

    /// <summary>Starts a process.</summary>
    /// <param name="role">What it does: one of the methods below.</param>
    /// <param name="path">The journal.</param>
    /// <param name="environment">What else it is told.</param>
    /// <param name="limits">What a shell says before it becomes the process; null for no shell.</param>
    internal static OtherProcess Start(string role, string path, Dictionary<string, string>? environment = null, string? limits = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "GiftCardSdk.Sqlite.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = limits is null
            ? new ProcessStartInfo(program)
            : new ProcessStartInfo("sh", ["-c", limits + "; exec \"$1\"", "sh", program]);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment[PathVariable] = path;
        start.Environment[RoleVariable] = role;
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>The next word; null at the end.</summary>
    internal async Task<string?> TrySaysAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                return line[Mark.Length..];
            }
        }

        return null;
    }

    internal async Task<string> SaysAsync() => (await TrySaysAsync()).ShouldNotBeNull("The second process has ended without a word.");

    internal void Tell(string word) => _process.StandardInput.WriteLine(word);

    internal async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
    }

    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    internal async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>In the second process: does what it is told.</summary>
    internal static async Task RunAsync(string role)
    {
        var path = Environment.GetEnvironmentVariable(PathVariable).ShouldNotBeNull();
        try
        {
            await (
                role switch
                {
                    "hold" => HoldAsync(path),
                    "write" => WriteAsync(path),
                    "add" => AddAsync(path),
                    "spend" => SpendAsync(path),
                    _ => PlaceAsync(path),
                }
            );
        }
        catch (OrderJournalException failure)
        {
            await SayAsync(failure.Message);
        }
    }

    /// <summary>Begins an order, has the right to an account, says who it is, and holds on until its input ends.</summary>
    private static async Task HoldAsync(string path)
    {
        await using var journal = SqliteJournal.Open(new() { Path = path });
        var entry = Entries.Entry("held") with
        {
            Owner = journal.OwnerId,
            LeaseHolder = journal.OwnerId,
            LeaseUntil = DateTimeOffset.MaxValue,
        };
        await journal.TryAddAsync(entry);
        await journal.TryLeaseAsync("account", journal.OwnerId!, TimeSpan.FromDays(1000));
        await SayAsync(journal.OwnerId!);
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Writes from several callers at once until it is killed, and says what was acknowledged.</summary>
    private static async Task WriteAsync(string path)
    {
        await using var journal = SqliteJournal.Open(new() { Path = path });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(() => WriteForEverAsync(journal, caller))));
    }

    private static async Task WriteForEverAsync(GiftCardSdk.Journal.Relational.RelationalJournal journal, int caller)
    {
        for (var i = 0; ; i++)
        {
            var entry = Entries.Entry($"{Environment.ProcessId}-{caller}-{i}") with
            {
                ProviderOrderIds = [$"id-{Environment.ProcessId}-{caller}-{i}"],
            };
            await journal.TryAddAsync(entry);
            await SayAsync(entry.Identity.Reference.Value + " 1");
            await journal.TryUpdateAsync(entry with { Version = 2, State = OrderJournalState.Accepted });
            await SayAsync(entry.Identity.Reference.Value + " 2");
        }
    }

    /// <summary>Adds the same identities as others do, when it is told to, and says which it has won.</summary>
    private static async Task AddAsync(string path)
    {
        await using var journal = SqliteJournal.Open(new() { Path = path });
        await SayAsync("ready");
        await Console.In.ReadLineAsync();
        for (var i = 0; i < 200; i++)
        {
            if (await journal.TryAddAsync(Entries.Entry($"order-{i}")))
            {
                await SayAsync($"order-{i}");
            }
        }

        await SayAsync("done");
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Places each order that it is told, and says how it ended and how many orders have reached the provider.</summary>
    private static async Task PlaceAsync(string path)
    {
        var provider = new InMemoryGiftCardProvider();
        await using var application = new Application(path, provider);
        await SayAsync("ready");
        while (await Console.In.ReadLineAsync() is { } reference)
        {
            try
            {
                var order = await application.PlaceAsync(reference);
                await SayAsync($"{provider.Arrivals} bought {order.Id}");
            }
            catch (GiftCardException failure)
            {
                await SayAsync($"{provider.Arrivals} {failure.Code} {failure.Outcome} {failure.Message}");
            }
        }
    }

    /// <summary>Buys from many callers at once, when it is told to, until the limits allow no more, and says what was sold.</summary>
    private static async Task SpendAsync(string path)
    {
        var provider = new InMemoryGiftCardProvider();
        await using var services = Spending.Start(path, provider);
        await SayAsync("ready");
        await Console.In.ReadLineAsync();
        await Spending.BuyAsync(services, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        await SayAsync(
            provider.Ledger.SelectMany(sold => sold.Lines).Sum(line => line.Total.Amount).ToString(CultureInfo.InvariantCulture)
        );
        await Console.In.ReadToEndAsync();
    }

    private static Task SayAsync(string word) => Console.Out.WriteLineAsync(Mark + word);
}
