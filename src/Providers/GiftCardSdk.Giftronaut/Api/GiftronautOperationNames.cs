namespace GiftCardSdk.Giftronaut;

/// <summary>The names of operations that stand on <see cref="IGiftronautApi"/> and are spoken of elsewhere.</summary>
internal static class GiftronautOperationNames
{
    public const string ListBrandedCards = "branded_cards.list";
    public const string ListChoiceCards = "choice_cards.list";
    public const string OrderBrandedCards = "branded_cards.order";
    public const string OrderChoiceCards = "choice_cards.order";
    public const string ListOrders = "orders.list";
    public const string GetOrder = "orders.get";
    public const string CancelOrder = "orders.cancel";
    public const string ResendOrder = "orders.resend";
    public const string OrderRewardLinks = "reward_links.order";
    public const string GetBalance = "balance.get";
    public const string ListLedger = "balance.ledger";
    public const string ListTemplates = "templates.list";
    public const string ListCampaigns = "campaigns.list";
    public const string RunCampaign = "campaigns.run";
}
