using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.Batches;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using MilestoneRewards;

// An HR calendar: one card per employee and year of service, sent by the provider, however often and however late the daily run is started.
//   dotnet run --project samples/MilestoneRewards

await using var sandbox = await GiftCardSandbox.StartAsync();
var folder = Directory.CreateTempSubdirectory("milestone-rewards-");
try
{
    var staff = Employee.Read(Path.Combine(AppContext.BaseDirectory, "employees.csv")).ToList();
    var monday = new DateOnly(2026, 3, 2);

    var first = await RunAsync("Monday, 2 March", monday, staff);
    var second = await RunAsync("The same day again", monday, staff);
    var late = await RunAsync("Friday; the machine was off since Tuesday", monday.AddDays(4), staff);
    staff[0] = staff[0] with { Email = "mira.holt@fabrikam.example" };
    var changed = await RunAsync("Friday again; Mira has another address", monday.AddDays(4), staff);

    var (cards, duplicates) = (sandbox.Giftbit.Ledger.Cards, sandbox.Giftbit.Ledger.Duplicates);
    Console.WriteLine($"MilestoneRewards finished: {first + late} milestones, {cards} cards sold, {duplicates} duplicates");
    return (first, second, late, changed, cards, duplicates) == (5, 0, 2, 0, 7, 0) ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

// Each run is a process of its own, as a scheduler starts it: only the journal outlives it.
async Task<int> RunAsync(string title, DateOnly today, IEnumerable<Employee> employees)
{
    var services = new ServiceCollection();
    services
        .AddGiftCards()
        .AddBatches()
        .UseSqliteJournal(Path.Combine(folder.FullName, "giftcards.db"))
        .AddGiftbit(options => (options.BaseAddress, options.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken));
    await using var application = services.BuildServiceProvider();
    var results = await new DailyRun(application.GetRequiredService<IGiftCards>()).RunAsync(today, employees);

    Console.WriteLine($"{title}:");
    foreach (var (milestone, result) in results)
    {
        var value = result.Line.Request.Lines[0].FaceValue;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {milestone.Employee.Name, -12} {milestone.Span, 8}  {value, 10}  {Word(result)}"
            )
        );
    }

    var bought = results.Where(one => one.Result is { Status: BatchLineStatus.Bought, WasBoughtBefore: false });
    return bought.Count();
}

static string Word(BatchResult result) =>
    result switch
    {
        { Status: BatchLineStatus.Bought, WasBoughtBefore: true } => "bought before",
        { Status: BatchLineStatus.Bought } => "bought",
        { Status: BatchLineStatus.Changed } => "bought before, for another address or value: not again",
        _ => $"{result.Status}: {result.Failure?.Message}",
    };
