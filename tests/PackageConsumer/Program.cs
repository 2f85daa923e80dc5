using System.Diagnostics;
using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PackageConsumer;
using Refit;

// Buys a card at each of five twins, by packed packages alone: each order twice, one card each. Prints how long the first call took.
var journal = Directory.CreateTempSubdirectory("package-consumer-");
await using var sandbox = await GiftCardSandbox.StartAsync();
var services = new ServiceCollection();
services
    .AddGiftCards()
    .UseSqliteJournal(Path.Combine(journal.FullName, "orders.db"))
    .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken))
    .AddGifq(o => (o.BaseAddress, o.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
    .AddGiftronaut(o =>
        (o.BaseAddress, o.ClientId, o.ClientSecret) = (
            sandbox.Giftronaut.BaseAddress,
            sandbox.Giftronaut.ClientId,
            sandbox.Giftronaut.ClientSecret
        )
    )
    .AddGiftCardPartners(o =>
        (o.BaseAddress, o.Email, o.AccessToken) = (
            sandbox.GiftCardPartners.BaseAddress,
            sandbox.GiftCardPartners.Email,
            sandbox.GiftCardPartners.AccessToken
        )
    )
    .AddHuuray(o =>
        (o.BaseAddress, o.ApiToken, o.ApiSecret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret)
    )
    // Validation is generated code; a trimmer that took it away would let this pass.
    .AddGiftbit("wrong", o => o.ApiToken = "")
    .KeepOrderHistory();
await using (var provider = services.BuildServiceProvider())
{
    var giftCards = provider.GetRequiredService<IGiftCards>();
    Demand(IsRefused(() => giftCards.GetAccount("wrong")), "options are validated");
    foreach (var name in new[] { "giftbit", "gifq", "giftronaut", "giftcardpartners", "huuray" })
    {
        var began = Stopwatch.GetTimestamp();
        var account = provider.GetRequiredKeyedService<IGiftCardAccount>(name);
        var request = await Shopping.FirstOfAsync(account);
        var order = await account.PlaceAndWaitAsync(request, TimeSpan.FromSeconds(60));
        var again = await account.Orders.PlaceAsync(request);

        Demand(order.Rewards is [{ Redeemable: not null }], $"{name}: a card is bought and comes back");
        Demand(again.WasReplayed && again.Id == order.Id, $"{name}: the same reference is the same order");
        Console.WriteLine($"{name, -17}{Stopwatch.GetElapsedTime(began).TotalMilliseconds, 7:0} ms  {order.Id}");
    }
}

var twins = new[]
{
    sandbox.Giftbit.Ledger,
    sandbox.Gifq.Ledger,
    sandbox.Giftronaut.Ledger,
    sandbox.GiftCardPartners.Ledger,
    sandbox.Huuray.Ledger,
};
Demand(twins.All(ledger => ledger is { Sales.Count: 1, Duplicates: 0 }), "every twin sold one card");

var own = RestService.ForGenerated<ISandboxPage>(sandbox.Giftbit.BaseAddress.ToString().TrimEnd('/'));
Demand((await own.ReadAsync()).Contains("giftbit", StringComparison.Ordinal), "the application's own Refit client works beside");

journal.Delete(recursive: true);
using var self = Process.GetCurrentProcess();
Console.WriteLine(
    $"one card each, from start to end {(DateTime.Now - self.StartTime).TotalMilliseconds:0} ms, {self.PeakWorkingSet64 / 1048576} MB at most"
);

static void Demand(bool holds, string what)
{
    if (!holds)
    {
        throw new InvalidOperationException($"Does not hold: {what}.");
    }
}

static bool IsRefused(Action action)
{
    try
    {
        action();
        return false;
    }
    catch (OptionsValidationException)
    {
        return true;
    }
}
