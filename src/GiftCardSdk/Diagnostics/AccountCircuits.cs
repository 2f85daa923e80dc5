using System.Collections.Concurrent;

namespace GiftCardSdk.Diagnostics;

/// <summary>Which accounts send nothing for now, since their provider kept failing; a singleton of <c>AddGiftCards()</c>.</summary>
public sealed class AccountCircuits
{
    private readonly ConcurrentDictionary<string, OpenCircuit> _open = new(StringComparer.Ordinal);

    /// <summary>The open circuits, by account. One closes with the first good answer, so without calls it stays open.</summary>
    public IReadOnlyList<OpenCircuit> Open => [.. _open.Values.OrderBy(circuit => circuit.Account, StringComparer.Ordinal)];

    internal void Set(string account, DateTimeOffset? openSince)
    {
        if (openSince is { } since)
        {
            _open.TryAdd(account, new(account, since));
        }
        else
        {
            _open.TryRemove(account, out _);
        }
    }
}

/// <summary>An account that sends nothing for now.</summary>
/// <param name="Account">Its name.</param>
/// <param name="Since">When its circuit was opened; calls that were tried since then and failed leave it as it is.</param>
public sealed record OpenCircuit(string Account, DateTimeOffset Since);
