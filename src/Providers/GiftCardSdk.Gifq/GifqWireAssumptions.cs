using System.Collections.Frozen;

namespace GiftCardSdk.Gifq;

/// <summary>What this adapter believes about GIFQ's wire where the documents are silent. Everything can be overridden through the options.</summary>
public sealed class GifqWireAssumptions
{
    /// <summary>What stands for an id in a path.</summary>
    public const string Id = "{id}";

    /// <summary>The path of one campaign. Reading it is assumed; changing it by <c>PATCH</c> is documented.</summary>
    public string CampaignPath { get; set; } = "api/campaigns/{id}";

    /// <summary>The path that makes a campaign active. That a campaign can be is documented, how is assumed.</summary>
    public string ActivateCampaignPath { get; set; } = "api/campaigns/{id}/activate";

    /// <summary>The path that pauses a campaign. That a campaign can be is documented, how is assumed.</summary>
    public string PauseCampaignPath { get; set; } = "api/campaigns/{id}/pause";

    /// <summary>The path that archives a campaign. That a campaign can be is documented, how is assumed.</summary>
    public string ArchiveCampaignPath { get; set; } = "api/campaigns/{id}/archive";

    /// <summary>
    /// Whether a campaign changes its state by <c>PATCH</c> with a <c>status</c>, in place of the three paths above. Default false; either is assumed.
    /// </summary>
    public bool ChangesCampaignStateByUpdate { get; set; }

    /// <summary>The path of one batch of payouts. Assumed: the documents say that batches can be tracked.</summary>
    public string PayoutOrderPath { get; set; } = "api/payout-orders/{id}";

    /// <summary>The country code that means everywhere. Inferred from a sister brand's catalog.</summary>
    public string WorldwideCountry { get; set; } = "WW";

    /// <summary>
    /// Other JSON names of members, where an assumed one proves wrong: <c>["campaign.email_subject"] = "mail_subject"</c>. A key is the name of
    /// the thing (<c>brand product new_order order fx_fee redemption campaign new_payout_order recipient payout_order payout redeem_page balance
    /// transaction</c>) and the name that stands in the comment of its member. Empty by default; for reading, the likeliest second names are
    /// understood anyway.
    /// </summary>
    public IReadOnlyDictionary<string, string> MemberNames { get; set; } = FrozenDictionary<string, string>.Empty;
}
