using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>Draws ids, tokens and links; equal calls under an equal seed draw equal ones. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftronautIds(int seed)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _linkOrders;
    private int _templates = 31;

    public string Token() => $"sim.{Hex(16)}.{Hex(16)}";

    /// <summary>The shape of the quickstart's ids.</summary>
    public string Order(DateTimeOffset now) => Unique(() => $"OT-{Day(now)}-{new string(_random.GetItems<char>(Letters, 4))}");

    public string LinkOrder(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"LO{Day(now)}{++_linkOrders:D6}");

    public string Campaign() => Unique(() => "CA-" + new string(_random.GetItems<char>(Letters, 8)));

    public string Template() => (++_templates).ToString(CultureInfo.InvariantCulture);

    public string Funding(DateTimeOffset now) => Unique(() => $"FN{Day(now)}{new string(_random.GetItems<char>("0123456789", 6))}");

    public string RewardLink() => "https://claim.giftronaut.example/r/" + Hex(12);

    public Guid Event()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string Hex(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private string Unique(Func<string> draw)
    {
        string id;
        do
        {
            id = draw();
        } while (!_taken.Add(id));

        return id;
    }

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
