namespace GiftCardSdk.Sandbox;

/// <summary>The values of an order's <c>status</c>.</summary>
internal static class GiftronautOrderStatus
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Complete = "COMPLETE";
    public const string Canceled = "CANCELED";

    public static bool IsKnown(string text) => text is Pending or InProgress or Complete or Canceled;
}

/// <summary>The values of an order's <c>orderType</c>.</summary>
internal static class GiftronautOrderType
{
    public const string OneTime = "ONE_TIME";
    public const string Link = "LINK";
    public const string Campaign = "CAMPAIGN";

    // The last two can be asked for, but nothing here makes such orders.
    public static bool IsKnown(string text) => text is OneTime or Link or Campaign or "SMART" or "REWARD";
}

/// <summary>The values of <c>cardType</c>.</summary>
internal static class GiftronautCardType
{
    public const string Branded = "BRANDED_CARD";
    public const string Choice = "CHOICE_CARD";

    public static bool IsKnown(string? text) => text is Branded or Choice;
}

/// <summary>The values of a recipient's <c>status</c>; no page of Giftronaut's names any.</summary>
internal static class GiftronautCardStatus
{
    public const string Pending = "PENDING";
    public const string Sent = "SENT";
    public const string Bounced = "BOUNCED";
    public const string Redeemed = "REDEEMED";
    public const string Expired = "EXPIRED";
    public const string Canceled = "CANCELED";
}

/// <summary>The values of a balance transaction's <c>type</c>.</summary>
internal static class GiftronautEntryType
{
    public const string Charge = "CHARGE";
    public const string Use = "USE";
    public const string Refund = "REFUND";

    // The last two can be asked for, but nothing here makes such transactions.
    public static bool IsKnown(string text) => text is Charge or Use or Refund or "REWARD" or "TRANSFER";
}

/// <summary>What a token may be used for.</summary>
internal static class GiftronautScope
{
    public const string CatalogRead = "catalog.read";
    public const string OrdersRead = "orders.read";
    public const string OrdersWrite = "orders.write";
    public const string BalanceRead = "balance.read";
    public const string BalanceWrite = "balance.write";
    public const string TemplatesRead = "templates.read";
    public const string TemplatesWrite = "templates.write";
    public const string CampaignsRead = "campaigns.read";
    public const string CampaignsWrite = "campaigns.write";

    public static IReadOnlyList<string> All { get; } =
    [CatalogRead, OrdersRead, OrdersWrite, BalanceRead, BalanceWrite, TemplatesRead, TemplatesWrite, CampaignsRead, CampaignsWrite];
}
