using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace GiftCardSdk.Catalog.Tests;

/// <summary>A distributed cache in memory, which several applications share and which outlives them; it keeps no time.</summary>
internal sealed class SharedStore : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _entries = new(StringComparer.Ordinal);

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> Keys => [.. _entries.Keys];

    /// <summary>Whether every call fails, as when the store cannot be reached.</summary>
    public bool IsDown { get; set; }

    public byte[]? Get(string key) => Reach().GetValueOrDefault(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Reach()[key] = value;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Completes when it holds so many: HybridCache answers its caller before it has written here.</summary>
    public async Task HoldsAsync(int keys)
    {
        while (Volatile.Read(ref _changed).Task is var changed && _entries.Count < keys)
        {
            await changed;
        }
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Refresh(string key) => Reach();

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => Reach().TryRemove(key, out _);

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await Task.Yield();
        Remove(key);
    }

    /// <summary>Puts nonsense behind what the cache itself keeps of an entry, its head.</summary>
    public void Spoil()
    {
        foreach (var key in Keys)
        {
            var bytes = (byte[])_entries[key].Clone();
            bytes.AsSpan(bytes.Length / 2).Fill((byte)'?');
            _entries[key] = bytes;
        }
    }

    private ConcurrentDictionary<string, byte[]> Reach() => IsDown ? throw new IOException("The store cannot be reached.") : _entries;
}
