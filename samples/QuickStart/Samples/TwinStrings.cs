using GiftCardSdk;
using GiftCardSdk.Sandbox;

namespace QuickStart;

/// <summary>What a twin can be made to do, and what it has sold.</summary>
/// <param name="twin">The twin.</param>
/// <param name="read">Its operation that reads balances.</param>
/// <param name="create">Its operation that sells.</param>
/// <param name="claim">Lets the pretend recipient open a card; null where nobody can see that at this provider.</param>
internal sealed class TwinStrings(ProviderTwin twin, string read, string create, Action<Reward>? claim = null)
{
    /// <summary>Orders in the twin's own ledger.</summary>
    public int OrdersSold => twin.Ledger.Sales.Count;

    /// <summary>Cards in the twin's own ledger.</summary>
    public int CardsSold => twin.Ledger.Sales.Sum(sale => sale.Cards);

    /// <summary>Orders in the twin's own ledger that were sold more than once.</summary>
    public int Duplicates => twin.Ledger.Duplicates;

    /// <summary>The next look at the balances is answered 429 once.</summary>
    public void LimitNextRead() =>
        twin.Faults.Add(
            new Fault
            {
                Operation = read,
                Kind = FaultKind.RateLimited,
                Times = 1,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );

    /// <summary>The next order is sold, and its answer gets lost on the way.</summary>
    public void LoseNextAnswer() => LoseAnswerTo(create);

    /// <summary>The next call of an operation is carried out, and its answer gets lost on the way.</summary>
    public void LoseAnswerTo(string operation) =>
        twin.Faults.Add(
            new Fault
            {
                Operation = operation,
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

    /// <summary>The pretend recipient opens the card.</summary>
    public void Claim(Reward reward) =>
        (claim ?? throw new NotSupportedException($"Nobody can see at {twin.Name} whether a card was used.")).Invoke(reward);
}
