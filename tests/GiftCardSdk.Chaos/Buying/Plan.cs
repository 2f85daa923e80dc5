using System.Text.Json.Serialization;
using GiftCardSdk.Chaos.Journals;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.World;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>Everything that a buying process needs to know. The orders are not in it: they are rebuilt from the seed.</summary>
internal sealed record Plan
{
    /// <summary>In so many of a hundred cases an order is placed by both processes, where there are two.</summary>
    private const int SharedPercent = 5;

    private const int Purpose = 404;

    public required int Seed { get; init; }

    public required int Orders { get; init; }

    /// <summary>Which of the buying processes this is, from 0.</summary>
    public int Slot { get; init; }

    /// <summary>How many buy at the same time.</summary>
    public int Slots { get; init; } = 1;

    public required JournalPlace Journal { get; init; }

    public required WorldAccounts Accounts { get; init; }

    public required string ClockFile { get; init; }

    public required string AnswerFile { get; init; }

    /// <summary>Where Quartz keeps its jobs, if the orders are a batch that nodes carry out; null if callers place them.</summary>
    public string? QuartzStore { get; init; }

    /// <summary>Whether this node hands the batch over.</summary>
    public bool HandsOver { get; init; }

    /// <summary>The orders that this process places.</summary>
    public IEnumerable<int> Share() => Enumerable.Range(0, Orders).Where(IsMine);

    /// <summary>Whether this process places the order.</summary>
    public bool IsMine(int number) => number % Slots == Slot || new Dice(Seed, Purpose, number).Percent(SharedPercent);

    /// <summary>Which operation of the journal a number is; the lines of a batch are orders.</summary>
    public string OperationOf(int number) => QuartzStore is null ? OrderBook.OperationOf(Seed, number) : OrderIdentity.PlaceOrder;

    /// <summary>What is bought under a number.</summary>
    public Purchase PurchaseOf(int number, Content content) =>
        QuartzStore is null ? OrderBook.PurchaseOf(Seed, number, content) : OrderBook.OrderPurchaseOf(Seed, number, content);

    public override string ToString() => $"Plan {{ seed {Seed}, {Orders} orders, {Slot} of {Slots}, {Journal} }}";
}

[JsonSerializable(typeof(Plan))]
internal sealed partial class PlanJson : JsonSerializerContext;
