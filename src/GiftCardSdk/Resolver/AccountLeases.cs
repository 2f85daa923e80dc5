using System.Collections.Concurrent;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Resolver;

/// <summary>Which accounts this process looks after, where several share a journal.</summary>
internal sealed class AccountLeases(IOrderJournal journal, string me, OrderingOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _held = new(StringComparer.Ordinal);

    /// <summary>Outlives a missed pass and the longest look; another process may take over after it.</summary>
    private TimeSpan Life => (2 * options.Resolver.Interval) + options.AttemptTimeout + options.ResolveWithin;

    /// <summary>Whether an account is this process's now.</summary>
    public async ValueTask<bool> HoldAsync(Account account, CancellationToken cancellationToken)
    {
        var name = $"{account.Provider}/{account.Environment}/{account.Name}";
        if (_held.TryGetValue(name, out var since) && time.GetElapsedTime(since) < Life / 3)
        {
            return true;
        }

        var now = time.GetTimestamp();
        if (!await journal.TryLeaseAsync(name, me, Life, cancellationToken).ConfigureAwait(false))
        {
            _held.TryRemove(name, out _);
            return false;
        }

        _held[name] = now;
        return true;
    }

    /// <summary>Lets other processes take over at once.</summary>
    public async ValueTask GiveBackAsync()
    {
        foreach (var name in _held.Keys)
        {
            _held.TryRemove(name, out _);
            _ = await journal.TryLeaseAsync(name, me, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
