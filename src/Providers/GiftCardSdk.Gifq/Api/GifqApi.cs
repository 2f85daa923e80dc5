using System.Globalization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class GifqApi(ProviderHttpClient http, GifqWireAssumptions assumptions) : IGifqApi
{
    /// <summary>What the recipient's page lies under; nothing of the merchant's does.</summary>
    public const string RedeemPagePath = "api/payouts/";

    private readonly WireJson _json = GifqJson.With(assumptions.MemberNames);

    public Task<GifqPage<GifqBrand>> ListProductsAsync(GifqPageQuery? page = null, CancellationToken cancellationToken = default) =>
        PageAsync<GifqBrand>(GifqOperations.ListProducts, "api/products", page, cancellationToken);

    public Task<GifqOrder> CreateOrderAsync(GifqNewOrder order, CancellationToken cancellationToken = default) =>
        SendAsync<GifqOrder>(GifqOperations.CreateOrder, "api/orders", Body(order), cancellationToken);

    public Task<GifqPage<GifqOrder>> ListOrdersAsync(GifqPageQuery? page = null, CancellationToken cancellationToken = default) =>
        PageAsync<GifqOrder>(GifqOperations.ListOrders, "api/orders", page, cancellationToken);

    public Task<GifqOrder> GetOrderAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync<GifqOrder>(GifqOperations.GetOrder, Of("api/orders/{id}", id), null, cancellationToken);

    public Task<GifqPage<GifqCampaign>> ListCampaignsAsync(GifqPageQuery? page = null, CancellationToken cancellationToken = default) =>
        PageAsync<GifqCampaign>(GifqOperations.ListCampaigns, "api/campaigns", page, cancellationToken);

    public Task<GifqCampaign> CreateCampaignAsync(GifqCampaignEdit campaign, CancellationToken cancellationToken = default) =>
        SendAsync<GifqCampaign>(GifqOperations.CreateCampaign, "api/campaigns", Body(campaign), cancellationToken);

    public Task<GifqCampaign> GetCampaignAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync<GifqCampaign>(GifqOperations.GetCampaign, Of(assumptions.CampaignPath, id), null, cancellationToken);

    public Task<GifqCampaign> UpdateCampaignAsync(string id, GifqCampaignEdit change, CancellationToken cancellationToken = default) =>
        SendAsync<GifqCampaign>(GifqOperations.UpdateCampaign, Of(assumptions.CampaignPath, id), Body(change), cancellationToken);

    public Task<GifqPage<GifqBrand>> ListCampaignProductsAsync(
        string id,
        GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    ) => PageAsync<GifqBrand>(GifqOperations.ListCampaignProducts, Of("api/campaigns/{id}/catalog", id), page, cancellationToken);

    public Task<GifqCampaign> ActivateCampaignAsync(string id, CancellationToken cancellationToken = default) =>
        MoveAsync(
            GifqOperations.ActivateCampaign,
            id,
            assumptions.ActivateCampaignPath,
            GifqWords.CampaignStatus.Active,
            cancellationToken
        );

    public Task<GifqCampaign> PauseCampaignAsync(string id, CancellationToken cancellationToken = default) =>
        MoveAsync(GifqOperations.PauseCampaign, id, assumptions.PauseCampaignPath, GifqWords.CampaignStatus.Paused, cancellationToken);

    public Task<GifqCampaign> ArchiveCampaignAsync(string id, CancellationToken cancellationToken = default) =>
        MoveAsync(
            GifqOperations.ArchiveCampaign,
            id,
            assumptions.ArchiveCampaignPath,
            GifqWords.CampaignStatus.Archived,
            cancellationToken
        );

    public Task<GifqPayoutOrder> CreatePayoutOrderAsync(GifqNewPayoutOrder payoutOrder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payoutOrder);
        return payoutOrder.Recipients is { Count: >= 1 and <= GifqNewPayoutOrder.MaxRecipients }
            ? SendAsync<GifqPayoutOrder>(GifqOperations.CreatePayoutOrder, "api/payout-orders", Body(payoutOrder), cancellationToken)
            : throw new ArgumentException(
                $"Recipients: {payoutOrder.Recipients?.Count ?? 0} were given; a batch has 1 to {GifqNewPayoutOrder.MaxRecipients}. Make several batches, each with a reference of its own.",
                nameof(payoutOrder)
            );
    }

    public Task<GifqPage<GifqPayoutOrder>> ListPayoutOrdersAsync(
        GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    ) => PageAsync<GifqPayoutOrder>(GifqOperations.ListPayoutOrders, "api/payout-orders", page, cancellationToken);

    public Task<GifqPayoutOrder> GetPayoutOrderAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync<GifqPayoutOrder>(GifqOperations.GetPayoutOrder, Of(assumptions.PayoutOrderPath, id), null, cancellationToken);

    public Task<GifqPage<GifqPayout>> ListPayoutsAsync(GifqPageQuery? page = null, CancellationToken cancellationToken = default) =>
        PageAsync<GifqPayout>(GifqOperations.ListPayouts, "api/payouts", page, cancellationToken);

    public Task<GifqRedeemPage> GetRedeemPageAsync(Secret claimToken, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claimToken);
        var path = RedeemPagePath + ProviderPath.Segment(claimToken.Reveal());
        return SendAsync<GifqRedeemPage>(GifqOperations.GetRedeemPage, path, null, cancellationToken);
    }

    public async Task<IReadOnlyList<GifqBalance>> ListBalancesAsync(CancellationToken cancellationToken = default) =>
        (await SendAsync<GifqRows<GifqBalance>>(GifqOperations.ListBalances, "api/balances", null, cancellationToken).ConfigureAwait(false))
            .Items
            .Rows;

    public Task<GifqPage<GifqTransaction>> ListTransactionsAsync(
        GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    ) => PageAsync<GifqTransaction>(GifqOperations.ListTransactions, "api/transactions", page, cancellationToken);

    private static string Of(string path, string id) =>
        path.Replace(GifqWireAssumptions.Id, ProviderPath.Segment(id), StringComparison.Ordinal);

    private ProviderBody Body<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ProviderBody.Json(value, _json.Of<T>());
    }

    /// <summary>The one seam of the three moves of a campaign: documents name the moves, not the calls.</summary>
    private Task<GifqCampaign> MoveAsync(
        ProviderOperation operation,
        string id,
        string path,
        string status,
        CancellationToken cancellationToken
    ) =>
        assumptions.ChangesCampaignStateByUpdate
            ? SendAsync<GifqCampaign>(
                operation with
                {
                    Method = HttpMethod.Patch,
                },
                Of(assumptions.CampaignPath, id),
                Body(new GifqCampaignEdit { Status = status }),
                cancellationToken
            )
            : SendAsync<GifqCampaign>(operation, Of(path, id), ProviderBody.Empty, cancellationToken);

    private async Task<GifqPage<T>> PageAsync<T>(
        ProviderOperation operation,
        string path,
        GifqPageQuery? page,
        CancellationToken cancellationToken
    )
        where T : class
    {
        Check(page);
        var target = ProviderPath.WithQuery(path, ("page", Text(page?.Page)), ("limit", Text(page?.Limit)));
        var response = await http.SendAsync(operation, target, _json.Of<GifqRows<T>>(), null, null, cancellationToken)
            .ConfigureAwait(false);
        return new()
        {
            Rows = response.Body.Items.Rows,
            RowCount = response.Body.Items.Count,
            Read = response.Body.Items,
            CurrentPage = Number(response.Header("current-page")),
            TotalPages = Number(response.Header("total-pages")),
            TotalCount = Number(response.Header("total-count")),
            PageItems = Number(response.Header("page-items")),
        };
    }

    private async Task<T> SendAsync<T>(ProviderOperation operation, string path, ProviderBody? body, CancellationToken cancellationToken) =>
        (await http.SendAsync(operation, path, _json.Of<T>(), body, null, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>GIFQ may lower a larger limit without a word, and then pages are not what they seem.</summary>
    private static void Check(GifqPageQuery? page)
    {
        if (page?.Page < 1)
        {
            throw new ArgumentException($"Page: {page.Page} was given; pages are counted from 1.", nameof(page));
        }

        if (page?.Limit is < 1 or > GifqPageQuery.MaxLimit)
        {
            throw new ArgumentException($"Limit: {page.Limit} was given; 1 to {GifqPageQuery.MaxLimit}.", nameof(page));
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
