using System.Collections.Concurrent;
using System.Globalization;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Planning;

/// <summary>What a caller was told in the end.</summary>
/// <param name="Account">The account that bought it; null if none did.</param>
/// <param name="OrderId">The provider's id; null if there is none.</param>
/// <param name="Outcome">What may exist; null where the order was returned.</param>
internal sealed record PlannerEnd(string? Account, string? OrderId, GiftCardOutcome? Outcome);

/// <summary>Places references through planners, as several callers do who sit in two applications.</summary>
internal sealed class PlannerBuyer(int seed)
{
    private const int Purpose = 808;
    private const int MostVisits = 3;
    private const int AccountsAnOrder = 3;

    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(150);

    private readonly ConcurrentDictionary<int, ConcurrentBag<PlannerEnd>> _told = new();
    private readonly ConcurrentDictionary<int, PlannerEnd> _ends = new();

    public int Settled => _told.Count;

    public OrderReference ReferenceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"plan-{seed}-{number}");

    /// <summary>Everything that any caller of an order was told while things went wrong.</summary>
    public IEnumerable<PlannerEnd> ToldOf(int number) => _told.GetValueOrDefault(number) ?? [];

    /// <summary>What came of it when nothing went wrong any more.</summary>
    public PlannerEnd EndOf(int number) => _ends[number];

    /// <summary>One to three callers at a time, some of whom leave; who got no order comes again.</summary>
    public async Task BuyAsync(int number, IReadOnlyList<IOrderPlanner> planners, TimeProvider clock)
    {
        for (var visit = 0; visit < MostVisits; visit++)
        {
            var dice = new Dice(seed, Purpose, number, visit);
            var callers = 1 + dice.Next(3);
            var ends = await Task.WhenAll(
                Enumerable
                    .Range(0, callers)
                    .Select(caller =>
                        CallAsync(
                            number,
                            planners[(number + caller) % planners.Count],
                            dice.Percent(15) ? dice.Between(TimeSpan.Zero, LongestPatience) : null,
                            clock
                        )
                    )
                    .ToArray()
            );
            foreach (var end in ends.OfType<PlannerEnd>())
            {
                _told.GetOrAdd(number, _ => []).Add(end);
            }

            if (ends.Any(end => end?.OrderId is not null))
            {
                return;
            }
        }

        _told.TryAdd(number, []);
    }

    /// <summary>Once more, with all the time it takes.</summary>
    public async Task EndAsync(int number, IOrderPlanner planner) =>
        _ends[number] = await PlaceAsync(number, planner, CancellationToken.None);

    private async Task<PlannerEnd?> CallAsync(int number, IOrderPlanner planner, TimeSpan? longest, TimeProvider clock)
    {
        using var patience = longest is { } time ? new CancellationTokenSource(time, clock) : new();
        try
        {
            return await PlaceAsync(number, planner, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<PlannerEnd> PlaceAsync(int number, IOrderPlanner planner, CancellationToken leaves)
    {
        var reference = ReferenceOf(number);
        try
        {
            var planned = await planner.PlaceAsync(RequestOf(number, reference), leaves);
            return new(planned.Order.Account, planned.Order.Id, null);
        }
        catch (GiftCardException failure)
        {
            return new(failure.Account, failure.OrderId, failure.Outcome);
        }
    }

    /// <summary>Three of the five accounts, others for each order, so that every one of them is the cheapest now and then.</summary>
    private static PlanRequest RequestOf(int number, OrderReference reference) =>
        new()
        {
            Reference = reference,
            Product = new()
            {
                Search = "Trail Gear",
                Country = "US",
                FaceValue = Money.Of(75, "USD"),
                Delivery = Delivery.Returned,
            },
            Order = proposal => proposal.ToRequest(reference),
            Accounts = [.. Enumerable.Range(number, AccountsAnOrder).Select(turn => Provider.All[turn % Provider.All.Count].Name)],
        };
}
