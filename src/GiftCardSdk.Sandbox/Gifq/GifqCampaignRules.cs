using System.Text.Json;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What may be changed about a campaign, and when.</summary>
internal sealed class GifqCampaignRules(GifqTwinOptions options, GifqCatalog catalog)
{
    public GifqRefusal? RefuseNew(CampaignEdit edit) =>
        string.IsNullOrWhiteSpace(edit.Name) ? GifqRefusal.Invalid("A campaign needs a name") : RefuseContent(edit);

    public GifqRefusal? RefuseEdit(GifqCampaign campaign, CampaignEdit edit) =>
        campaign.Status switch
        {
            GifqCampaignStatus.Archived => GifqRefusal.Invalid("An archived campaign cannot be changed"),
            GifqCampaignStatus.Active when edit.ExcludedBrandIds is not null && options.FreezeBrandsWhileActive => GifqRefusal.Invalid(
                "The brands of an active campaign cannot be changed"
            ),
            _ => RefuseContent(edit),
        };

    /// <summary>Why the campaign cannot move to another state, or null when it can.</summary>
    public GifqRefusal? RefuseMove(GifqCampaign campaign, string status)
    {
        var allowed = (campaign.Status, status) switch
        {
            (GifqCampaignStatus.Draft or GifqCampaignStatus.Paused, GifqCampaignStatus.Active or GifqCampaignStatus.Archived) => true,
            (GifqCampaignStatus.Active, GifqCampaignStatus.Paused) => true,
            _ => false,
        };
        if (!allowed)
        {
            return GifqRefusal.Invalid($"A campaign that is {campaign.Status} cannot become {status}");
        }

        return status == GifqCampaignStatus.Active ? RefuseActivation(campaign) : null;
    }

    private GifqRefusal? RefuseActivation(GifqCampaign campaign) =>
        string.IsNullOrWhiteSpace(campaign.EmailSubject) || string.IsNullOrWhiteSpace(campaign.EmailBody)
            ? GifqRefusal.Invalid("An active campaign needs an e-mail subject and body")
        : campaign.Choice(catalog).Count == 0 ? GifqRefusal.Invalid("An active campaign needs a brand to choose")
        : null;

    private GifqRefusal? RefuseContent(CampaignEdit edit)
    {
        if (edit.Description.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String))
        {
            return GifqRefusal.Malformed("description is a text or null");
        }

        var unknown = edit.ExcludedBrandIds?.FirstOrDefault(uuid => !catalog.HasUuid(uuid));
        return unknown is null ? null : GifqRefusal.Invalid($"There is no brand {unknown} to exclude");
    }
}
