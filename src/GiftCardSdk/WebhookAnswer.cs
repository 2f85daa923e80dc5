namespace GiftCardSdk;

/// <summary>What is answered to a webhook.</summary>
public sealed record WebhookAnswer
{
    /// <summary>
    /// The HTTP status: 200 once the delivery is stored, 400 for one that cannot be read, 401 for one that is forged or stale, 404 for an account
    /// that takes none or a wrong path (without saying which), 413 for one that is too large, 503 where the inbox cannot be written.
    /// </summary>
    public required int StatusCode { get; init; }

    /// <summary>The body, JSON; empty for most. The echo of a challenge is a stranger's word and goes to nobody but the caller.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The status alone.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => FormattableString.Invariant($"WebhookAnswer {{ {StatusCode} }}");
}
