using System.Collections.Concurrent;

namespace GiftCardSdk.Catalog;

/// <summary>
/// What was forgotten while a catalog was perhaps being read: that reading may have seen the product before it went, and must not bring it back.
/// Counted instead of timed, since two things may happen at one instant.
/// </summary>
internal sealed class ForgottenProducts(TimeProvider time)
{
    /// <summary>Longer than any reading of a catalog takes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Key, string? ProductId), (long Number, long At)> _forgotten = new();
    private long _count;

    /// <summary>What a reading that begins now is told by.</summary>
    public long Now => Interlocked.Read(ref _count);

    /// <summary>Notes a product, or with null all of a catalog, as forgotten now.</summary>
    public void Add(string key, string? productId)
    {
        _forgotten[(key, productId)] = (Interlocked.Increment(ref _count), time.GetTimestamp());
        foreach (var old in _forgotten.Where(known => time.GetElapsedTime(known.Value.At) > Remembered))
        {
            _forgotten.TryRemove(old);
        }
    }

    /// <summary>Whether a product, or with null the whole catalog, was forgotten since a reading began.</summary>
    public bool IsForgottenSince(string key, string? productId, long began) =>
        _forgotten.TryGetValue((key, productId), out var known) && known.Number > began;
}
