using System.Globalization;
using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class GiftronautApi(ProviderHttpClient http, GiftronautTokens tokens, GiftronautOptions options) : IGiftronautApi
{
    private const string Prefix = "api/v1/";
    private const string KeyHeader = "X-Idempotency-Key";
    private const int LongestKey = 64;

    private readonly GiftronautWireAssumptions _assumptions = options.WireAssumptions;
    private readonly WireJson _json = GiftronautJson.With(options.WireAssumptions.MemberNames);

    private readonly GiftronautSpelling _brandedCardOrders = new(
        options.WireAssumptions.BrandedCardOrderPath,
        options.WireAssumptions.OtherBrandedCardOrderPath
    );

    private readonly GiftronautSpelling _choiceCardOrders = new(
        options.WireAssumptions.ChoiceCardOrderPath,
        options.WireAssumptions.OtherChoiceCardOrderPath
    );

    public Task<GiftronautToken> CreateTokenAsync(CancellationToken cancellationToken = default) => tokens.CreateAsync(cancellationToken);

    public Task<GiftronautPage<GiftronautProduct>> ListBrandedCardsAsync(
        GiftronautCatalogQuery? query = null,
        CancellationToken cancellationToken = default
    ) => CatalogAsync(GiftronautOperations.ListBrandedCards, "catalog/branded-cards", query, cancellationToken);

    public Task<GiftronautPage<GiftronautProduct>> ListChoiceCardsAsync(
        GiftronautCatalogQuery? query = null,
        CancellationToken cancellationToken = default
    ) => CatalogAsync(GiftronautOperations.ListChoiceCards, "catalog/choice-cards", query, cancellationToken);

    public Task<GiftronautOrder> OrderBrandedCardsAsync(
        GiftronautNewOrder order,
        string idempotencyKey,
        CancellationToken cancellationToken = default
    ) => OrderAsync(GiftronautOperations.OrderBrandedCards, _brandedCardOrders, order, idempotencyKey, cancellationToken);

    public Task<GiftronautOrder> OrderChoiceCardsAsync(
        GiftronautNewOrder order,
        string idempotencyKey,
        CancellationToken cancellationToken = default
    ) => OrderAsync(GiftronautOperations.OrderChoiceCards, _choiceCardOrders, order, idempotencyKey, cancellationToken);

    public Task<GiftronautPage<GiftronautOrder>> ListOrdersAsync(
        GiftronautOrderQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new();
        if (query.ClientOrderId is not null && _assumptions.ClientOrderIdParameter is null)
        {
            throw new ArgumentException(
                "ClientOrderId: WireAssumptions.ClientOrderIdParameter is null, so orders are not looked up by their key.",
                nameof(query)
            );
        }

        return PageAsync<GiftronautOrder>(
            GiftronautOperations.ListOrders,
            ProviderPath.WithQuery(
                "orders",
                ("page", Number(query.Page)),
                ("pageSize", Size(query.PageSize)),
                ("orderType", query.OrderType),
                ("cardType", query.CardType),
                ("status", query.Status),
                ("startDate", GiftronautTime.WriteDay(query.StartDate)),
                ("endDate", GiftronautTime.WriteDay(query.EndDate)),
                ("searchKeyword", query.SearchKeyword),
                (_assumptions.ClientOrderIdParameter ?? "", query.ClientOrderId)
            ),
            cancellationToken
        );
    }

    public Task<GiftronautOrder> GetOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
        GetAsync<GiftronautOrder>(GiftronautOperations.GetOrder, "orders/" + ProviderPath.Segment(orderId), cancellationToken);

    public Task<GiftronautOrder?> CancelOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
        ChangeOrderAsync(
            GiftronautOperations.CancelOrder,
            Of(_assumptions.CancelOrderPath, orderId),
            ProviderBody.Empty,
            cancellationToken
        );

    public Task<GiftronautOrder?> ResendOrderAsync(
        string orderId,
        GiftronautResend resend,
        CancellationToken cancellationToken = default
    ) => ChangeOrderAsync(GiftronautOperations.ResendOrder, Of(_assumptions.ResendOrderPath, orderId), Body(resend), cancellationToken);

    public async Task<GiftronautOrder> OrderRewardLinksAsync(
        GiftronautNewRewardLinks rewardLinks,
        string idempotencyKey,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rewardLinks);
        Check(idempotencyKey);
        var body = Body(rewardLinks with { IdempotencyKey = KeyInBody(idempotencyKey) });
        return await BuyAsync(GiftronautOperations.OrderRewardLinks, "orders/reward-links", body, idempotencyKey, cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<GiftronautTestEmailReply> SendTestEmailAsync(GiftronautTestEmail email, CancellationToken cancellationToken = default) =>
        SendAsync<GiftronautTestEmailReply>(
            GiftronautOperations.SendTestEmail,
            _assumptions.TestEmailPath,
            Body(email),
            KeyHeaderOf(NewKey()),
            cancellationToken
        );

    public Task<GiftronautBalance> GetBalanceAsync(CancellationToken cancellationToken = default) =>
        GetAsync<GiftronautBalance>(GiftronautOperations.GetBalance, "balance", cancellationToken);

    public Task<GiftronautPage<GiftronautLedgerEntry>> ListLedgerAsync(
        GiftronautLedgerQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new();
        return PageAsync<GiftronautLedgerEntry>(
            GiftronautOperations.ListLedger,
            ProviderPath.WithQuery(
                "balance/ledger",
                ("page", Number(query.Page)),
                ("pageSize", Size(query.PageSize)),
                (_assumptions.LedgerTypeParameter, query.Type),
                ("startDate", GiftronautTime.WriteDay(query.StartDate)),
                ("endDate", GiftronautTime.WriteDay(query.EndDate))
            ),
            cancellationToken
        );
    }

    public Task<GiftronautTopUpReply> RequestTopUpAsync(
        GiftronautTopUp topUp,
        string idempotencyKey,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(topUp);
        Check(idempotencyKey);
        return topUp.Amount >= GiftronautTopUp.MinAmount && decimal.IsInteger(topUp.Amount)
            ? SendAsync<GiftronautTopUpReply>(
                GiftronautOperations.RequestTopUp,
                "balance/charge",
                Body(topUp),
                KeyHeaderOf(idempotencyKey),
                cancellationToken
            )
            : throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Amount: {topUp.Amount} was given; whole US dollars are expected, at least {GiftronautTopUp.MinAmount}."
                ),
                nameof(topUp)
            );
    }

    public Task<GiftronautPage<GiftronautTemplate>> ListTemplatesAsync(
        GiftronautPageQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        PageAsync<GiftronautTemplate>(
            GiftronautOperations.ListTemplates,
            ProviderPath.WithQuery("templates", ("page", Number(query?.Page)), ("pageSize", Size(query?.PageSize))),
            cancellationToken
        );

    public Task<GiftronautTemplate> GetTemplateAsync(string templateId, CancellationToken cancellationToken = default) =>
        GetAsync<GiftronautTemplate>(GiftronautOperations.GetTemplate, "templates/" + ProviderPath.Segment(templateId), cancellationToken);

    public Task<GiftronautTemplate> CreateTemplateAsync(
        GiftronautTemplateEdit emailTemplate,
        CancellationToken cancellationToken = default
    ) => SendAsync<GiftronautTemplate>(GiftronautOperations.CreateTemplate, "templates", Body(emailTemplate), null, cancellationToken);

    public Task<GiftronautTemplate> ReplaceTemplateAsync(
        string templateId,
        GiftronautTemplateEdit emailTemplate,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<GiftronautTemplate>(
            GiftronautOperations.ReplaceTemplate,
            "templates/" + ProviderPath.Segment(templateId),
            Body(emailTemplate),
            null,
            cancellationToken
        );

    public Task DeleteTemplateAsync(string templateId, CancellationToken cancellationToken = default) =>
        DocumentAsync(
            GiftronautOperations.DeleteTemplate,
            "templates/" + ProviderPath.Segment(templateId),
            ProviderBody.Empty,
            null,
            cancellationToken
        );

    public Task<GiftronautPage<GiftronautCampaign>> ListCampaignsAsync(
        GiftronautCampaignQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        PageAsync<GiftronautCampaign>(
            GiftronautOperations.ListCampaigns,
            ProviderPath.WithQuery(
                "campaigns",
                ("search", query?.Search),
                ("page", Number(query?.Page)),
                ("pageSize", Size(query?.PageSize))
            ),
            cancellationToken
        );

    public Task<GiftronautCampaign> GetCampaignAsync(string campaignId, CancellationToken cancellationToken = default) =>
        GetAsync<GiftronautCampaign>(GiftronautOperations.GetCampaign, "campaigns/" + ProviderPath.Segment(campaignId), cancellationToken);

    public Task<GiftronautCampaign> CreateCampaignAsync(GiftronautCampaignEdit campaign, CancellationToken cancellationToken = default) =>
        SendAsync<GiftronautCampaign>(GiftronautOperations.CreateCampaign, "campaigns", Body(campaign), null, cancellationToken);

    public Task<GiftronautCampaign> ReplaceCampaignAsync(
        string campaignId,
        GiftronautCampaignEdit campaign,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync<GiftronautCampaign>(
            GiftronautOperations.ReplaceCampaign,
            "campaigns/" + ProviderPath.Segment(campaignId),
            Body(campaign),
            null,
            cancellationToken
        );

    public Task DeleteCampaignAsync(string campaignId, CancellationToken cancellationToken = default) =>
        DocumentAsync(
            GiftronautOperations.DeleteCampaign,
            "campaigns/" + ProviderPath.Segment(campaignId),
            ProviderBody.Empty,
            null,
            cancellationToken
        );

    public async Task<GiftronautOrder> RunCampaignAsync(
        string campaignId,
        GiftronautCampaignRun run,
        string idempotencyKey,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        Check(idempotencyKey);
        var path = $"campaigns/{ProviderPath.Segment(campaignId)}/orders";
        var body = Body(run with { IdempotencyKey = KeyInBody(idempotencyKey) });
        return await BuyAsync(GiftronautOperations.RunCampaign, path, body, idempotencyKey, cancellationToken).ConfigureAwait(false);
    }

    private Task<GiftronautPage<GiftronautProduct>> CatalogAsync(
        ProviderOperation operation,
        string path,
        GiftronautCatalogQuery? query,
        CancellationToken cancellationToken
    ) =>
        PageAsync<GiftronautProduct>(
            operation,
            ProviderPath.WithQuery(
                path,
                ("page", Number(query?.Page)),
                ("pageSize", Size(query?.PageSize)),
                ("countryCode", query?.CountryCode),
                ("currencyCode", query?.CurrencyCode)
            ),
            cancellationToken
        );

    private async Task<GiftronautOrder> OrderAsync(
        ProviderOperation operation,
        GiftronautSpelling path,
        GiftronautNewOrder order,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        Check(idempotencyKey);
        // The same bytes and the same key for either spelling.
        var body = Body(order with { IdempotencyKey = KeyInBody(idempotencyKey) });
        return await path.SendAsync(spelling => BuyAsync(operation, spelling, body, idempotencyKey, cancellationToken))
            .ConfigureAwait(false);
    }

    private async Task<GiftronautOrder> BuyAsync(
        ProviderOperation operation,
        string path,
        ProviderBody body,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        var headers = options.KeyPlacement == GiftronautKeyPlacement.Body ? null : KeyHeaderOf(idempotencyKey);
        var response = await http.SendAsync(
                operation,
                Prefix + path,
                _json.Of<GiftronautReply<GiftronautOrder>>(),
                body,
                headers,
                cancellationToken
            )
            .ConfigureAwait(false);
        // 201 is a new order, 200 an earlier one.
        return response.Body.Value with { WasReplayed = response.Status == 200 };
    }

    /// <summary>Any 2xx has said it all: a body that is missing or no order takes nothing of that back.</summary>
    private async Task<GiftronautOrder?> ChangeOrderAsync(
        ProviderOperation operation,
        string path,
        ProviderBody body,
        CancellationToken cancellationToken
    )
    {
        var answer = await DocumentAsync(operation, path, body, KeyHeaderOf(NewKey()), cancellationToken).ConfigureAwait(false);
        try
        {
            return WireReader.Read(answer.Bytes.Span, _json.Of<GiftronautReply<GiftronautOrder>>(), new())?.Value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<ProviderDocument> DocumentAsync(
        ProviderOperation operation,
        string path,
        ProviderBody body,
        KeyValuePair<string, string>[]? headers,
        CancellationToken cancellationToken
    ) =>
        (
            await http.SendForDocumentAsync(operation, Prefix + path, "application/json", body, headers, cancellationToken)
                .ConfigureAwait(false)
        ).Body;

    private Task<T> GetAsync<T>(ProviderOperation operation, string path, CancellationToken cancellationToken)
        where T : class, IGiftronautBody => SendAsync<T>(operation, path, null, null, cancellationToken);

    private async Task<T> SendAsync<T>(
        ProviderOperation operation,
        string path,
        ProviderBody? body,
        KeyValuePair<string, string>[]? headers,
        CancellationToken cancellationToken
    )
        where T : class, IGiftronautBody =>
        (
            await http.SendAsync(operation, Prefix + path, _json.Of<GiftronautReply<T>>(), body, headers, cancellationToken)
                .ConfigureAwait(false)
        )
            .Body
            .Value;

    private async Task<GiftronautPage<T>> PageAsync<T>(ProviderOperation operation, string path, CancellationToken cancellationToken)
        where T : class =>
        (
            await http.SendAsync(operation, Prefix + path, _json.Of<GiftronautPage<T>>(), null, null, cancellationToken)
                .ConfigureAwait(false)
        ).Body;

    private ProviderBody Body<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ProviderBody.Json(value, _json.Of<T>());
    }

    private static string Of(string path, string id) =>
        path.Replace(GiftronautWireAssumptions.Id, ProviderPath.Segment(id), StringComparison.Ordinal);

    private string? KeyInBody(string key) => options.KeyPlacement == GiftronautKeyPlacement.Header ? null : key;

    private static KeyValuePair<string, string>[] KeyHeaderOf(string key) => [new(KeyHeader, key)];

    /// <summary>What has no reference of its own carries a key all the same, which does no harm: a proxy that repeats it cannot have it done twice.</summary>
    private static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>A key is never cut: two that differ at their end would become one.</summary>
    private static void Check(string idempotencyKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
        if (idempotencyKey.Length > LongestKey || !idempotencyKey.All(letter => letter is > ' ' and < '\x7f'))
        {
            throw new ArgumentException(
                $"The idempotency key has {idempotencyKey.Length} characters; 1 to {LongestKey} are expected, visible ones of ASCII.",
                nameof(idempotencyKey)
            );
        }
    }

    private static string? Number(int? page) =>
        page is < 1
            ? throw new ArgumentException($"Page: {page} was given; pages are counted from 1.", nameof(page))
            : page?.ToString(CultureInfo.InvariantCulture);

    private static string? Size(int? pageSize) =>
        pageSize is < 1 or > GiftronautPageQuery.MaxPageSize
            ? throw new ArgumentException($"PageSize: {pageSize} was given; 1 to {GiftronautPageQuery.MaxPageSize}.", nameof(pageSize))
            : pageSize?.ToString(CultureInfo.InvariantCulture);
}
