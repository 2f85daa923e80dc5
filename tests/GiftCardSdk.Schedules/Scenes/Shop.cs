using GiftCardSdk.Accounts;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>An application as one process has it, on a journal and at a provider that may outlive it.</summary>
internal sealed class Shop
{
    private const string Name = "test";

    private readonly IOrderJournal _journal;
    private readonly Account _account;
    private readonly OrderCoordinator _coordinator;

    /// <param name="world">What it shares with other processes.</param>
    /// <param name="mutant">What is wrong with it; nothing, as a rule.</param>
    public Shop(World world, Mutant mutant)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Clock);
        _journal = mutant.Journal(world.Journal);
        services.AddSingleton(_journal);
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
        // Made here, by one thread: the container's own locks are none of the schedule's business.
        var account = provider.GetRequiredService<IGiftCards>().GetAccount(Name);
        Orders = account.Orders;
        _account = ((GiftCardAccount)account).Account;
        mutant.Meddle(_coordinator);
    }

    public IGiftCardOrders Orders { get; }

    /// <summary>A caller on a thread of its own.</summary>
    public Call Place(CancellationToken cancellationToken = default) => Place(World.Reference, cancellationToken);

    /// <inheritdoc cref="Place(CancellationToken)"/>
    public Call Place(OrderReference reference, CancellationToken cancellationToken = default) =>
        new(reference, Task.Run(() => Orders.PlaceAsync(World.Request(reference), cancellationToken)));

    /// <summary>The resolver's looks at one order, without the pass around them, on a thread of its own: Coyote does not control async streams.</summary>
    public Task Resolve() => Task.Run(ResolveAsync);

    /// <summary>The process ends in good order.</summary>
    public Task Drain() => Task.Run(() => _coordinator.DrainAsync(CancellationToken.None));

    private async Task ResolveAsync()
    {
        const int Looks = 3;
        for (var look = 0; look < Looks; look++)
        {
            if (await _journal.FindAsync(World.IdentityOf(World.Reference)) is { } entry)
            {
                await _coordinator.InquireAsync(_account, entry, seat: null, CancellationToken.None);
            }

            await Task.Yield();
        }
    }
}
