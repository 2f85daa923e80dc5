namespace GiftCardSdk.Http;

/// <summary>How the HTTP client of one account is to behave.</summary>
public sealed record ProviderHttpSettings
{
    /// <summary>The provider as people write its name, for the words of exceptions; null if that is its id with a capital letter.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The root of the provider's API; https, or http on loopback. Paths are resolved against it.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Puts the credential on each attempt.</summary>
    public required ProviderCredentials Credentials { get; init; }

    /// <summary>How the provider says that something went wrong.</summary>
    public required ProviderErrors Errors { get; init; }

    /// <summary>How many requests the provider documents in <see cref="RateLimitWindow"/>; null for none. Kept at 98 %, and by all processes on one journal together.</summary>
    public int? RateLimit { get; init; }

    /// <summary>The window of <see cref="RateLimit"/>.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether no two requests go at once, even after a rest. Otherwise a quarter of a window's may, and the rest are spread evenly: for a provider
    /// whose window is long, such as a minute.
    /// </summary>
    public bool EvenPace { get; init; }

    /// <summary>The most bytes of an answer that are read; more is an unexpected answer.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;
}
