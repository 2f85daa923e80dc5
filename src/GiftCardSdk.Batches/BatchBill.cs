namespace GiftCardSdk.Batches;

/// <summary>What a batch would come to if it were run now. A snapshot: nothing is bought or held back.</summary>
public sealed record BatchBill
{
    /// <summary>How many lines the list has.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines that are bought already; they cost nothing more.</summary>
    public required long BoughtBefore { get; init; }

    /// <summary>Cards that would be bought.</summary>
    public required long Cards { get; init; }

    /// <summary>What each account would have to pay, in the order of their names; accounts that buy nothing are left out.</summary>
    public required IReadOnlyList<BatchBillAccount> Accounts { get; init; }

    /// <summary>What is wrong with lines, or looks like a mistake, in the order of the list; the first <see cref="MaxFindings"/> of them.</summary>
    public required IReadOnlyList<BatchFinding> Findings { get; init; }

    /// <summary>How many findings there are in all.</summary>
    public required long FindingCount { get; init; }

    /// <summary>The most findings that a bill lists.</summary>
    public const int MaxFindings = 1000;

    /// <summary>Whether nothing was found, and every account has money for its lines.</summary>
    public bool IsClean => FindingCount == 0 && Accounts.All(static account => account.Funds?.Answer == FundsAnswer.Covered);
}

/// <summary>What one account would have to pay.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="FaceValue">The face value of its lines, one amount a currency; no cost.</param>
/// <param name="Funds">What they cost by the catalog, beside what the account holds, by currency; null if that could not be read.</param>
/// <param name="Failure">Why it could not be read; null if it was.</param>
public sealed record BatchBillAccount(string Account, IReadOnlyList<Money> FaceValue, FundsCheck? Funds, GiftCardException? Failure);

/// <summary>Something about one line that somebody should see before it is bought.</summary>
/// <param name="Number">Where the line stands in the list, from 1.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The same in a sentence that is safe to log.</param>
public sealed record BatchFinding(long Number, OrderReference Reference, BatchFindingKind Kind, string Message);

/// <summary>What can be found about a line.</summary>
public enum BatchFindingKind
{
    /// <summary>The order makes no sense, does not fit its account, or there is no such account. It would be refused.</summary>
    Invalid = 0,

    /// <summary>The product is gone, or is not sold at this value, in this country or by this delivery now.</summary>
    ProductUnavailable,

    /// <summary>It costs more than its <see cref="OrderRequest.MaxCost"/>, or what it costs is not known and it has a bound. It would be refused.</summary>
    TooDear,

    /// <summary>An earlier line of the list has the same reference at the same account: one card comes of both.</summary>
    DuplicateReference,

    /// <summary>An earlier line of another reference goes to the same recipient: two cards, if that is meant.</summary>
    DuplicateRecipient,

    /// <summary>Its reference stands for other content already. It would not be bought.</summary>
    Changed,
}
