using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// One line of a <see cref="FaultScript"/>: what goes wrong, on which operation and how often. Without <see cref="Occurrence"/>,
/// <see cref="Times"/> and <see cref="Probability"/> it strikes every matching call until the script is cleared.
/// </summary>
public sealed record Fault
{
    /// <summary>The operation it strikes, e.g. <c>campaign.create</c>, or the event of a webhook; <c>*</c>, the default, means every one.</summary>
    // What is read from JSON without it gives null.
    public string Operation
    {
        get;
        init => field = value ?? "*";
    } = "*";

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>
    /// Strikes only calls that carry this client key (Giftbit: the order's <c>id</c>, in the body, the path or the query). Null strikes all.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// Strikes the nth matching call, counted from 1 since the fault was added. With <see cref="Times"/> also the calls that follow it;
    /// without, that one call only. Cannot be combined with <see cref="Probability"/>.
    /// </summary>
    public int? Occurrence { get; init; }

    /// <summary>Strikes at most this many times, at least 1. Null: no limit, except beside <see cref="Occurrence"/>, where it means 1.</summary>
    public int? Times { get; init; }

    /// <summary>Strikes a matching call with this probability, 0 to 1, drawn from the sandbox's seed.</summary>
    public decimal? Probability { get; init; }

    /// <summary>
    /// The wait named by a <c>Retry-After</c> header on the answer. Null, the default: the header the provider itself sends, if any.
    /// </summary>
    [JsonPropertyName("retryAfterSeconds"), JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Writes <see cref="RetryAfter"/> as an HTTP date, by the sandbox's clock, instead of in seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>How slow, late or old the slow, late and stale kinds are, on the sandbox's clock. Null: five seconds, or as the kind says.</summary>
    [JsonPropertyName("delaySeconds"), JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? Delay { get; init; }

    /// <summary>The HTTP status of the kinds that answer with one of their own choice; null means the kind's usual one.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// What the kinds that answer with a page of HTML say instead, such as the words of a gateway, or of the provider itself; empty for no body.
    /// Null: the page.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>; null means <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Breaks the answer of those kinds off after half of its body, under a Content-Length that promises all of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>Where a redirect leads; null: back to the address that was called.</summary>
    public Uri? Location { get; init; }
}
