using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tool.Tests;

/// <summary>The application whose journal the command reads.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Application(Shell shell)
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .AddBatches()
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (shell.Sandbox.Giftbit.BaseAddress, shell.Sandbox.Giftbit.ApiToken))
            .ConfigureOrdering(ordering => (ordering.MaxSends, ordering.ResolveWithin) = (1, TimeSpan.FromSeconds(1)))
            .UseSqliteJournal(shell.JournalFile);
        _services = services.BuildServiceProvider();
        GiftCards = _services.GetRequiredService<IGiftCards>();
    }

    public IGiftCards GiftCards { get; }

    /// <summary>Leaves its one open order to a person, as it does after a day.</summary>
    public async Task ParkAsync()
    {
        await foreach (var entry in GiftCards.Journal.ListUnresolvedAsync())
        {
            var parked = entry with { State = OrderJournalState.Parked, Owner = null, Version = entry.Version + 1 };
            (await _services.GetRequiredService<IOrderJournal>().TryUpdateAsync(parked)).ShouldBeTrue();
        }
    }

    /// <summary>Places an order whose answer gets lost at a provider that cannot be asked just then.</summary>
    public async Task LoseAsync(GiftbitTwin twin, OrderRequest request, FaultKind how)
    {
        twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = how,
                Times = 1,
            }
        );
        twin.Faults.Add(new Fault { Operation = "campaign.get", Kind = FaultKind.ServerErrorBeforeCommit });
        twin.Faults.Add(new Fault { Operation = "gifts.list", Kind = FaultKind.ServerErrorBeforeCommit });
        var end = await Should.ThrowAsync<GiftCardException>(() => GiftCards.GetAccount(twin.Name).Orders.PlaceAsync(request));
        end.ShouldBeOfType<OrderOutcomeUnknownException>(end.Message);
        twin.Faults.Clear();
    }

    public static OrderRequest Card(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(25, "USD") }],
            Delivery = Delivery.Returned,
        };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
