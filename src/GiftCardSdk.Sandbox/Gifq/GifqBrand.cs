using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>Which of the six redemption fields a brand's cards have.</summary>
internal enum GifqRedemptionKind
{
    Code,
    CodeAndPin,
    CodePinAndSerial,
    Link,
    LinkAndChallenge,
    CodeSerialAndSecurityCode,
}

/// <summary>One way to buy a brand's card. Equal bounds mean a fixed denomination.</summary>
internal sealed record GifqOption(string Currency, decimal Minimum, decimal Maximum, IReadOnlyList<string> Countries, decimal? Discount)
{
    /// <summary>How many are left; null when nobody counts.</summary>
    public int? Stock { get; set; }

    /// <summary>How many months a card is good for; null when that is not said.</summary>
    public int? ValidMonths { get; init; }

    public string? BalanceCheckUrl { get; init; }

    public bool Sells(string currency, decimal faceValue, string country) =>
        Currency == currency
        && faceValue >= Minimum
        && faceValue <= Maximum
        && (Countries.Contains(country, StringComparer.Ordinal) || Countries.Contains(GifqBrands.Everywhere, StringComparer.Ordinal));
}

/// <summary>A brand with everything it sells.</summary>
internal sealed record GifqBrand(
    string Slug,
    string Title,
    string Category,
    GifqRedemptionKind Redemption,
    IReadOnlyList<GifqOption> Options
)
{
    /// <summary>Derived from the slug, so that it is the same under every seed.</summary>
    public string Uuid { get; } = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Slug)).AsSpan(0, 16)).ToString("D");

    /// <summary>Whether orders are taken; a brand can be listed and yet not to be had.</summary>
    public bool Available { get; init; } = true;

    public GifqOption? Find(string currency, decimal faceValue, string country) =>
        Available ? Options.FirstOrDefault(option => option.Sells(currency, faceValue, country)) : null;
}
