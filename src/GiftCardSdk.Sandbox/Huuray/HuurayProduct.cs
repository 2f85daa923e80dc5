namespace GiftCardSdk.Sandbox;

/// <summary>Which bearer values a card of a product has.</summary>
internal enum HuurayCardParts
{
    Everything,
    CodeOnly,
    LinkOnly,
}

/// <summary>
/// A product: one brand in one country. <see cref="Prices"/> holds minor units: the list of a fixed product, or the two ends of a range.
/// </summary>
internal sealed record HuurayProduct(string Token, string Brand, HuurayCountry Country, bool IsRange, long[] Prices)
{
    public string Categories { get; init; } = "Shopping";

    /// <summary>The account's discount in percent; null where none was agreed.</summary>
    public decimal? Discount { get; init; }

    /// <summary>Issued in real time; otherwise sold from stock.</summary>
    public bool IsRealTime { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>The account may order it; otherwise only the public catalogue shows it.</summary>
    public bool IsOrderable { get; init; } = true;

    public bool IsSoldOut { get; init; }

    public int ValidMonths { get; init; } = 24;

    public HuurayCardParts Parts { get; init; }

    public string? Description { get; init; }

    public bool Accepts(long value) => IsRange ? value >= Prices[0] && value <= Prices[1] : Array.IndexOf(Prices, value) >= 0;

    /// <summary>What one card of this value costs the account.</summary>
    public long Price(long value) =>
        Discount is { } percent ? (long)Math.Round(value * (100 - percent) / 100, MidpointRounding.AwayFromZero) : value;

    /// <summary>When a card bought now expires at the latest: the end of a day.</summary>
    public DateTimeOffset LatestExpiry(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddMonths(ValidMonths).AddDays(1).AddSeconds(-1);
}
