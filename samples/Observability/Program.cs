using GiftCardSdk.Sandbox;
using Observability;

// What a person on call sees: places orders at three twins, some of which go wrong, and shows what Prometheus scrapes and an OTLP collector gets.
//   dotnet run --project samples/Observability
// To send it to a collector of your own instead of the one in this program:
//   dotnet run --project samples/Observability -- http://localhost:4318

await using var sandbox = await GiftCardSandbox.StartAsync();
await using var collector = await Collector.StartAsync();
await using var shop = await Shop.StartAsync(sandbox, args is [var address] ? new Uri(address) : collector.Address);

await Orders.PlaceAsync(shop, sandbox);

var scraped = await shop.ScrapeAsync();
Show.Scrape(scraped);
shop.Flush();
Show.Collected(collector);
return Show.Verdict(scraped, args is [_] || collector.HasEverything);
