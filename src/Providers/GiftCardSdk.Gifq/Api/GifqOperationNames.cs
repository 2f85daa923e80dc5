namespace GiftCardSdk.Gifq;

/// <summary>The names of operations that stand on <see cref="IGifqApi"/> and are spoken of elsewhere.</summary>
internal static class GifqOperationNames
{
    public const string ListProducts = "products.list";
    public const string CreateOrder = "orders.create";
    public const string ListOrders = "orders.list";
    public const string GetOrder = "orders.get";
    public const string ListCampaigns = "campaigns.list";
    public const string ListCampaignProducts = "campaigns.catalog";
    public const string ActivateCampaign = "campaigns.activate";
    public const string PauseCampaign = "campaigns.pause";
    public const string ArchiveCampaign = "campaigns.archive";
    public const string ListPayoutOrders = "payout_orders.list";
    public const string ListPayouts = "payouts.list";
    public const string ListBalances = "balances.list";
    public const string ListTransactions = "transactions.list";
}
