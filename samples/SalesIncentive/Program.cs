using GiftCardSdk;
using GiftCardSdk.Reporting;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using SalesIncentive;

// Closed deals come in, cards go out by the provider's e-mail, within limits; the month's spending is reported by currency.
//   dotnet run --project samples/SalesIncentive

var clock = new SandboxClock();
await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
var twin = sandbox.GiftCardPartners;
var folder = Directory.CreateTempSubdirectory("sales-incentive-");
try
{
    var services = new ServiceCollection();
    services.AddSingleton<TimeProvider>(clock); // So that this sample need not wait for tomorrow; yours has no such line.
    services
        .AddGiftCards()
        .UseSqliteJournal(Path.Combine(folder.FullName, "giftcards.db"))
        .KeepOrderHistory()
        .AddGiftCardPartners(options =>
            (options.BaseAddress, options.Email, options.AccessToken) = (twin.BaseAddress, twin.Email, twin.AccessToken)
        )
        .LimitSpending("giftcardpartners", Incentives.Limits);
    await using var application = services.BuildServiceProvider();
    var giftCards = application.GetRequiredService<IGiftCards>();
    var incentives = new Incentives(giftCards.GetAccount("giftcardpartners"));

    var queue = new DealQueue(clock);
    var mira = new DealClosed("D-501", "Mira Oduya", "mira.oduya@fabrikam.example", "US", 4_000);
    var jonas = new DealClosed("D-502", "Jonas Weber", "jonas.weber@fabrikam.example", "DE", 6_000);
    queue.Add(mira);
    queue.Add(jonas);
    queue.Add(new("D-503", "Priya Nair", "priya.nair@fabrikam.example", "GB", 5_000));
    queue.Add(mira); // Delivered twice, as queues do.
    queue.Add(mira with { Deal = "D-504", Amount = 9_000 });
    queue.Add(mira with { Deal = "D-505", Amount = 5_000 });
    queue.Add(jonas with { Deal = "D-506", Amount = 30_000 });
    twin.Faults.Add(
        new Fault
        {
            Operation = "orders.create",
            Kind = FaultKind.CloseAfterCommit,
            Occurrence = 2,
        }
    );

    Console.WriteLine("Today; the provider's answer to the second order gets lost:");
    await WorkAsync(queue, incentives);
    clock.Advance(TimeSpan.FromDays(1));
    Console.WriteLine("Tomorrow:");
    await WorkAsync(queue, incentives);
    return await ReportAsync(giftCards);
}
finally
{
    folder.Delete(recursive: true);
}

static async Task WorkAsync(DealQueue queue, Incentives incentives)
{
    while (queue.Take() is { } deal)
    {
        var handled = await incentives.HandleAsync(deal);
        Console.WriteLine($"  {deal.Deal}  {deal.Seller, -11}  {handled.Text}");
        if (handled.Again is { } delay)
        {
            queue.Add(deal, delay);
        }
    }
}

async Task<int> ReportAsync(IGiftCards giftCards)
{
    var report = await giftCards.History.ListAsync().SummarizeAsync(new ReportOptions { Interval = ReportInterval.Year });
    Console.WriteLine("The report, as a spreadsheet reads it:");
    await report.Costs.WriteCsvAsync(Console.Out);
    var mails = twin.Ledger.Sales.SelectMany(sale => sale.Issued).Count(card => card.Email is not null);
    var spent = report
        .Costs.GroupBy(row => row.Cost.Currency, row => row.Cost, StringComparer.Ordinal)
        .Select(costs => $"{costs.Aggregate((a, b) => a + b)}");
    var sum = string.Join(", ", spent.Order(StringComparer.Ordinal));
    Console.WriteLine($"SalesIncentive finished: {mails} cards by e-mail for {sum}, {twin.Ledger.Duplicates} duplicates");
    return (mails, sum, twin.Ledger.Duplicates) == (5, "115.20 EUR, 337.50 USD, 94.50 GBP", 0) ? 0 : 1;
}
