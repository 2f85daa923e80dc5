namespace GiftCardSdk.Http;

/// <summary>A token that a provider gave for a time.</summary>
public sealed class AccessToken
{
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
}
