namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Bounds what retries add when everything fails at once: ten to begin with, and one more for every five calls that succeed.
/// </summary>
internal sealed class RetryBudget
{
    private const int Cost = 5;
    private const int Full = 10 * Cost;

    private int _tokens = Full;

    /// <summary>Takes the right to one retry, if there is one left.</summary>
    public bool TryTake()
    {
        for (var seen = Volatile.Read(ref _tokens); seen >= Cost; )
        {
            var found = Interlocked.CompareExchange(ref _tokens, seen - Cost, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>Notes a success.</summary>
    public void Refill()
    {
        for (var seen = Volatile.Read(ref _tokens); seen < Full; )
        {
            var found = Interlocked.CompareExchange(ref _tokens, seen + 1, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
