using GiftCardSdk;
using GiftCardSdk.Sandbox;
using GoLiveCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// The list of docs/going-live.md, run against every account that is configured. It only reads, unless it is told to send one real card.
//   dotnet run --project samples/GoLiveCheck                                              the twins of this process
//   dotnet run --project samples/GoLiveCheck -- settings.json                             the section GiftCards of a file
//   dotnet run --project samples/GoLiveCheck -- settings.json --send giftbit amazonus 5 USD me@mail.example

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

await using var sandbox = arguments.Settings is null ? await GiftCardSandbox.StartAsync() : null;
var services = new ServiceCollection();
var giftCards = services.AddGiftCards();
if (sandbox is not null)
{
    giftCards.AddTwins(sandbox);
}
else
{
    // Environment variables such as GiftCards__Giftbit__ApiToken go before the file: no secret has to be written into it.
    var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(arguments.Settings!)).AddEnvironmentVariables().Build();
    giftCards.AddConfigured(configuration.GetSection("GiftCards"));
}

await using var provider = services.BuildServiceProvider();
var accounts = provider.GetRequiredService<IGiftCards>();
var failed = 0;
foreach (var account in accounts.Accounts)
{
    failed += Show.Account(account, await new Checklist(account, provider).RunAsync());
}

if (arguments.Send is { } send)
{
    failed += Show.Sent(await OneRealCard.SendAsync(accounts.GetAccount(send.Account), send));
}

Show.Result(failed);
return failed == 0 ? 0 : 1;
