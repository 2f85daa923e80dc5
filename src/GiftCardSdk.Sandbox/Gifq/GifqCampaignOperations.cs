using System.Text.Json;
using GiftCardSdk.Sandbox.Gifq.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on campaigns.</summary>
internal sealed class GifqCampaignOperations(
    GifqTwinOptions options,
    GifqCampaigns campaigns,
    GifqCampaignRules rules,
    GifqCatalog catalog,
    GifqReplies replies
)
{
    public SandboxAnswer List(SandboxCall call) => replies.Page(call, campaigns.All, Write);

    public SandboxAnswer Get(SandboxCall call) => With(call, campaign => replies.Ok(Write(campaign)));

    public SandboxAnswer Catalog(SandboxCall call) =>
        With(call, campaign => replies.Page(call, campaign.Choice(catalog), backwards: false, GifqCatalogOperations.Write));

    public SandboxAnswer Create(SandboxCall call)
    {
        if (!GifqBodies.TryRead<CampaignEdit>(call, options, out var edit, out var refusal))
        {
            return replies.Refuse(refusal);
        }

        if (rules.RefuseNew(edit) is { } refused)
        {
            return replies.Refuse(refused);
        }

        var campaign = campaigns.Add(edit.Name!, options.CompanyName, call.Now);
        Apply(edit, campaign, call.Now);
        return replies.One(StatusCodes.Status201Created, Write(campaign));
    }

    public SandboxAnswer Update(SandboxCall call) =>
        With(
            call,
            campaign =>
                GifqBodies.TryRead<CampaignEdit>(call, options, out var edit, out var refusal)
                    ? Update(campaign, edit, call.Now)
                    : replies.Refuse(refusal)
        );

    public SandboxAnswer Activate(SandboxCall call) => Act(call, GifqCampaignStatus.Active);

    public SandboxAnswer Pause(SandboxCall call) => Act(call, GifqCampaignStatus.Paused);

    public SandboxAnswer Archive(SandboxCall call) => Act(call, GifqCampaignStatus.Archived);

    private SandboxAnswer Act(SandboxCall call, string status) =>
        options.CampaignMoves == GifqCampaignMoves.Actions
            ? With(call, campaign => Move(campaign, status, call.Now))
            : replies.Refuse(GifqRefusal.Unknown("operation"));

    private SandboxAnswer Update(GifqCampaign campaign, CampaignEdit edit, DateTimeOffset now)
    {
        if (rules.RefuseEdit(campaign, edit) is { } refused)
        {
            return replies.Refuse(refused);
        }

        Apply(edit, campaign, now);
        return edit.Status is { } status && options.CampaignMoves == GifqCampaignMoves.StatusMember
            ? Move(campaign, status, now)
            : replies.Ok(Write(campaign));
    }

    private SandboxAnswer Move(GifqCampaign campaign, string status, DateTimeOffset now)
    {
        if (rules.RefuseMove(campaign, status) is { } refused)
        {
            return replies.Refuse(refused);
        }

        campaign.Status = status;
        campaign.UpdatedAt = now;
        return replies.Ok(Write(campaign));
    }

    private SandboxAnswer With(SandboxCall call, Func<GifqCampaign, SandboxAnswer> act) =>
        campaigns.Find(call.Route("id")) is { } campaign ? act(campaign) : replies.Refuse(GifqRefusal.Unknown("campaign"));

    private static void Apply(CampaignEdit edit, GifqCampaign campaign, DateTimeOffset now)
    {
        campaign.Name = edit.Name ?? campaign.Name;
        campaign.SenderName = edit.SenderName ?? campaign.SenderName;
        campaign.Description = edit.Description.ValueKind switch
        {
            JsonValueKind.Undefined => campaign.Description,
            JsonValueKind.Null => null,
            _ => edit.Description.GetString(),
        };
        campaign.WebpageHeadline = edit.WebpageHeadline ?? campaign.WebpageHeadline;
        campaign.WebpageBody = edit.WebpageBody ?? campaign.WebpageBody;
        campaign.EmailSubject = edit.EmailSubject ?? campaign.EmailSubject;
        campaign.EmailBody = edit.EmailBody ?? campaign.EmailBody;
        campaign.ExcludedBrandIds = edit.ExcludedBrandIds ?? campaign.ExcludedBrandIds;
        campaign.UpdatedAt = now;
    }

    private static Campaign Write(GifqCampaign campaign) =>
        new()
        {
            Id = campaign.Id,
            Status = campaign.Status,
            Name = campaign.Name,
            SenderName = campaign.SenderName,
            Description = campaign.Description,
            WebpageHeadline = campaign.WebpageHeadline,
            WebpageBody = campaign.WebpageBody,
            EmailSubject = campaign.EmailSubject,
            EmailBody = campaign.EmailBody,
            ExcludedBrandIds = campaign.ExcludedBrandIds,
            CreatedAt = GifqReplies.Time(campaign.CreatedAt),
            UpdatedAt = GifqReplies.Time(campaign.UpdatedAt),
        };
}
