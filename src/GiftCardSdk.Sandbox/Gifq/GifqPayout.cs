namespace GiftCardSdk.Sandbox;

/// <summary>One recipient's share of a batch, with what it costs.</summary>
internal sealed record GifqShare(string Email, string? Name, decimal Amount, string Currency, GifqCharge Charge);

/// <summary>A batch of payouts. What it shows is a function of the instant.</summary>
internal sealed class GifqPayoutOrder(string id, GifqCampaign campaign, GifqCharge charge, DateTimeOffset createdAt)
{
    public string Id => id;

    public GifqCampaign Campaign => campaign;

    public GifqCharge Charge => charge;

    public DateTimeOffset CreatedAt => createdAt;

    public required int ExpiresInDays { get; init; }

    public required string? CallbackUrl { get; init; }

    /// <summary>When the e-mails begin to go out.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When the last of them has gone out.</summary>
    public required DateTimeOffset DispatchedAt { get; init; }

    public IReadOnlyList<GifqPayout> Payouts { get; set; } = [];

    public string Status(DateTimeOffset now) =>
        now < StartsAt ? GifqStatus.Pending
        : now < DispatchedAt ? GifqStatus.Processing
        : GifqStatus.Completed;
}

/// <summary>One recipient's payout as it stands.</summary>
internal sealed class GifqPayout(GifqPayoutOrder order, string id, string token, GifqShare share)
{
    public GifqPayoutOrder Order => order;

    public string Id => id;

    /// <summary>The credential in the recipient's link. Whoever has it can claim.</summary>
    public string Token => token;

    public GifqShare Share => share;

    public GifqCharge Charge => share.Charge;

    public DateTimeOffset ExpiresAt => order.CreatedAt.AddDays(order.ExpiresInDays);

    public string Status { get; set; } = GifqStatus.Pending;

    /// <summary>What the recipient chose; null before, and for ever when it was not a card.</summary>
    public string? Brand { get; set; }

    public DateTimeOffset? RedeemedAt { get; set; }

    public bool IsOpen => Status is GifqStatus.Pending or GifqStatus.Processing;
}
