using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>One campaign run, as the journal takes it.</summary>
internal sealed class GiftronautCampaignDispatch(
    IGiftronautApi api,
    GiftronautOrderSearch search,
    GiftronautConflicts conflicts,
    GiftronautSettings settings,
    OrderReference reference,
    GiftronautCampaign campaign,
    GiftronautCampaignRun run
) : AdapterOperation<GiftronautOrder>("campaign-run", reference, GiftronautCapabilities.OfCampaignRuns(settings.Assumptions))
{
    private readonly GiftronautContent _content = GiftronautContent.Of(campaign, run);

    public override IEnumerable<(string Name, string? Value)> Content =>
        [
            ("campaign", campaign.CampaignId),
            ("product", campaign.ProductId),
            ("amount", GiftronautAmounts.Plain(campaign.Amount!.Value).ToString(CultureInfo.InvariantCulture)),
            ("refund-option", campaign.RefundOption == true ? "true" : null),
            .. run.Recipients.Select(recipient => ("recipient", (string?)GiftronautRecipients.Normalize(recipient.Email))),
        ];

    /// <summary>One line for all: the fingerprint holds the recipients.</summary>
    public override IReadOnlyList<OrderLine> Lines =>
        [
            new()
            {
                ProductId = campaign.ProductId!,
                FaceValue = Money.Of(campaign.Amount!.Value, GiftronautAmounts.Dollars),
                Quantity = run.Recipients.Count,
            },
        ];

    public override async Task<GiftronautOrder> SendAsync(string providerKey, int attempt, CancellationToken cancellationToken)
    {
        // As with an order: until the run itself is sent, it can be taken back.
        SendPermit.Current?.Attach();
        await CheckCampaignAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await api.RunCampaignAsync(campaign.CampaignId, run, KeyOf(providerKey), cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException conflict) when (GiftronautConflicts.IsOne(conflict))
        {
            return await conflicts.ResolveAsync(conflict, KeyOf(providerKey), _content, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task<OperationLookup<GiftronautOrder>> FindAsync(OperationLookupQuery query, CancellationToken cancellationToken)
    {
        var since = GiftronautOrderSearch.Since(query.FirstSentAtProvider, query.FirstSentAt);
        var (hit, doubt) = await search.FindAsync(KeyOf(query.ProviderKey), since, cancellationToken).ConfigureAwait(false);
        return hit is null
            ? doubt is null
                ? new OperationLookup<GiftronautOrder>.NotFound()
                : new OperationLookup<GiftronautOrder>.Inconclusive(doubt)
            : _content.LikenessOf(hit) == GiftronautLikeness.Same
                ? new OperationLookup<GiftronautOrder>.Found(hit)
                : new OperationLookup<GiftronautOrder>.Inconclusive("the order with this key has other cards, amounts or recipients");
    }

    public override Task<GiftronautOrder> ReadAsync(string id, CancellationToken cancellationToken) =>
        api.GetOrderAsync(id, cancellationToken);

    public override string? IdOf(GiftronautOrder result) => result.OrderId;

    public override string? RawStatusOf(GiftronautOrder result) => result.Status;

    /// <summary>
    /// Giftronaut has one set of keys for everything, and a run may have the reference of an order: with the dot, which no key of an order has, the
    /// two cannot be taken for each other.
    /// </summary>
    private static string KeyOf(string providerKey) => $"run.{providerKey}";

    /// <summary>A run carries no amount: what it buys is what the campaign says at that moment, and somebody may have changed it.</summary>
    private async Task CheckCampaignAsync(CancellationToken cancellationToken)
    {
        GiftronautCampaign now;
        try
        {
            now = await api.GetCampaignAsync(campaign.CampaignId, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw NotSent(
                $"The campaign {campaign.CampaignId} could not be read before its run, so nothing was sent. {failure.Message}",
                failure
            );
        }

        if (now.CampaignId != campaign.CampaignId || now.ProductId != campaign.ProductId || now.Amount != campaign.Amount)
        {
            throw settings.Refuse(
                GiftCardErrorCode.InvalidRequest,
                $"The campaign {campaign.CampaignId} has another product or amount now than was given. Nothing was sent; read it again and run it under a new reference if that is what you want.",
                GiftronautOperationNames.RunCampaign,
                GiftCardOutcome.NothingCreated
            );
        }
    }

    private static GiftCardException NotSent(string message, GiftCardException failure) =>
        failure.Restate(message, failure.Code, GiftCardOutcome.NothingCreated);
}
