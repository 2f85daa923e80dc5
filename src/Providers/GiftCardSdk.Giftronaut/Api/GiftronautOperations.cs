using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>What each operation is called in metrics and exceptions, and what may be done when it fails.</summary>
internal static class GiftronautOperations
{
    public static readonly ProviderOperation CreateToken = ProviderOperation.Read("tokens.create", HttpMethod.Post);
    public static readonly ProviderOperation ListBrandedCards = ProviderOperation.Read("branded_cards.list");
    public static readonly ProviderOperation ListChoiceCards = ProviderOperation.Read("choice_cards.list");
    public static readonly ProviderOperation OrderBrandedCards = ProviderOperation.Create("branded_cards.order", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation OrderChoiceCards = ProviderOperation.Create("choice_cards.order", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation ListOrders = ProviderOperation.Read("orders.list");
    public static readonly ProviderOperation GetOrder = ProviderOperation.Read("orders.get");
    public static readonly ProviderOperation CancelOrder = ProviderOperation.Change("orders.cancel", HttpMethod.Post);
    public static readonly ProviderOperation ResendOrder = ProviderOperation.Change("orders.resend", HttpMethod.Post);
    public static readonly ProviderOperation OrderRewardLinks = ProviderOperation.Create("reward_links.order", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation SendTestEmail = ProviderOperation.Change("test_email.send", HttpMethod.Post);
    public static readonly ProviderOperation GetBalance = ProviderOperation.Read("balance.get");
    public static readonly ProviderOperation ListLedger = ProviderOperation.Read("balance.ledger");
    public static readonly ProviderOperation RequestTopUp = ProviderOperation.Create("balance.charge", RetrySafety.Unsafe);
    public static readonly ProviderOperation ListTemplates = ProviderOperation.Read("templates.list");
    public static readonly ProviderOperation GetTemplate = ProviderOperation.Read("templates.get");
    public static readonly ProviderOperation CreateTemplate = ProviderOperation.Change("templates.create", HttpMethod.Post);
    public static readonly ProviderOperation ReplaceTemplate = ProviderOperation.Change("templates.replace", HttpMethod.Put);
    public static readonly ProviderOperation DeleteTemplate = ProviderOperation.Change("templates.delete", HttpMethod.Delete);
    public static readonly ProviderOperation ListCampaigns = ProviderOperation.Read("campaigns.list");
    public static readonly ProviderOperation GetCampaign = ProviderOperation.Read("campaigns.get");
    public static readonly ProviderOperation CreateCampaign = ProviderOperation.Change("campaigns.create", HttpMethod.Post);
    public static readonly ProviderOperation ReplaceCampaign = ProviderOperation.Change("campaigns.replace", HttpMethod.Put);
    public static readonly ProviderOperation DeleteCampaign = ProviderOperation.Change("campaigns.delete", HttpMethod.Delete);
    public static readonly ProviderOperation RunCampaign = ProviderOperation.Create("campaigns.run", RetrySafety.Unsafe);
}
