using GiftCardSdk.Adapters;
using GiftCardSdk.Ordering;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>An application as one process has it, on a journal and at a provider that may outlive it.</summary>
internal sealed class Shop
{
    private const string Name = "test";

    private readonly IGiftCards _giftCards;
    private readonly CoordinatedAccount _account;
    private readonly OrderCoordinator _coordinator;

    /// <param name="world">What it shares with other processes.</param>
    /// <param name="mutant">What is wrong with it; nothing, as a rule.</param>
    public Shop(World world, Mutant mutant)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Clock);
        services.AddSingleton(mutant.Journal(world.Journal));
        services
            .AddGiftCards()
            .AddAccount(
                new AccountRegistration(
                    Name,
                    world.Provider.Provider,
                    static _ => GiftCardEnvironment.Sandbox,
                    context => mutant.Adapter(world.Provider.CreateAdapter(context.AccountName))
                )
            );
        var provider = services.BuildServiceProvider();
        _coordinator = provider.GetRequiredService<OrderCoordinator>();
        _giftCards = provider.GetRequiredService<IGiftCards>();
        // Made here, by one thread: the container's own locks are none of the schedule's business.
        var account = _giftCards.GetAccount(Name);
        Orders = account.Orders;
        _account = ((GiftCardAccount)account).ForOrders;
        Journal = _giftCards.Journal;
        mutant.Meddle(_coordinator);
    }

    public IGiftCardOrders Orders { get; }

    public IGiftCardJournal Journal { get; }

    /// <summary>A caller on a thread of its own.</summary>
    public Call Place(CancellationToken cancellationToken = default) => Place(World.Reference, cancellationToken);

    /// <inheritdoc cref="Place(CancellationToken)"/>
    public Call Place(OrderReference reference, CancellationToken cancellationToken = default) =>
        new(reference, Task.Run(() => Orders.PlaceAsync(World.Request(reference), cancellationToken)));

    /// <summary>One pass of the resolver, on a thread of its own.</summary>
    public Task Resolve() => Task.Run(() => Journal.ResolveAsync());

    /// <summary>The resolver's look at one order, without the pass around it, on a thread of its own.</summary>
    public Task LookAt(JournalEntry entry) =>
        Task.Run(() => _coordinator.InquireAsync(_account, entry, seat: null, CancellationToken.None));

    /// <summary>The process ends in good order.</summary>
    public Task Drain() => Task.Run(() => _coordinator.DrainAsync(CancellationToken.None));
}
