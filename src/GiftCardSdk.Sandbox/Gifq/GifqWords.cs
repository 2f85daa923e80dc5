namespace GiftCardSdk.Sandbox;

/// <summary>The states of orders, payout orders and payouts.</summary>
internal static class GifqStatus
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Expired = "expired";
    public const string Canceled = "canceled";
}

/// <summary>The states of a campaign.</summary>
internal static class GifqCampaignStatus
{
    public const string Draft = "draft";
    public const string Active = "active";
    public const string Paused = "paused";
    public const string Archived = "archived";
}

/// <summary>The kinds of a transaction.</summary>
internal static class GifqMovement
{
    public const string TopUp = "top_up";
    public const string Order = "order";
    public const string Payout = "payout";
    public const string Refund = "refund";
    public const string FxConversion = "fx_conversion";
}

/// <summary>Beginnings of a reference that steer the twin. They are the sandbox's, not GIFQ's.</summary>
internal static class GifqSteering
{
    private const string Fail = "sim-fail-";
    private const string Slow = "sim-slow-";
    private const string Empty = "sim-empty-";
    private const string RefuseDuplicate = "sim-dup422-";

    public static bool Fails(string reference) => reference.StartsWith(Fail, StringComparison.Ordinal);

    public static bool IsSlow(string reference) => reference.StartsWith(Slow, StringComparison.Ordinal);

    public static bool CompletesEmpty(string reference) => reference.StartsWith(Empty, StringComparison.Ordinal);

    public static bool RefusesDuplicate(string reference) => reference.StartsWith(RefuseDuplicate, StringComparison.Ordinal);
}
