using System.Runtime.CompilerServices;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftbit;

/// <summary>Reads orders with as much of their rewards as is asked for, and looks them up by the caller's key.</summary>
internal sealed class GiftbitOrderReader(IGiftbitApi api, GiftbitHoldings holdings, GiftbitSettings settings)
{
    private readonly GiftbitRewards _rewards = new(settings.Time);

    public async Task<Order> ReadAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var reply = await api.GetCampaignAsync(orderId, null, cancellationToken).ConfigureAwait(false);
        return reply.Campaign.Uuid == orderId || reply.Campaign.Id == orderId
            ? await WithRewardsAsync(reply.Campaign, detail, cancellationToken).ConfigureAwait(false)
            : throw settings.Unexpected(
                $"Giftbit was asked for order {orderId} and answered with another one.",
                GiftbitOperationNames.GetCampaign
            );
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        GiftbitCampaignReply reply;
        try
        {
            reply = await api.GetCampaignAsync(query.ProviderKey, null, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure) when (failure.Code == GiftCardErrorCode.NotFound)
        {
            // A page of a proxy in between can be a 404 too; only Giftbit's own error body says that there is no such order.
            return failure.ProviderCode is null
                ? new OrderLookup.Inconclusive($"the answer was {failure.HttpStatus} without an error code of Giftbit's")
                : new OrderLookup.NotFound();
        }

        return reply.Campaign.Id != query.ProviderKey ? new OrderLookup.Inconclusive("the answer was an order with another id")
            : ContradictionOf(reply.Campaign, query) is { } difference
                ? new OrderLookup.Inconclusive($"the order with this id has another {difference}")
            : new OrderLookup.Found(await FoundAsync(reply.Campaign, query, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// The orders of a period. Giftbit lists rewards and no orders: each order that a reward belongs to is read once, and one without any reward
    /// yet is not seen.
    /// </summary>
    public async IAsyncEnumerable<Order> ListAsync(TimePeriod period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var query = new GiftbitGiftQuery { CreatedAfter = period.From, CreatedBefore = period.To };
        await foreach (var gift in api.ListAllGiftsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var made = settings.Time.Read(gift.CreatedDate);
            if ((made is { } at && !period.Contains(at)) || gift.CampaignUuid is not { Length: > 0 } uuid || !seen.Add(uuid))
            {
                continue;
            }

            yield return await ReadAsync(uuid, RewardDetail.None, cancellationToken).ConfigureAwait(false) with
            {
                CreatedAt = made,
            };
        }
    }

    private static string? ContradictionOf(GiftbitCampaign campaign, OrderLookupQuery query) =>
        query.Request is { } request
            ? GiftbitOrderMapping.ContradictionOf(campaign, request)
            : GiftbitOrderMapping.ContradictionOf(campaign, query.Lines);

    /// <summary>An order that is there counts as found, even if its rewards cannot be read now.</summary>
    private async Task<Order> FoundAsync(GiftbitCampaign campaign, OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var ordered = query.Lines is [var first, ..] ? first.ProductId : null;
        try
        {
            return await WithRewardsAsync(campaign, query.Detail, cancellationToken, ordered).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            return GiftbitOrderMapping.Of(campaign, settings.AccountName, ordered) with
            {
                Status = GiftbitOrderMapping.StatusOf(campaign.Status, null, isReadable: false),
                TotalCost = null,
            };
        }
    }

    private async Task<Order> WithRewardsAsync(
        GiftbitCampaign campaign,
        RewardDetail detail,
        CancellationToken cancellationToken,
        string? ordered = null
    )
    {
        var order = await holdings
            .WithKnownCostAsync(GiftbitOrderMapping.Of(campaign, settings.AccountName, ordered), cancellationToken)
            .ConfigureAwait(false);
        if (detail == RewardDetail.None)
        {
            return order;
        }

        var gifts = await ReadGiftsAsync(campaign, cancellationToken).ConfigureAwait(false);
        var links =
            detail == RewardDetail.Secrets && GiftbitOrderMapping.HasLinks(campaign)
                ? await ReadLinksAsync(campaign, cancellationToken).ConfigureAwait(false)
                : Links.NotNeeded;
        var (status, lacksLinks) = StatusOf(campaign, gifts.Count, links);
        return order with
        {
            Rewards = _rewards.WithLinks(gifts, links.Addresses, campaign, order),
            Status = status,
            PollAfter = lacksLinks && GiftbitOrderMapping.IsShortLink(campaign) ? settings.Initial.ShortLinkPollInterval : null,
        };
    }

    /// <summary>The order's own rewards: were the filter ignored, those of others would come along.</summary>
    private async Task<List<GiftbitGift>> ReadGiftsAsync(GiftbitCampaign campaign, CancellationToken cancellationToken)
    {
        var gifts = new List<GiftbitGift>();
        var query = new GiftbitGiftQuery { CampaignUuid = campaign.Uuid };
        await foreach (var gift in api.ListAllGiftsAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (gift.CampaignUuid == campaign.Uuid)
            {
                gifts.Add(gift);
            }
        }

        return gifts;
    }

    private async Task<Links> ReadLinksAsync(GiftbitCampaign campaign, CancellationToken cancellationToken)
    {
        var (links, isClosed) = (new List<Secret>(), false);
        try
        {
            await foreach (var link in GiftbitPaging.LinksAsync(ReadPage, cancellationToken).ConfigureAwait(false))
            {
                links.AddRange(link.Address is { } address ? [address] : []);
            }
        }
        catch (GiftCardException inactive) when (inactive.ProviderCode == GiftbitWords.Errors.LinksCampaignInactive)
        {
            isClosed = true;
        }

        return new(links, WillCome: !isClosed);

        async Task<GiftbitLinkPage> ReadPage(int read, CancellationToken token)
        {
            var id = campaign.Id.IsUsableId() ? campaign.Id : campaign.Uuid;
            var page = await api.GetLinksAsync(id, GiftbitPaging.LinkPageSize, read == 0 ? null : read, null, token).ConfigureAwait(false);
            // Whether this code comes with an error status or inside a 200 was never stated.
            isClosed = page.Info?.Code == GiftbitWords.Errors.LinksCampaignInactive;
            return page;
        }
    }

    private static (OrderStatus Status, bool LacksLinks) StatusOf(GiftbitCampaign campaign, int gifts, Links links)
    {
        var count = GiftbitOrderMapping.RewardCount(campaign) ?? 1;
        var hasLinks = links.Addresses.Count >= count;
        var lacksLinks = links.WillCome && !hasLinks;
        var status =
            GiftbitOrderMapping.IsDirectLink(campaign) && links.WillCome && hasLinks
                ? GiftbitOrderMapping.StatusWithLinks(campaign.Status)
                : GiftbitOrderMapping.StatusOf(campaign.Status, null, gifts >= count && !lacksLinks);
        return (status, lacksLinks);
    }

    /// <summary>The links of an order.</summary>
    /// <param name="Addresses">Those that can be read now.</param>
    /// <param name="WillCome">Whether those that are missing will come; false also where there are none to wait for.</param>
    private sealed record Links(IReadOnlyList<Secret> Addresses, bool WillCome)
    {
        public static Links NotNeeded { get; } = new([], false);
    }
}
