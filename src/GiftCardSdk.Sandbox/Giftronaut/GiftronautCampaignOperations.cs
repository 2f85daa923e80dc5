using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on campaigns: an order's terms kept under a name, and run for a list of recipients.</summary>
internal sealed class GiftronautCampaignOperations(
    GiftronautTwinOptions options,
    GiftronautIds ids,
    GiftronautOrderRules rules,
    GiftronautOrderOperations orders,
    GiftronautOnce once,
    GiftronautReplies replies
)
{
    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer List(GiftronautCall call)
    {
        if (!GiftronautPage.TryRead(call, options, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var search = call.Http.QueryValue("search") ?? "";
        var found = call
            .Account.Campaigns.All.Where(campaign => campaign.Name.Contains(search, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return replies.List(page, page.Cut(found), found.Length, Json.IReadOnlyListCampaign);
    }

    public SandboxAnswer Get(GiftronautCall call) =>
        Find(call) is { } campaign ? replies.Bare(StatusCodes.Status200OK, campaign, Json.Campaign) : NoSuchCampaign();

    public SandboxAnswer Create(GiftronautCall call) =>
        once.Run(
            call,
            "campaign",
            required: false,
            _ => Put(call, StatusCodes.Status201Created, ids.Campaign, GiftronautTime.Write(call.Now))
        );

    public SandboxAnswer Replace(GiftronautCall call) =>
        once.Run(
            call,
            "campaign " + call.Http.Route("campaignId"),
            required: false,
            _ =>
                Find(call) is { } campaign
                    ? Put(call, StatusCodes.Status200OK, () => campaign.CampaignId, campaign.CreatedAt)
                    : NoSuchCampaign()
        );

    public static SandboxAnswer Delete(GiftronautCall call)
    {
        if (Find(call) is not { } campaign)
        {
            return NoSuchCampaign();
        }

        call.Account.Campaigns.Remove(campaign.CampaignId);
        return SandboxAnswer.Empty(StatusCodes.Status204NoContent);
    }

    public SandboxAnswer Run(GiftronautCall call) =>
        once.Run(
            call,
            GiftronautRoutes.RunCampaign + " " + call.Http.Route("campaignId"),
            required: false,
            key => Find(call) is { } campaign ? Run(call, campaign, key) : NoSuchCampaign()
        );

    private SandboxAnswer Run(GiftronautCall call, Campaign campaign, string? key)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.RunCampaign, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        var refusal =
            rules.RefuseRecipients(body.Recipients, needAmount: false)
            ?? rules.RefuseProduct(call, campaign.ProductId, campaign.CardType)
            ?? GiftronautOrderRules.RefuseTiming(body.SendTiming, call.Now, required: false);
        if (refusal is not null)
        {
            return refusal.ToAnswer();
        }

        var content = new GiftronautOrderContent
        {
            OrderType = GiftronautOrderType.Campaign,
            Product = rules.Product(campaign.ProductId),
            Lines = [.. body.Recipients!.Select(recipient => GiftronautOrderOperations.Line(recipient!, campaign.Amount))],
            EmailSetting = new EmailSetting
            {
                SenderName = body.SenderName ?? campaign.SenderName,
                Subject = body.Subject ?? campaign.Subject,
                Message = body.Message ?? campaign.Message,
                TemplateId = campaign.TemplateId,
            },
            SendTiming = body.SendTiming,
            SendAt = GiftronautOrderRules.SendAt(body.SendTiming),
            RefundOption = campaign.RefundOption,
        };
        return orders.Sell(call, content, GiftronautRoutes.RunCampaign, key);
    }

    private SandboxAnswer Put(GiftronautCall call, int status, Func<string> id, string createdAt)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.CampaignBody, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (Refuse(call, body) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        var campaign = new Campaign
        {
            CampaignId = id(),
            Name = body.Name!,
            CardType = body.CardType!,
            ProductId = body.ProductId!,
            Amount = body.Amount!.Value,
            Subject = body.Subject!,
            SenderName = body.SenderName!,
            Message = body.Message,
            TemplateId = body.TemplateId,
            RefundOption = body.RefundOption ?? false,
            CreatedAt = createdAt,
        };
        call.Account.Campaigns.Put(campaign);
        return replies.Bare(status, campaign, Json.Campaign);
    }

    private GiftronautRefusal? Refuse(GiftronautCall call, CampaignBody body) =>
        body switch
        {
            { Name: null or "" } => GiftronautRefusal.Required("name"),
            { CardType: var type } when !GiftronautCardType.IsKnown(type) => GiftronautRefusal.Invalid(
                "cardType is BRANDED_CARD or CHOICE_CARD."
            ),
            { Amount: null } => GiftronautRefusal.Required("amount"),
            { Subject: null or "" } => GiftronautRefusal.Required("subject"),
            { SenderName: null or "" } => GiftronautRefusal.Required("senderName"),
            _ => rules.RefuseProduct(call, body.ProductId, body.CardType)
                ?? RefuseCurrency(body.ProductId!)
                ?? rules.RefuseAmounts(body.ProductId!, [body.Amount.Value])
                ?? GiftronautOrderRules.RefuseTemplate(call, body.TemplateId),
        };

    // The amount of a campaign is in US dollars, and no page says how it would become another currency's face value.
    private GiftronautRefusal? RefuseCurrency(string productId) =>
        rules.Product(productId).Currency == "USD" ? null : GiftronautRefusal.Invalid("A campaign's product is one in US dollars.");

    private static Campaign? Find(GiftronautCall call) => call.Account.Campaigns.Find(call.Http.Route("campaignId"));

    private static SandboxAnswer NoSuchCampaign() => GiftronautRefusal.NotFound("CAMPAIGN_NOT_FOUND", "campaign").ToAnswer();
}
