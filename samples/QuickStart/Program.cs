using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

// Buys gift cards from every provider's sandbox twin, over real HTTP, and counts in the twin's own ledger what was sold.
// No account, no key, no server: dotnet run --project samples/QuickStart
// Against a provider's real test environment:  dotnet run --project samples/QuickStart -- --live giftbit

Show.FitTheScreen();
var arguments = Arguments.Parse(args);
if (arguments.IsHelp)
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

if (arguments.Mistake is { } mistake)
{
    Show.Mistake(mistake);
    return 2;
}

await using var providers = await SampleProviders.OpenAsync(arguments);

var services = new ServiceCollection();
var builder = services.AddGiftCards();
foreach (var sample in providers.All)
{
    sample.AddAccount(builder);
}

await using var provider = services.BuildServiceProvider();
var giftCards = provider.GetRequiredService<IGiftCards>();

foreach (var sample in providers.All)
{
    await new Walkthrough(giftCards.GetAccount(sample.Account), sample).RunAsync();
}

return Show.Finish(providers.All);
