using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Whether an account's balances cover orders that were not placed yet. A snapshot: nothing is held back for them.</summary>
public sealed record FundsCheck
{
    /// <summary>What the orders need, one entry a currency, in the order of the codes; currencies are never summed.</summary>
    public required IReadOnlyList<FundsNeed> Currencies { get; init; }

    /// <summary>The worst answer of all currencies; <see cref="FundsAnswer.Covered"/> where nothing is needed.</summary>
    public FundsAnswer Answer
    {
        get
        {
            var worst = FundsAnswer.Covered;
            foreach (var need in Currencies)
            {
                worst = need.Answer > worst ? need.Answer : worst;
            }

            return worst;
        }
    }
}

/// <summary>What orders need of one currency.</summary>
public sealed record FundsNeed
{
    /// <summary>The currency that is paid in.</summary>
    public string Currency => Available.Currency;

    /// <summary>What the orders cost by the catalog, each card rounded up to the smallest unit; null if any of them is of unknown cost.</summary>
    public Money? Cost { get; init; }

    /// <summary>
    /// The face values of all cards of unknown cost, one amount a currency; empty if every cost is known. The face value is no cost: discounts, fees and
    /// conversions may lie between.
    /// </summary>
    public IReadOnlyList<Money> FaceValueOfUnknown { get; init; } = [];

    /// <summary>Why costs are unknown, each reason once, as ends of sentences that are safe to log; empty if every cost is known.</summary>
    public IReadOnlyList<string> WhyUnknown { get; init; } = [];

    /// <summary>What can be spent now; zero where the account holds nothing in this currency.</summary>
    public required Money Available { get; init; }

    /// <summary>What the provider does if it is not enough.</summary>
    public FundsShortage WhenShort { get; init; }

    /// <summary>Whether it is enough.</summary>
    public required FundsAnswer Answer { get; init; }
}

/// <summary>Whether a balance covers orders. The larger value is the worse answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FundsAnswer>))]
public enum FundsAnswer
{
    /// <summary>What can be spent covers the cost.</summary>
    Covered = 0,

    /// <summary>
    /// It does not cover the cost, but this provider may convert from another balance, or take the orders and wait for money: it does not mean a
    /// refusal (<see cref="FundsNeed.WhenShort"/>).
    /// </summary>
    NotCoveredButMayBeTaken,

    /// <summary>The cost of at least one order is not known before it is bought, and what is known is covered.</summary>
    CostUnknown,

    /// <summary>It does not cover the cost: the provider would refuse.</summary>
    NotCovered,
}
