namespace GiftCardSdk.Diagnostics;

/// <summary>
/// Receives a line for every attempt that was sent to a provider, failed ones included. Register as many as are wanted. Called by many callers
/// at once, on the path of the call: return quickly.
/// </summary>
public interface IGiftCardAudit
{
    /// <summary>Takes a line. What it throws is logged and changes nothing for the call.</summary>
    /// <param name="entry">The attempt; holds no code, token or address.</param>
    void Record(GiftCardAuditEntry entry);
}

/// <summary>One attempt that was sent to a provider. Safe to store.</summary>
public sealed record GiftCardAuditEntry
{
    /// <summary>The provider, such as <c>giftbit</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>Play money or real money.</summary>
    public required GiftCardEnvironment Environment { get; init; }

    /// <summary>The operation, such as <c>campaign.create</c>; never holds an id.</summary>
    public required string Operation { get; init; }

    /// <summary>Whether the operation can buy something or spend money.</summary>
    public required bool MovesMoney { get; init; }

    /// <summary>1 for the first send of a call; more for a retried read, or after a 401.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the attempt began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The provider's id of the request, for its support; null if it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why there was no readable answer; null if there was one.</summary>
    public string? Error { get; init; }

    /// <summary>The body of a failed answer with everything secret masked; null if there was none.</summary>
    public string? RedactedBody { get; init; }
}
