namespace GiftCardSdk.Http;

/// <summary>A token that a provider gave for a time.</summary>
public sealed class AccessToken
{
    /// <summary>Of a token whose answer does not say; should it end sooner, a 401 has it renewed.</summary>
    private static readonly TimeSpan UnknownLife = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>Makes a token.</summary>
    /// <param name="value">The token itself.</param>
    /// <param name="lifetime">How long it lives from the moment it was asked for; more than zero. <see cref="Timeout.InfiniteTimeSpan"/> for no end.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty: there is no anonymous call.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is zero or negative.</exception>
    public AccessToken(string value, TimeSpan lifetime)
    {
        Value = new Secret(value);
        Lifetime =
            lifetime > TimeSpan.Zero || lifetime == Timeout.InfiniteTimeSpan
                ? lifetime
                : throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A token lives longer than no time at all.");
    }

    /// <summary>The token itself.</summary>
    public Secret Value { get; }

    /// <summary>How long it lives from the moment it was asked for.</summary>
    public TimeSpan Lifetime { get; }

    /// <summary>The lifetime that the answer to a token call says, such as OAuth's <c>expires_in</c> in seconds, as far as it can be believed.</summary>
    /// <param name="expiresIn">The figure; null if the answer has none.</param>
    /// <param name="unit">What it counts; more than zero.</param>
    /// <returns>The lifetime, at most 30 days; ten minutes where the figure says none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is zero or negative.</exception>
    public static TimeSpan LifetimeOf(decimal? expiresIn, TimeSpan unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(unit, TimeSpan.Zero);
        return expiresIn is not > 0 ? UnknownLife
            : expiresIn >= (decimal)(LongestLife / unit) ? LongestLife
            : unit * (double)expiresIn is { Ticks: > 0 } life ? life
            : UnknownLife;
    }
}
