namespace GiftCardSdk.Sandbox;

/// <summary>The token call and the twenty-four documented operations, two of them under two spellings.</summary>
internal sealed class GiftronautRoutes(GiftronautTwinOptions options, GiftronautGate gate)
{
    public const string Prefix = "/api/v1";
    public const string TokenPath = "/oauth2/token";

    public const string OrderBranded = "branded_cards.order";
    public const string OrderChoice = "choice_cards.order";
    public const string OrderLinks = "reward_links.order";
    public const string RunCampaign = "campaigns.run";

    public IReadOnlyList<TwinRoute> All(
        GiftronautTokenOperations token,
        GiftronautCatalogOperations catalog,
        GiftronautOrderOperations orders,
        GiftronautOrderQuery query,
        GiftronautBalanceOperations balance,
        GiftronautTemplateOperations templates,
        GiftronautCampaignOperations campaigns
    ) =>
        [
            new("tokens.create", "POST", TokenPath, token.Create, static _ => null),
            Get("branded_cards.list", "/catalog/branded-cards", catalog.Branded, GiftronautScope.CatalogRead),
            Get("choice_cards.list", "/catalog/choice-cards", catalog.Choice, GiftronautScope.CatalogRead),
            .. Spellings(OrderBranded, "/orders/branded-card", orders.OrderBranded),
            .. Spellings(OrderChoice, "/orders/choice-card", orders.OrderChoice),
            Get("orders.list", "/orders", query.List, GiftronautScope.OrdersRead),
            Get("orders.get", "/orders/{orderId}", query.Get, GiftronautScope.OrdersRead),
            Post("orders.cancel", "/orders/{orderId}/cancel", orders.Cancel, GiftronautScope.OrdersWrite),
            Post("orders.resend", "/orders/{orderId}/resend", orders.Resend, GiftronautScope.OrdersWrite),
            Post(OrderLinks, "/orders/reward-links", orders.OrderLinks, GiftronautScope.OrdersWrite),
            Post("test_email.send", "/orders/test-email", orders.SendTestEmail, GiftronautScope.OrdersWrite),
            Get("balance.get", "/balance", balance.Get, GiftronautScope.BalanceRead),
            Get("balance.ledger", "/balance/ledger", balance.Ledger, GiftronautScope.BalanceRead),
            Post("balance.charge", "/balance/charge", balance.Charge, GiftronautScope.BalanceWrite),
            Get("templates.list", "/templates", templates.List, GiftronautScope.TemplatesRead),
            Get("templates.get", "/templates/{templateId}", templates.Get, GiftronautScope.TemplatesRead),
            Post("templates.create", "/templates", templates.Create, GiftronautScope.TemplatesWrite),
            Route("templates.replace", "PUT", "/templates/{templateId}", templates.Replace, GiftronautScope.TemplatesWrite),
            Route(
                "templates.delete",
                "DELETE",
                "/templates/{templateId}",
                GiftronautTemplateOperations.Delete,
                GiftronautScope.TemplatesWrite
            ),
            Get("campaigns.list", "/campaigns", campaigns.List, GiftronautScope.CampaignsRead),
            Get("campaigns.get", "/campaigns/{campaignId}", campaigns.Get, GiftronautScope.CampaignsRead),
            Post("campaigns.create", "/campaigns", campaigns.Create, GiftronautScope.CampaignsWrite),
            Route("campaigns.replace", "PUT", "/campaigns/{campaignId}", campaigns.Replace, GiftronautScope.CampaignsWrite),
            Route(
                "campaigns.delete",
                "DELETE",
                "/campaigns/{campaignId}",
                GiftronautCampaignOperations.Delete,
                GiftronautScope.CampaignsWrite
            ),
            Post(RunCampaign, "/campaigns/{campaignId}/orders", campaigns.Run, GiftronautScope.CampaignsWrite, GiftronautScope.OrdersWrite),
        ];

    private IEnumerable<TwinRoute> Spellings(string operation, string singular, Func<GiftronautCall, SandboxAnswer> handle)
    {
        yield return Post(operation, singular, Unless(GiftronautOrderPaths.Plural), GiftronautScope.OrdersWrite);
        yield return Post(operation, singular + "s", Unless(GiftronautOrderPaths.Singular), GiftronautScope.OrdersWrite);

        Func<GiftronautCall, SandboxAnswer> Unless(GiftronautOrderPaths other) =>
            call => options.OrderPaths == other ? GiftronautRefusal.NoSuchRoute(call.Http) : handle(call);
    }

    private TwinRoute Get(string operation, string path, Func<GiftronautCall, SandboxAnswer> handle, string scope) =>
        Route(operation, "GET", path, handle, scope);

    private TwinRoute Post(string operation, string path, Func<GiftronautCall, SandboxAnswer> handle, params string[] scopes) =>
        Route(operation, "POST", path, handle, scopes);

    private TwinRoute Route(
        string operation,
        string method,
        string path,
        Func<GiftronautCall, SandboxAnswer> handle,
        params string[] scopes
    ) => new(operation, method, Prefix + path, call => gate.Enter(call, scopes, handle), KeyOf);

    // The look-up by key counts as carrying it, so that a fault can be aimed at one order's story.
    private static string? KeyOf(SandboxCall call) => GiftronautKeys.Peek(call) ?? call.QueryValue("clientOrderId");
}
