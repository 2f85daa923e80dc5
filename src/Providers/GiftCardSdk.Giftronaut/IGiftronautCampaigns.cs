using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Runs campaigns exactly once, through the same journal as orders. From <c>account.GetService&lt;IGiftronautCampaigns&gt;()</c>. Needs the scopes
/// <c>campaigns.read</c> and <c>campaigns.write</c> besides the usual ones. Safe for use by many callers at once.
/// </summary>
public interface IGiftronautCampaigns
{
    /// <summary>
    /// Buys a card for each recipient by a campaign's terms, once for each reference. The campaign is read again right before the run, which is
    /// refused if its product or amount is another by then. A run whose answer got lost is looked up by its key; it is not sent again unless
    /// <see cref="GiftronautWireAssumptions.CampaignRunsTakeKeys"/> says that this cannot buy twice. What cannot be found stays unknown, and after
    /// ten minutes a person has to look in Giftronaut's portal.
    /// </summary>
    /// <param name="reference">The caller's own id of the run; the same reference is the same run forever. Not shared with orders.</param>
    /// <param name="campaign">The campaign, as it was read or made; what is bought is its product at its amount in US dollars.</param>
    /// <param name="run">Who gets a card. A retry may change names, texts and time; the first run stands.</param>
    /// <param name="cancellationToken">Stops the waiting, never a run that was handed over.</param>
    /// <returns>The order that came of it. Read it again by <see cref="IGiftCardStatus.GetAsync"/> to see what became of its cards.</returns>
    /// <exception cref="ArgumentException">Campaign or run cannot be right; the message says what would be, without anybody's address.</exception>
    /// <exception cref="OrderOutcomeUnknownException">It could not be found out whether Giftronaut took it. Run the same reference again later.</exception>
    /// <exception cref="GiftCardException">Giftronaut refused it, the campaign has changed, or the reference stands for another run already.</exception>
    /// <exception cref="InvalidOperationException">The account is a production account and the journal is in memory: a crash would forget what was paid.</exception>
    Task<OperationResult<GiftronautOrder>> RunAsync(
        OrderReference reference,
        GiftronautCampaign campaign,
        GiftronautCampaignRun run,
        CancellationToken cancellationToken = default
    );
}
