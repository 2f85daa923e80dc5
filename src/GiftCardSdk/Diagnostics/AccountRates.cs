using System.Collections.Concurrent;

namespace GiftCardSdk.Diagnostics;

/// <summary>How fast each account may call its provider, and who waits for it; a singleton of <c>AddGiftCards()</c>.</summary>
public sealed class AccountRates
{
    private readonly ConcurrentDictionary<string, Func<AccountRate>> _accounts = new(StringComparer.Ordinal);

    /// <summary>The accounts that this process has made so far, as they stand now, by name.</summary>
    public IReadOnlyList<AccountRate> Now =>
        [.. _accounts.OrderBy(static account => account.Key, StringComparer.Ordinal).Select(static account => account.Value())];

    internal void Set(string account, Func<AccountRate> look) => _accounts[account] = look;
}

/// <summary>The rate of an account at one moment.</summary>
/// <param name="Account">Its name.</param>
/// <param name="CallsPerMinute">How many calls a minute all processes may make together, slowed after a 429; null if the provider has no limit.</param>
/// <param name="Share">The part of it that is this process's, from 0 to 1.</param>
/// <param name="Waiting">How many calls and orders of this process wait for their turn.</param>
public sealed record AccountRate(string Account, double? CallsPerMinute, double Share, int Waiting)
{
    /// <summary>For how much longer nothing is sent, since the provider said that it was asked too often; null if it is.</summary>
    public TimeSpan? PausedFor { get; init; }
}
