using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The campaigns of an account: an order's terms kept under a name, and run for a list of recipients.</summary>
internal sealed class GiftronautCampaigns(GiftronautStore store, GiftronautOrders orders, GiftronautReplies replies)
{
    private static readonly SandboxAnswer NoSuchCampaign = GiftronautRules.NotFound("CAMPAIGN_NOT_FOUND", "campaign");

    /// <summary>What an account begins with.</summary>
    public static OrderedDictionary<string, JsonObject> Presets(DateTimeOffset now) =>
        new(StringComparer.Ordinal)
        {
            ["CA-9K2M4T7X"] = new JsonObject
            {
                ["campaignId"] = "CA-9K2M4T7X",
                ["name"] = "Quarterly thanks",
                ["cardType"] = GiftronautRules.Choice,
                ["productId"] = "CHOICE-SUNRISE-USD",
                ["amount"] = 25m,
                ["subject"] = "Thank you",
                ["senderName"] = "Harbour Pine Rewards",
                ["refundOption"] = false,
                ["createdAt"] = GiftronautRules.Time(now),
            },
        };

    public SandboxAnswer List(GiftronautCall call)
    {
        var search = call.Http.QueryValue("search") ?? "";
        var found = call
            .Account.Campaigns.Values.Where(campaign => campaign.Text("name")!.Contains(search, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return replies.Page(call, found, found.Length, Json.Copy);
    }

    public SandboxAnswer Get(GiftronautCall call) => Find(call) is { } campaign ? replies.Bare(campaign.Copy()) : NoSuchCampaign;

    public SandboxAnswer Create(GiftronautCall call) =>
        Put(call, StatusCodes.Status201Created, store.NewCampaign, GiftronautRules.Time(call.Now));

    public SandboxAnswer Replace(GiftronautCall call) =>
        Find(call) is { } campaign
            ? Put(call, StatusCodes.Status200OK, () => call.Http.Route("id"), campaign.Text("createdAt")!)
            : NoSuchCampaign;

    /// <summary>The campaign is gone; its orders stay.</summary>
    public static SandboxAnswer Delete(GiftronautCall call) =>
        call.Account.Campaigns.Remove(call.Http.Route("id")) ? SandboxAnswer.Empty(StatusCodes.Status204NoContent) : NoSuchCampaign;

    public SandboxAnswer Run(GiftronautCall call) => Find(call) is { } campaign ? orders.Run(call, campaign) : NoSuchCampaign;

    private SandboxAnswer Put(GiftronautCall call, int status, Func<string> newId, string createdAt)
    {
        var body = call.Body;
        if (
            (
                orders.RefuseProduct(call, body, out var product)
                // The amount is in US dollars, and no page says how it would become another currency's face value.
                ?? (product.Currency == "USD" ? null : GiftronautRules.Invalid("A campaign's product is one in US dollars."))
                ?? GiftronautRules.RefuseAmounts(product, [body])
                ?? GiftronautRules.RefuseTemplate(call, body)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        var campaign = new JsonObject { ["campaignId"] = newId() }.With(
            body.Pick("name", "cardType", "productId", "amount", "subject", "senderName", "message", "templateId")
        );
        campaign["refundOption"] = body.Flag("refundOption") == true;
        campaign["createdAt"] = createdAt;
        call.Account.Campaigns[campaign.Text("campaignId")!] = campaign;
        return replies.Bare(campaign.Copy(), status);
    }

    private static JsonObject? Find(GiftronautCall call) => call.Account.Campaigns.GetValueOrDefault(call.Http.Route("id"));
}
