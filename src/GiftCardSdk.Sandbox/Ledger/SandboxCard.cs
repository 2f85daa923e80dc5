namespace GiftCardSdk.Sandbox;

/// <summary>
/// A card that a twin really sold: for whom, and with which bearer values. All values are made up, and it prints none of them. A test compares them
/// with what the client sent and what it was given.
/// </summary>
/// <param name="ProductId">The product as orders name it; null where the recipient chooses.</param>
/// <param name="AmountInMinorUnits">The face value, counted as <see cref="SandboxSale.AmountInMinorUnits"/> is.</param>
public sealed record SandboxCard(string? ProductId, long AmountInMinorUnits)
{
    /// <summary>What <see cref="ProviderTwin.Redeem"/> knows it by; null while it has no name at its provider.</summary>
    public string? Id { get; init; }

    /// <summary>How it stood when it was read.</summary>
    public SandboxCardState State { get; init; }

    /// <summary>From when on it cannot be redeemed; null where the twin knows of no end.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where the card is sent by e-mail; null where it is not.</summary>
    public string? Email { get; init; }

    /// <summary>Where the card is sent by text message; null where it is not.</summary>
    public string? Phone { get; init; }

    /// <summary>The code; null where the card has none.</summary>
    public string? Code { get; init; }

    /// <summary>The PIN that belongs to the code; null where the card has none.</summary>
    public string? Pin { get; init; }

    /// <summary>Where the card is claimed; null where it is a code.</summary>
    public string? Link { get; init; }

    /// <summary>What the link asks for; null where it asks for nothing.</summary>
    public string? Challenge { get; init; }

    /// <summary>The serial number; null where the card has none.</summary>
    public string? Serial { get; init; }

    /// <summary>The security code, such as a CVV; null where the card has none.</summary>
    public string? SecurityCode { get; init; }

    internal static SandboxCardState StateOf(bool isCancelled, bool isRedeemed, bool isExpired, bool isReady) =>
        isCancelled ? SandboxCardState.Cancelled
        : isRedeemed ? SandboxCardState.Redeemed
        : isExpired ? SandboxCardState.Expired
        : isReady ? SandboxCardState.Open
        : SandboxCardState.Pending;

    /// <summary>The product and the amount alone.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"SandboxCard {{ ProductId = {ProductId}, AmountInMinorUnits = {AmountInMinorUnits} }}";
}
