using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>What each operation is called in metrics and exceptions, and what may be done when it fails.</summary>
internal static class GifqOperations
{
    public static readonly ProviderOperation ListProducts = ProviderOperation.Read("products.list");
    public static readonly ProviderOperation CreateOrder = ProviderOperation.Create("orders.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation ListOrders = ProviderOperation.Read("orders.list");
    public static readonly ProviderOperation GetOrder = ProviderOperation.Read("orders.get");
    public static readonly ProviderOperation ListCampaigns = ProviderOperation.Read("campaigns.list");
    public static readonly ProviderOperation CreateCampaign = ProviderOperation.Change("campaigns.create", HttpMethod.Post);
    public static readonly ProviderOperation GetCampaign = ProviderOperation.Read("campaigns.get");
    public static readonly ProviderOperation UpdateCampaign = ProviderOperation.Change("campaigns.update", HttpMethod.Patch);
    public static readonly ProviderOperation ListCampaignProducts = ProviderOperation.Read("campaigns.catalog");
    public static readonly ProviderOperation ActivateCampaign = ProviderOperation.Change("campaigns.activate", HttpMethod.Post);
    public static readonly ProviderOperation PauseCampaign = ProviderOperation.Change("campaigns.pause", HttpMethod.Post);
    public static readonly ProviderOperation ArchiveCampaign = ProviderOperation.Change("campaigns.archive", HttpMethod.Post);
    public static readonly ProviderOperation CreatePayoutOrder = ProviderOperation.Create("payout_orders.create", RetrySafety.Unsafe);
    public static readonly ProviderOperation ListPayoutOrders = ProviderOperation.Read("payout_orders.list");
    public static readonly ProviderOperation GetPayoutOrder = ProviderOperation.Read("payout_orders.get");
    public static readonly ProviderOperation ListPayouts = ProviderOperation.Read("payouts.list");
    public static readonly ProviderOperation GetRedeemPage = ProviderOperation.Read("payouts.page");
    public static readonly ProviderOperation ListBalances = ProviderOperation.Read("balances.list");
    public static readonly ProviderOperation ListTransactions = ProviderOperation.Read("transactions.list");
}
