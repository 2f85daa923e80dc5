namespace GiftCardSdk.Sandbox;

/// <summary>The values of an order's <c>status</c>.</summary>
internal static class GiftbitOrderStatus
{
    public const string Creating = "API_CREATING";
    public const string AwaitingFunds = "AWAITING_FUNDS";
    public const string Created = "CAMPAIGN_CREATED";
}

/// <summary>The values of a reward's <c>delivery_status</c>.</summary>
internal static class GiftbitDelivery
{
    public const string Unsent = "UNSENT";
    public const string Delivered = "DELIVERED";
    public const string LinkCreated = "LINKCREATED";
    public const string Undeliverable = "UNDELIVERABLE";
    public const string TemporarilyUndeliverable = "TEMPORARILY_UNDELIVERABLE";
    public const string Unsubscribed = "UNSUBSCRIBED";
    public const string Complaint = "COMPLAINT";

    public static bool IsFinalRefusal(string status) => status is Unsubscribed or Complaint;

    public static bool IsFailure(string status) => status is Undeliverable or TemporarilyUndeliverable || IsFinalRefusal(status);
}

/// <summary>The values of a reward's <c>status</c>.</summary>
internal static class GiftbitRedemption
{
    public const string Open = "SENT_AND_REDEEMABLE";
    public const string Redeemed = "REDEEMED";
    public const string Cancelled = "GIVER_CANCELLED";
    public const string Expired = "EXPIRED";
}

/// <summary>The four kinds of order.</summary>
internal enum GiftbitOrderKind
{
    Email,
    ShortLink,
    DirectLink,
    Embedded,
}
