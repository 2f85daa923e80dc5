using CrashSafeOrders;
using GiftCardSdk.Sandbox;

// Buys twenty cards with the journal in SQLite, is killed in the middle, starts again, and buys each card once.
//   dotnet run --project samples/CrashSafeOrders

if (args is [Buyer.Verb, ..])
{
    return await Buyer.RunAsync(dies: args is [_, Buyer.Dies]);
}

await using var sandbox = await GiftCardSandbox.StartAsync();
var twin = sandbox.Giftbit;
var folder = Directory.CreateTempSubdirectory("crash-safe-orders-");
try
{
    // Some answers come so late that the buyer is dead by then: bought, and nobody was told.
    twin.Faults.Add(
        new Fault
        {
            Operation = "direct_links.create",
            Kind = FaultKind.SlowAnswer,
            Delay = TimeSpan.FromSeconds(5),
            Times = 6,
        }
    );
    Console.WriteLine($"The first process buys {Buyer.Orders} cards and is killed in the middle.");
    var killed = await Child.RunAsync(twin, folder, Buyer.Dies);
    twin.Faults.Clear();
    Console.WriteLine($"It ended with exit code {killed}. Sold by then: {twin.Ledger.Sales.Count}, though it was told of fewer.");
    Console.WriteLine();
    Console.WriteLine("The second process has the same journal and places the same orders.");
    var finished = await Child.RunAsync(twin, folder, "");
    Console.WriteLine();
    Console.WriteLine(
        $"CrashSafeOrders finished: {Buyer.Orders} orders wanted, {twin.Ledger.Sales.Count} sold, {twin.Ledger.Duplicates} duplicates"
    );
    return finished == 0 && (twin.Ledger.Sales.Count, twin.Ledger.Duplicates) == (Buyer.Orders, 0) ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}
