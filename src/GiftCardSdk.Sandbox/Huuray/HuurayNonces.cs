namespace GiftCardSdk.Sandbox;

/// <summary>The nonces used so far, as long as they are remembered. Guarded by the twin's lock.</summary>
internal sealed class HuurayNonces
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, DateTimeOffset At)> _byAge = new();

    /// <summary>Notes a nonce; false when it was used within <paramref name="life"/>.</summary>
    public bool TryUse(string nonce, DateTimeOffset now, TimeSpan life)
    {
        while (_byAge.TryPeek(out var oldest) && now - oldest.At >= life)
        {
            _used.Remove(_byAge.Dequeue().Nonce);
        }

        if (!_used.Add(nonce))
        {
            return false;
        }

        _byAge.Enqueue((nonce, now));
        return true;
    }
}
