using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class GiftbitApi(ProviderHttpClient http, GiftbitSettings settings) : IGiftbitApi
{
    private const string Prefix = "papi/v1/";

    private static readonly KeyValuePair<string, string>[] SimulateRateLimit = [new("SIMULATE-RATELIMIT", "true")];

    private static GiftbitJsonContext Json => GiftbitJsonContext.Default;

    public Task<GiftbitPing> PingAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(GiftbitOperations.Ping, "ping", Json.GiftbitPing, null, options, cancellationToken);

    public Task<GiftbitBrandPage> ListBrandsAsync(
        GiftbitBrandQuery? query = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.ListBrands,
            GiftbitQueries.Path("brands", query),
            Json.GiftbitBrandPage,
            null,
            options,
            cancellationToken
        );

    public Task<GiftbitBrandReply> GetBrandAsync(
        string brandCode,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(GiftbitOperations.GetBrand, Of("brands/", brandCode), Json.GiftbitBrandReply, null, options, cancellationToken);

    public Task<GiftbitRegionList> ListRegionsAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(GiftbitOperations.ListRegions, "regions", Json.GiftbitRegionList, null, options, cancellationToken);

    public Task<GiftbitCampaignReply> CreateEmailCampaignAsync(
        GiftbitEmailCampaign campaign,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.CreateEmail,
            "campaign",
            Json.GiftbitCampaignReply,
            Body(campaign, Json.GiftbitEmailCampaign),
            options,
            cancellationToken
        );

    public Task<GiftbitCampaignReply> CreateShortLinkCampaignAsync(
        GiftbitShortLinkCampaign campaign,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.CreateShortLinks,
            "campaign",
            Json.GiftbitCampaignReply,
            Body(campaign, Json.GiftbitShortLinkCampaign),
            options,
            cancellationToken
        );

    public Task<GiftbitCampaignReply> GetCampaignAsync(
        string id,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(GiftbitOperations.GetCampaign, Of("campaign/", id), Json.GiftbitCampaignReply, null, options, cancellationToken);

    public Task<GiftbitLinkPage> GetLinksAsync(
        string id,
        int? limit = null,
        int? offset = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.GetLinks,
            ProviderPath.WithQuery(
                Of("links/", id),
                ("limit", limit?.ToString(CultureInfo.InvariantCulture)),
                ("offset", offset?.ToString(CultureInfo.InvariantCulture))
            ),
            Json.GiftbitLinkPage,
            null,
            options,
            cancellationToken
        );

    public Task<GiftbitDirectLinkReply> CreateDirectLinksAsync(
        GiftbitDirectLinkOrder order,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.CreateDirectLinks,
            "direct_links",
            Json.GiftbitDirectLinkReply,
            Body(order, Json.GiftbitDirectLinkOrder),
            options,
            cancellationToken
        );

    public Task<GiftbitEmbeddedReply> CreateEmbeddedAsync(
        GiftbitEmbeddedOrder order,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.CreateEmbedded,
            "embedded",
            Json.GiftbitEmbeddedReply,
            Body(order, Json.GiftbitEmbeddedOrder),
            options,
            cancellationToken
        );

    public Task<GiftbitFunds> GetFundsAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(GiftbitOperations.GetFunds, "funds", Json.GiftbitFunds, null, options, cancellationToken);

    public Task<GiftbitFunds> AddFundsAsync(
        GiftbitTopUp topUp,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(GiftbitOperations.AddFunds, "funds", Json.GiftbitFunds, Body(topUp, Json.GiftbitTopUp), options, cancellationToken);

    public Task<GiftbitGiftPage> ListGiftsAsync(
        GiftbitGiftQuery? query = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.ListGifts,
            GiftbitQueries.Path("gifts", query, settings.Time),
            Json.GiftbitGiftPage,
            null,
            options,
            cancellationToken
        );

    public Task<GiftbitGiftReply> GetGiftAsync(
        string uuid,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(GiftbitOperations.GetGift, Of("gifts/", uuid), Json.GiftbitGiftReply, null, options, cancellationToken);

    public Task<GiftbitGiftReply> ResendGiftAsync(
        string uuid,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            GiftbitOperations.ResendGift,
            Of("gifts/", uuid),
            Json.GiftbitGiftReply,
            Body(new GiftbitResend(), Json.GiftbitResend),
            options,
            cancellationToken
        );

    public Task<GiftbitGiftReply> CancelGiftAsync(
        string uuid,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(GiftbitOperations.CancelGift, Of("gifts/", uuid), Json.GiftbitGiftReply, ProviderBody.Empty, options, cancellationToken);

    private static string Of(string path, string id) => path + ProviderPath.Segment(id);

    private static ProviderBody Body<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ProviderBody.Json(value, type);
    }

    private async Task<T> SendAsync<T>(
        ProviderOperation operation,
        string path,
        JsonTypeInfo<T> type,
        ProviderBody? body,
        GiftbitCallOptions? options,
        CancellationToken cancellationToken
    )
    {
        var headers = settings.SimulatesRateLimit(options) ? SimulateRateLimit : null;
        var response = await http.SendAsync(operation, Prefix + path, type, body, headers, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }
}
