using System.Net;
using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WebhookReceiver;

// Three providers, one handler: signed webhooks, unsigned ones, and none at all.
//   dotnet run --project samples/WebhookReceiver
// To look at the operations page afterwards, until Ctrl+C:
//   dotnet run --project samples/WebhookReceiver -- --stay

const string Token = "k9x2v7m4p8q1z5w3"; // An unguessable part of the path, where nothing signs.
var patience = TimeSpan.FromSeconds(60);
await using var sandbox = await GiftCardSandbox.StartAsync();
var thanks = new Thanks { Wanted = 3 };

var stays = args is ["--stay"];

// Without an authorization policy the page is for a browser on this machine alone, and only in development.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = stays ? "Development" : "Production" });
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<IGiftCardWebhookHandler>(thanks);
var cards = Accounts.Add(builder.Services, sandbox, Token);
OperationsPage.Add(cards);
await using var app = builder.Build();
app.MapGiftCardWebhooks("/webhooks/gift-cards");
app.MapGiftCardsDashboard(OperationsPage.Path);
await app.StartAsync();

var address = new Uri(app.Urls.Single() + "/webhooks/gift-cards/giftronaut");
Console.WriteLine($"The portal of Giftronaut sends a challenge; echoed: {await sandbox.Giftronaut.RegisterWebhookAsync(address)}");
sandbox.GiftCardPartners.Webhooks.SetReceiver(new Uri(app.Urls.Single()));

// A forged one comes before the first.
sandbox.Giftronaut.Webhooks.Faults.Add(new Fault { Kind = FaultKind.WebhookForged, Times = 1 });

Console.WriteLine("One card at each provider:");
var giftCards = app.Services.GetRequiredService<IGiftCards>();
foreach (var request in Accounts.Orders)
{
    await giftCards.GetAccount(request.Key).Orders.PlaceAsync(request.Value);
}

using var over = new CancellationTokenSource();
var sending = Task.WhenAll(sandbox.Giftronaut.Webhooks.RunAsync(over.Token), sandbox.GiftCardPartners.Webhooks.RunAsync(over.Token));
await thanks.All.WaitAsync(patience);
await over.CancelAsync();
await sending;

var forged = await Strangers.PostAsync(address, """{"eventId":"1","eventType":"balance.depleted","data":{"currency":"USD"}}""");
var nobody = await Strangers.PostAsync(new Uri(app.Urls.Single() + "/webhooks/gift-cards/giftcardpartners/a-guessed-token-x"), "{}");
Console.WriteLine($"A stranger's webhook: {(int)forged}, a guessed token: {(int)nobody}");
var told = thanks.Done.Count(done => done.Kind == GiftCardEventKind.OrderCompleted);
Console.WriteLine($"WebhookReceiver finished: {told} orders completed, {thanks.Done.Count()} events, each told once");
if (stays)
{
    await OperationsPage.ShowAsync(app, sandbox);
}

return (told, forged, nobody) == (3, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound) ? 0 : 1;
