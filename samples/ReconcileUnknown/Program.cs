using GiftCardSdk;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using ReconcileUnknown;

// Two orders whose answers are lost: one was bought and is found, the other was not and needs a person.
//   dotnet run --project samples/ReconcileUnknown

Show.FitTheScreen();
await using var sandbox = await GiftCardSandbox.StartAsync();
var twin = sandbox.Giftronaut;
var clock = new JumpingClock();
var services = new ServiceCollection();
services.AddSingleton<TimeProvider>(clock);
services
    .AddGiftCards()
    .AddGiftronaut(o => (o.BaseAddress, o.ClientId, o.ClientSecret) = (twin.BaseAddress, twin.ClientId, twin.ClientSecret))
    .ConfigureOrdering(o => (o.MaxSends, o.ResolveWithin) = (1, TimeSpan.FromSeconds(1)));
await using var provider = services.BuildServiceProvider();
var giftCards = provider.GetRequiredService<IGiftCards>();
var reconciliation = new Reconciliation(giftCards, giftCards.GetAccount("giftronaut"));

Show.Heading("Two orders, two lost answers, and a provider that cannot be asked just then");
var (bought, lost) = (Card("survey-81-wave-1"), Card("survey-81-wave-2"));
twin.Faults.Add(new Fault { Operation = "orders.list", Kind = FaultKind.ServerErrorBeforeCommit });
twin.Faults.Add(
    new Fault
    {
        Operation = "branded_cards.order",
        Kind = FaultKind.ResetAfterCommit,
        Times = 1,
    }
);
await reconciliation.PlaceAsync(bought);
twin.Faults.Add(
    new Fault
    {
        Operation = "branded_cards.order",
        Kind = FaultKind.ResetBeforeCommit,
        Times = 1,
    }
);
await reconciliation.PlaceAsync(lost);

Show.Heading("What is open, and why");
await reconciliation.ListAsync();
await reconciliation.ExplainAsync(bought.Reference);

Show.Heading("The provider answers again: what was bought is found");
twin.Faults.Clear();
await reconciliation.ResolveAsync();
await reconciliation.PlaceAsync(bought);

Show.Heading("A day later the provider's key is too old to be sent again, and a miss proves nothing there");
clock.Jump(TimeSpan.FromHours(23));
await reconciliation.ResolveAsync();
await reconciliation.ListAsync();
await reconciliation.ExplainAsync(lost.Reference);

Show.Heading("A person has looked in the portal, and decides");
await reconciliation.MarkRefusedAsync(lost.Reference);
await reconciliation.PlaceAsync(lost);
await reconciliation.ExplainAsync(lost.Reference);

return Show.Finish(twin.Ledger.Sales.Count, twin.Ledger.Duplicates);

static OrderRequest Card(OrderReference reference) =>
    new()
    {
        Reference = reference,
        Lines =
        [
            new()
            {
                ProductId = "GC-NORTHWIND-USD",
                FaceValue = Money.Of(30, "USD"),
                Recipient = new() { Name = "Mira Holt", Email = "mira@panel.example" },
            },
        ],
        Delivery = Delivery.Email,
        Message = new()
        {
            SenderName = "Fabrikam Rewards",
            Subject = "Your survey reward",
            Body = "Thanks for the answers.",
        },
    };
