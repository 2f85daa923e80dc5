using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Sandbox;

/// <summary>Everything that looks random: ids, tokens and codes, drawn from the sandbox's seed. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GifqDraw(int seed)
{
    private readonly Random _random = new(seed);

    public string Hex(int length) => new(_random.GetItems<char>("0123456789abcdef", length));

    public string Digits(int length) => new(_random.GetItems<char>("0123456789", length));

    public string Code(int length) => new(_random.GetItems<char>("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", length));

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }
}
