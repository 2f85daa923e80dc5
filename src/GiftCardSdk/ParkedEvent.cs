namespace GiftCardSdk;

/// <summary>An event that was tried as often as is allowed, or a hint whose order could not be read.</summary>
public sealed record ParkedEvent
{
    /// <summary>What <see cref="IGiftCardWebhooks.RedeliverAsync"/> takes.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The event; null if it is a hint, of which nothing is known to be true.</summary>
    public GiftCardEvent? Event { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Tries { get; init; }

    /// <summary>When it was parked.</summary>
    public required DateTimeOffset ParkedAt { get; init; }

    /// <summary>The handlers that are not done with it and what each ended with last: the type of an exception, never its words. Empty for a hint.</summary>
    public IReadOnlyDictionary<string, string> Failures { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
