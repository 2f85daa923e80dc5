using System.Collections.Concurrent;
using System.Security.Cryptography;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>
/// Holds the spending limits of accounts. An order counts from before its first send until it is certain that it bought nothing; whether it was sent
/// is the journal's word, so the sends that repeat an order do not ask here.
/// </summary>
internal sealed class SpendingGuard(IJournalRecords records, bool isJournalShared, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly SpendingBooks _books = new(records, time);
    private readonly ConcurrentDictionary<JournalAccount, bool> _limited = new();

    /// <summary>This process among those that count the same order.</summary>
    private readonly string _me = Base32.Encode(RandomNumberGenerator.GetBytes(5));

    private long _cleanedAt = time.GetTimestamp();

    /// <summary>An account with limits: what of its orders ends without a purchase is let go.</summary>
    /// <exception cref="InvalidOperationException">Each process would count for itself, and they would spend the limit many times.</exception>
    public void Register(Account account)
    {
        if (account.Limits is not null)
        {
            if (isJournalShared && records is InMemoryRecords { StandsIn: true })
            {
                throw SpendingErrors.NotShared(account);
            }

            _limited[new(account.Provider, account.Environment, account.JournalId)] = true;
        }
    }

    /// <summary>Counts an order that is about to be sent, or refuses it.</summary>
    /// <param name="account">Its account, which has limits.</param>
    /// <param name="identity">Which order.</param>
    /// <param name="attempt">The send that is about to be made.</param>
    /// <param name="parts">What it counts.</param>
    /// <exception cref="GiftCardException">It would pass a limit, or the limits cannot be read or written now; nothing is counted then.</exception>
    public async ValueTask ReserveAsync(Account account, OrderIdentity identity, int attempt, IReadOnlyList<Spending> parts)
    {
        var limits = account.Limits!;
        SpendingRules.EnsureOrderFits(account, identity.Reference, limits, parts);
        CleanNowAndThen();
        var asked = new List<(SpendingScope Scope, SpendingClaim Claim)>();
        try
        {
            foreach (var (scope, amount, windows) in SpendingRules.Of(identity, limits, parts))
            {
                var claim = new SpendingClaim(IdOf(identity), attempt, amount.Amount, _me);
                asked.Add((scope, claim));
                var answer = await _books.ChangeAsync(scope, book => book.Reserve(claim, windows)).ConfigureAwait(false);
                if (answer.Limit is { } limit)
                {
                    throw SpendingErrors.Refused(account, identity.Reference, limit, amount, answer);
                }

                if (!answer.HasClaimed)
                {
                    asked.RemoveAt(asked.Count - 1);
                }
            }
        }
        catch (Exception failure)
        {
            await TakeBackAsync(identity, asked).ConfigureAwait(false);
            if (failure is GiftCardException { Code: GiftCardErrorCode.SpendingLimit })
            {
                throw;
            }

            throw SpendingErrors.Unavailable(failure);
        }
    }

    /// <summary>An order has been written down: what bought nothing is let go, and what was bought after all counts. Never throws.</summary>
    public ValueTask NoteAsync(JournalEntry? before, JournalEntry after)
    {
        if (_limited.IsEmpty || !_limited.ContainsKey(JournalAccount.Of(after.Identity)))
        {
            return default;
        }

        return IsFree(after) && !IsFree(before) ? ReleaseAsync(after)
            : after.State == OrderJournalState.Accepted && IsFree(before) ? CountLateAsync(after)
            : default;
    }

    private static bool IsFree(JournalEntry? entry) => entry?.State is OrderJournalState.Refused or OrderJournalState.Absent;

    private async ValueTask ReleaseAsync(JournalEntry free)
    {
        foreach (var scope in SpendingRules.ScopesOf(free))
        {
            await ChangeQuietlyAsync(free.Identity, scope, book => book.Release(IdOf(free.Identity), free.Attempt)).ConfigureAwait(false);
        }
    }

    /// <summary>Believed absent, let go, and found: what it counts is told by the journal, which knows face values alone.</summary>
    private async ValueTask CountLateAsync(JournalEntry bought)
    {
        foreach (var (scope, amount) in SpendingRules.AmountsOf(bought))
        {
            var claim = new SpendingClaim(IdOf(bought.Identity), bought.Attempt, amount, _me);
            await ChangeQuietlyAsync(bought.Identity, scope, book => book.Count(claim)).ConfigureAwait(false);
        }
    }

    private async ValueTask TakeBackAsync(OrderIdentity identity, List<(SpendingScope Scope, SpendingClaim Claim)> asked)
    {
        foreach (var (scope, claim) in asked)
        {
            await ChangeQuietlyAsync(identity, scope, book => book.Unclaim(claim)).ConfigureAwait(false);
        }
    }

    /// <summary>What cannot be written now goes on counting: a limit errs on the side of less.</summary>
    private async ValueTask ChangeQuietlyAsync(OrderIdentity identity, SpendingScope scope, Func<SpendingBook, bool> change)
    {
        try
        {
            _ = await _books.ChangeAsync(scope, book => new(change(book), HasClaimed: false)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            SpendingLog.NotWritten(logger, identity.Reference, identity.Account, failure.GetType().Name);
        }
    }

    /// <summary>Once an hour, and nobody waits for it: recipients come and go, and their books with them.</summary>
    private void CleanNowAndThen()
    {
        var cleanedAt = Volatile.Read(ref _cleanedAt);
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(cleanedAt, now) >= Hour && Interlocked.CompareExchange(ref _cleanedAt, now, cleanedAt) == cleanedAt)
        {
            CleanAsync().Abandon();
        }
    }

    private async Task CleanAsync()
    {
        try
        {
            await _books.RemoveOldAsync(SpendingScope.Recipients, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            SpendingLog.NotCleaned(logger, failure.GetType().Name);
        }
    }

    /// <summary>The order among those of its account, in words that support can read.</summary>
    private static string IdOf(OrderIdentity identity) =>
        identity.Operation == OrderIdentity.PlaceOrder
            ? identity.Reference.ProviderKey
            : $"{identity.Operation}/{identity.Reference.ProviderKey}";
}
