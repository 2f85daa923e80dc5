using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>Campaign runs through the journal.</summary>
internal sealed class GiftronautCampaigns(
    AdapterContext context,
    IGiftronautApi api,
    GiftronautOrderSearch search,
    GiftronautConflicts conflicts,
    GiftronautSettings settings
) : IGiftronautCampaigns
{
    public Task<OperationResult<GiftronautOrder>> RunAsync(
        OrderReference reference,
        GiftronautCampaign campaign,
        GiftronautCampaignRun run,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.Value, nameof(reference));
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(run);
        Check(campaign);
        Check(run);
        return context.RunOnceAsync(
            new GiftronautCampaignDispatch(api, search, conflicts, settings, reference, campaign, run),
            cancellationToken
        );
    }

    private static void Check(GiftronautCampaign campaign)
    {
        if (campaign is not { CampaignId: { Length: > 0 }, ProductId: { Length: > 0 }, Amount: > 0 })
        {
            throw new ArgumentException(
                "The campaign has no id, no product or no amount; give one as IGiftronautApi.GetCampaignAsync reads it.",
                nameof(campaign)
            );
        }
    }

    private static void Check(GiftronautCampaignRun run)
    {
        string[] mistakes = [.. GiftronautCampaignCheck.Mistakes(run)];
        if (mistakes.Length > 0)
        {
            throw new ArgumentException(string.Join(" ", mistakes), nameof(run));
        }
    }
}
