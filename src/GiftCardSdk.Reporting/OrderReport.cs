using GiftCardSdk.Journal;

namespace GiftCardSdk.Reporting;

/// <summary>What was bought, what it cost, and what became of the cards. Amounts of different currencies stand in rows of their own and are never summed.</summary>
/// <param name="Products">What was bought, by period, account, product and currency; sorted in that order.</param>
/// <param name="Costs">What was paid, by period, account and currency; sorted in that order.</param>
/// <param name="Accounts">How orders went, by period and account; sorted in that order.</param>
public sealed record OrderReport(IReadOnlyList<ProductRow> Products, IReadOnlyList<CostRow> Costs, IReadOnlyList<AccountRow> Accounts);

/// <summary>Cards of one product, bought with one account in one period at face values of one currency.</summary>
/// <param name="Period">The period's first day.</param>
/// <param name="Account">The account.</param>
/// <param name="ProductId">The product, as it was ordered.</param>
public sealed record ProductRow(DateOnly Period, JournalAccount Account, string ProductId)
{
    /// <summary>How many orders have such cards.</summary>
    public required int Orders { get; init; }

    /// <summary>All cards that were ordered, with the sum of their face values.</summary>
    public required CardCount Ordered { get; init; }

    /// <summary>Claimed by their recipients.</summary>
    public required CardCount Redeemed { get; init; }

    /// <summary>Open when they were last seen: bought, and not redeemed. What is owed for certain.</summary>
    public required CardCount Open { get; init; }

    /// <summary>Not claimed in time.</summary>
    public required CardCount Expired { get; init; }

    /// <summary>Taken back by the sender, or never made because the provider refused their recipient.</summary>
    public required CardCount TakenBack { get; init; }

    /// <summary>Those of which it is not known: never seen, or of a provider that does not tell. What may be owed besides <see cref="Open"/>.</summary>
    public CardCount NotKnown =>
        new(
            Math.Max(0, Ordered.Cards - Redeemed.Cards - Open.Cards - Expired.Cards - TakenBack.Cards),
            Ordered.FaceValue - Redeemed.FaceValue - Open.FaceValue - Expired.FaceValue - TakenBack.FaceValue
        );

    /// <summary>How many of the cards that could be claimed and whose state is known were claimed, 0 to 1; null if of none it is known.</summary>
    public double? RedemptionRate =>
        Redeemed.Cards + Open.Cards + Expired.Cards is > 0 and var known ? (double)Redeemed.Cards / known : null;
}

/// <summary>A number of cards.</summary>
/// <param name="Cards">How many.</param>
/// <param name="FaceValue">The sum of their face values.</param>
public readonly record struct CardCount(int Cards, Money FaceValue);

/// <summary>What one account paid in one period and currency.</summary>
/// <param name="Period">The period's first day.</param>
/// <param name="Account">The account.</param>
/// <param name="Orders">How many orders were paid so.</param>
/// <param name="Cost">What they cost in all, fees and conversion included. Orders whose cost is not known are not in it (<see cref="AccountRow.WithoutCost"/>).</param>
public sealed record CostRow(DateOnly Period, JournalAccount Account, int Orders, Money Cost);

/// <summary>How the orders of one account went in one period.</summary>
/// <param name="Period">The period's first day.</param>
/// <param name="Account">The account.</param>
public sealed record AccountRow(DateOnly Period, JournalAccount Account)
{
    /// <summary>How many orders were bought, those included that the provider gave up or cancelled afterwards.</summary>
    public required int Bought { get; init; }

    /// <summary>How many of those the provider gave up or cancelled afterwards; they are in no other row.</summary>
    public required int Failed { get; init; }

    /// <summary>How many were bought, and what they cost is not known: the provider has not said, or no history was kept.</summary>
    public required int WithoutCost { get; init; }

    /// <summary>How many were bought, and their details have been purged: they are in no row of products.</summary>
    public required int WithoutDetails { get; init; }

    /// <summary>How many of all orders are open: it is not known yet whether they were bought.</summary>
    public required int Unresolved { get; init; }

    /// <summary>How many were refused, or are believed absent: nothing was bought.</summary>
    public required int NotBought { get; init; }

    /// <summary>How long orders took until they were seen complete; null if none was.</summary>
    public required CompletionTimes? Completion { get; init; }
}

/// <summary>How long orders took from being placed until they were first seen complete: how often they are looked at counts, too.</summary>
/// <param name="Orders">How many orders.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Median">What half of them took at most; up to 5 % too long.</param>
/// <param name="Percentile95">What 95 of 100 took at most; up to 5 % too long.</param>
/// <param name="Longest">The longest.</param>
public sealed record CompletionTimes(int Orders, TimeSpan Mean, TimeSpan Median, TimeSpan Percentile95, TimeSpan Longest);
