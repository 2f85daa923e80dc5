using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Planning;

/// <summary>Two providers that sell the same card at different prices, and applications that buy it from either, on one journal.</summary>
internal sealed class TwoShops : IAsyncDisposable
{
    private readonly List<ServiceProvider> _applications = [];

    public ManualTimeProvider Clock { get; } = new();

    public IOrderJournal Journal { get; init; } = new InMemoryOrderJournal();

    /// <summary>Beside the journal, and shared like it.</summary>
    public IJournalRecords Records { get; init; } = new InMemoryOrderJournal().Records!;

    public InMemoryGiftCardProvider Cheap { get; } = Provider("cheap", discount: 8);

    public InMemoryGiftCardProvider Dear { get; } = Provider("dear", discount: 2);

    /// <summary>Every sale under a reference, wherever it was.</summary>
    public IReadOnlyList<SoldOrder> SoldUnder(OrderReference reference) => [.. Cheap.SoldUnder(reference), .. Dear.SoldUnder(reference)];

    /// <summary>An application of its own: another process, or the same one after a restart.</summary>
    /// <param name="add">Adds the accounts; null for one at each provider, named like it.</param>
    public ServiceProvider Application(Action<GiftCardsBuilder>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Journal);
        services.AddSingleton(Records);
        var builder = services.AddGiftCards();
        (add ?? AddBoth)(builder);
        var application = services.BuildServiceProvider();
        _applications.Add(application);
        return application;
    }

    public IOrderPlanner Planner(Action<GiftCardsBuilder>? add = null) => Application(add).GetRequiredService<IOrderPlanner>();

    /// <summary>One coffee card of 25 euro, which comes back.</summary>
    public static PlanRequest Coffee(OrderReference reference) =>
        new()
        {
            Reference = reference,
            Product = new()
            {
                Search = "Coffee",
                FaceValue = Money.Of(25, "EUR"),
                Delivery = Delivery.Returned,
            },
            Order = proposal => proposal.ToRequest(reference),
        };

    /// <summary>The same order, with something that happens elsewhere while it is made for an account for the given time.</summary>
    public static PlanRequest Interrupted(OrderReference reference, string account, int time, Func<Task> elsewhere)
    {
        var made = 0;
        return Coffee(reference) with
        {
            Order = proposal =>
            {
                if (proposal.Account == account && ++made == time)
                {
                    Task.Run(elsewhere).GetAwaiter().GetResult();
                }

                return proposal.ToRequest(reference);
            },
        };
    }

    public static InMemoryGiftCardProvider Provider(string name, decimal? discount, string brand = "Bean & Gone Coffee") =>
        new(
            new()
            {
                Provider = name,
                Products =
                [
                    new()
                    {
                        Provider = name,
                        Id = $"{name}-coffee",
                        Brand = brand,
                        Offers =
                        [
                            new()
                            {
                                Currency = "EUR",
                                Countries = CountrySet.Of("DE", "FR"),
                                Denominations = new RangeDenominations(Money.Of(5, "EUR"), Money.Of(100, "EUR")),
                                DiscountPercent = discount,
                                FeePerCard = Money.Of(0, "EUR"),
                            },
                        ],
                    },
                ],
            }
        );

    public Task<PlannedOrder> PlaceAsync(IOrderPlanner planner, PlanRequest request) => Clock.LetPassAsync(planner.PlaceAsync(request));

    public async ValueTask DisposeAsync()
    {
        foreach (var application in _applications)
        {
            await application.DisposeAsync();
        }
    }

    private void AddBoth(GiftCardsBuilder builder) => builder.AddInMemory("cheap", Cheap).AddInMemory("dear", Dear);
}
