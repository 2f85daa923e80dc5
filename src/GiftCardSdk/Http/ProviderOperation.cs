namespace GiftCardSdk.Http;

/// <summary>One operation of a provider's API: its name in metrics and exceptions, its verb, and what may be done when it fails.</summary>
/// <param name="Name">A fixed name without ids, such as <c>campaign.create</c>.</param>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Safety">What happens when it is sent twice.</param>
public sealed record ProviderOperation(string Name, HttpMethod Method, RetrySafety Safety = RetrySafety.Unsafe)
{
    /// <summary>Whether it can buy something or spend money, so that its failure must say what may exist.</summary>
    public bool MovesMoney { get; init; }

    /// <summary>How long one attempt may take, from the first byte sent to the last one read.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long the call may take in all: attempts, waits between them and waits for the limiter.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>A read: 10 seconds an attempt, 30 in all, repeated on transient failures.</summary>
    /// <param name="name">A fixed name without ids.</param>
    /// <param name="method">The verb; null for GET. A POST can be a read.</param>
    /// <returns>The operation.</returns>
    public static ProviderOperation Read(string name, HttpMethod? method = null) =>
        new(name, method ?? HttpMethod.Get, RetrySafety.Read)
        {
            AttemptTimeout = TimeSpan.FromSeconds(10),
            Deadline = TimeSpan.FromSeconds(30),
        };

    /// <summary>A call that buys or spends: 100 seconds, sent once.</summary>
    /// <param name="name">A fixed name without ids.</param>
    /// <param name="safety">Whether the provider recognises a repeat by its key.</param>
    /// <param name="method">The verb; null for POST.</param>
    /// <returns>The operation.</returns>
    public static ProviderOperation Create(string name, RetrySafety safety, HttpMethod? method = null) =>
        new(name, method ?? HttpMethod.Post, safety) { MovesMoney = true };

    /// <summary>A call that changes something without buying, such as sending a reward again: 30 seconds, sent once.</summary>
    /// <param name="name">A fixed name without ids.</param>
    /// <param name="method">The verb.</param>
    /// <returns>The operation.</returns>
    public static ProviderOperation Change(string name, HttpMethod method) =>
        new(name, method) { AttemptTimeout = TimeSpan.FromSeconds(30), Deadline = TimeSpan.FromSeconds(30) };
}
