using BulkRewards;
using GiftCardSdk;
using GiftCardSdk.Batches;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

// A list of rewards from a CSV file, bought one card a line, whatever happens in between.
//   dotnet run --project samples/BulkRewards                    on the sandbox: stopped after a third, taken up again, ends by itself
//   dotnet run --project samples/BulkRewards -- --csv rewards.csv --port 5080
// The second form buys at a sandbox that runs by itself (dotnet run --project src/Tools/GiftCardSdk.Sandbox.Tool). Ctrl+C stops it, the same command goes on; with
// --journal postgres --connection "Host=..." several terminals share one list. README.md says the rest.

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

if (arguments.Csv is { } csv && !File.Exists(csv))
{
    Console.Error.WriteLine($"There is no file {csv}.");
    return 2;
}

return arguments.Csv is null ? await ShowAsync() : await BuyAsync(arguments, Shop.AtPort(arguments.Port));

// What a user would do by hand: start it, stop it in the middle, start it again.
static async Task<int> ShowAsync()
{
    await using var sandbox = await GiftCardSandbox.StartAsync();
    var folder = Directory.CreateTempSubdirectory("bulk-rewards-");
    try
    {
        var list = Path.Combine(folder.FullName, "rewards.csv");
        await RewardFile.WriteExampleAsync(list);
        var arguments = new Arguments { Csv = list, Journal = Path.Combine(folder.FullName, "giftcards.db") };
        Console.WriteLine("The first run is stopped after a third of its lines, as Ctrl+C would.");
        await BuyAsync(arguments with { StopAfter = RewardFile.ExampleLines / 3 }, Shop.At(sandbox));
        Console.WriteLine();
        Console.WriteLine("The second run has the same list and the same journal.");
        var failed = await BuyAsync(arguments, Shop.At(sandbox));
        var sold = sandbox.Twins.Sum(twin => twin.Ledger.Count);
        var duplicates = sandbox.Twins.Sum(twin => twin.Ledger.Duplicates);
        Console.WriteLine($"BulkRewards finished: {RewardFile.ExampleLines} lines, {sold} sold, {duplicates} duplicates");
        return failed == 0 && (sold, duplicates) == (RewardFile.ExampleLines, 0) ? 0 : 1;
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

static async Task<int> BuyAsync(Arguments arguments, Shop shop)
{
    await using var application = shop.Open(arguments);
    var batches = application.GetRequiredService<IGiftCards>().Batches;
    var bill = await batches.CheckAsync(RewardFile.ReadAsync(arguments.Csv!));
    Show.Bill(bill);
    if (arguments.IsDryRun || bill.Findings.Any(finding => finding.Kind != BatchFindingKind.DuplicateRecipient))
    {
        return bill.IsClean ? 0 : 1;
    }

    using var interrupt = new Interrupt();
    var display = new Display(arguments.StopAfter is { } lines ? (lines, interrupt.Control) : null);
    var options = new BatchOptions
    {
        Control = interrupt.Control,
        ExpectedLines = bill.Lines,
        Progress = display,
        ProgressInterval = TimeSpan.FromMilliseconds(250),
    };
    await using var results = new ResultFile(arguments.Results, arguments.WithCodes);
    await display.WhileAsync(async () =>
    {
        var name = Path.GetFileNameWithoutExtension(arguments.Csv!);
        await foreach (var result in batches.RunAsync(name, RewardFile.ReadAsync(arguments.Csv!), options, interrupt.Token))
        {
            await results.WriteAsync(result);
            display.Count(result);
        }
    });
    return display.Failed;
}
