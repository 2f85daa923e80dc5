using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Gifq;

/// <summary>What the attributes of <see cref="IGifqApi"/> cannot say: paths that an account may know better, arguments that cannot be right, and pages.</summary>
internal sealed class GifqRules(GifqWireAssumptions assumptions, WireJson json) : ApiRules
{
    protected override void Prepare(ApiCall apiCall)
    {
        var page = apiCall.ArgumentOf<GifqPageQuery>();
        CheckPage(page?.Page, nameof(page));
        CheckPageSize(page?.Limit, GifqPageQuery.MaxLimit, nameof(GifqPageQuery.Limit), nameof(page));
        Check(apiCall.Content as GifqNewPayoutOrder);
        switch (apiCall.MethodName)
        {
            case nameof(IGifqApi.GetCampaignAsync) or nameof(IGifqApi.UpdateCampaignAsync):
                apiCall.Path = assumptions.CampaignPath;
                break;
            case nameof(IGifqApi.ActivateCampaignAsync):
                Move(apiCall, assumptions.ActivateCampaignPath, GifqWords.CampaignStatus.Active);
                break;
            case nameof(IGifqApi.PauseCampaignAsync):
                Move(apiCall, assumptions.PauseCampaignPath, GifqWords.CampaignStatus.Paused);
                break;
            case nameof(IGifqApi.ArchiveCampaignAsync):
                Move(apiCall, assumptions.ArchiveCampaignPath, GifqWords.CampaignStatus.Archived);
                break;
            case nameof(IGifqApi.GetPayoutOrderAsync):
                apiCall.Path = assumptions.PayoutOrderPath;
                break;
        }
    }

    protected override object? Conclude(ApiCall apiCall, ProviderResponse<object> answer) =>
        answer.Body switch
        {
            GifqRows<GifqBalance> balances => balances.Items.Rows,
            IGifqRows rows => rows.ToPage(answer.Header),
            _ => answer.Body,
        };

    /// <summary>The one seam of the three moves of a campaign: documents name the moves, not the calls.</summary>
    private void Move(ApiCall apiCall, string path, string status)
    {
        apiCall.Path = path;
        if (assumptions.ChangesCampaignStateByUpdate)
        {
            apiCall.Operation = apiCall.Operation with { Method = HttpMethod.Patch };
            apiCall.Path = assumptions.CampaignPath;
            apiCall.Body = ProviderBody.Json(new GifqCampaignEdit { Status = status }, json.Of<GifqCampaignEdit>());
        }
    }

    private static void Check(GifqNewPayoutOrder? payoutOrder)
    {
        if (payoutOrder is not null and not { Recipients.Count: >= 1 and <= GifqNewPayoutOrder.MaxRecipients })
        {
            throw new ArgumentException(
                $"Recipients: {payoutOrder.Recipients?.Count ?? 0} were given; a batch has 1 to {GifqNewPayoutOrder.MaxRecipients}. Make several batches, each with a reference of its own.",
                nameof(payoutOrder)
            );
        }
    }
}
