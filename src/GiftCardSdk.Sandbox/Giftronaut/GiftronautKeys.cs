namespace GiftCardSdk.Sandbox;

/// <summary>What a key was used for, and what was answered.</summary>
internal sealed record GiftronautUse(string Operation, string Fingerprint, SandboxAnswer Answer, DateTimeOffset At);

/// <summary>An account's idempotency keys. Guarded by the twin's lock.</summary>
internal sealed class GiftronautKeys
{
    public const string HeaderName = "X-Idempotency-Key";
    public const string BodyField = "idempotencyKey";

    private readonly Dictionary<string, GiftronautUse> _uses = new(StringComparer.Ordinal);

    /// <summary>The key as sent, wherever it stands and whatever it is worth.</summary>
    public static string? Peek(SandboxCall call) =>
        call.Header(HeaderName) is { Length: > 0 } header ? header
        : call.BodyMember(BodyField) is { Length: > 0 } field ? field
        : null;

    /// <summary>The use of the key, unless it has been forgotten.</summary>
    public GiftronautUse? Find(string key, TimeSpan life, DateTimeOffset now) =>
        _uses.TryGetValue(key, out var use) && now - use.At < life ? use : null;

    public void Remember(string key, GiftronautUse use) => _uses[key] = use;
}
