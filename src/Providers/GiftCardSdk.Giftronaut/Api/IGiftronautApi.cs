using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// Every operation of Giftronaut's API, one method each, for what the neutral roles do not show. Reads are repeated on transient failures; calls
/// that move money or change something are sent once. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// From <c>account.GetService&lt;IGiftronautApi&gt;()</c>. Amounts are decimal numbers of units of their currency. Every method throws
/// <see cref="GiftCardException"/> when Giftronaut refuses, fails, cannot be reached or answers unreadably, and <see cref="ArgumentException"/> for
/// arguments that cannot be right. An operation whose scope is not among <see cref="GiftronautOptions.Scopes"/> is
/// <see cref="GiftCardErrorCode.Forbidden"/>. An idempotency key is a text of 1 to 64 visible characters, the caller's own.
/// </remarks>
public interface IGiftronautApi
{
    /// <summary>Fetches a token: <c>POST /oauth2/token</c>. Not needed for anything else here: tokens are fetched and kept as they are needed. Source: quickstart; documented.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>A new token; one that is in use stays so.</returns>
    Task<GiftronautToken> CreateTokenAsync(CancellationToken cancellationToken = default) => CreateTokenAsync("", cancellationToken);

    /// <summary>
    /// Fetches a token: <c>POST /oauth2/token</c>, with the second secret where the first is refused. Source: quickstart; documented.
    /// </summary>
    /// <param name="furtherScope">What is asked for besides <see cref="GiftronautOptions.Scopes"/>; empty for nothing.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>A new token; one that is in use stays so.</returns>
    [Post("/oauth2/token")]
    [Operation("tokens.create", OperationKind.Read)]
    Task<GiftronautToken> CreateTokenAsync([Property] string furtherScope, CancellationToken cancellationToken = default);

    /// <summary>Lists brands' cards: <c>GET /catalog/branded-cards</c>, scope <c>catalog.read</c>. Source: quickstart; documented.</summary>
    /// <param name="query">Which cards; null for all, as the quickstart asks.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The cards; all of them where Giftronaut takes no query.</returns>
    [Get("/api/v1/catalog/branded-cards")]
    [Operation(GiftronautOperationNames.ListBrandedCards, OperationKind.Read)]
    Task<GiftronautPage<GiftronautProduct>> ListBrandedCardsAsync(
        [Query] GiftronautCatalogQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists designs of choice cards: <c>GET /catalog/choice-cards</c>, scope <c>catalog.read</c>. Source: guides; documented.</summary>
    /// <param name="query">Which designs; null for all.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The designs; all of them where Giftronaut takes no query.</returns>
    [Get("/api/v1/catalog/choice-cards")]
    [Operation(GiftronautOperationNames.ListChoiceCards, OperationKind.Read)]
    Task<GiftronautPage<GiftronautProduct>> ListChoiceCardsAsync(
        [Query] GiftronautCatalogQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders a brand's card for one or more recipients: <c>POST /orders/branded-card</c>, or <c>/orders/branded-cards</c> where that is not there;
    /// scope <c>orders.write</c>. Not protected against repeats: nothing is journalled here; after a failure that may have left an order, send the
    /// same body with the same key within a day, never a new key. An amount carries no currency: it is in the product's. Source: quickstart and
    /// API reference; documented, and at odds about the path.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="idempotencyKey">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order, pending or in progress; an earlier one if the key came before (<see cref="GiftronautOrder.WasReplayed"/>).</returns>
    [Post("/api/v1/orders/branded-card")]
    [Operation(
        GiftronautOperationNames.OrderBrandedCards,
        OperationKind.Create,
        KnowsKey = true,
        Answer = typeof(GiftronautReply<GiftronautOrder>)
    )]
    Task<GiftronautOrder> OrderBrandedCardsAsync(
        [Body] GiftronautNewOrder order,
        [Header(GiftronautRules.KeyHeader)] string idempotencyKey,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders a choice card for one or more recipients: <c>POST /orders/choice-cards</c>, or <c>/orders/choice-card</c> where that is not there; scope
    /// <c>orders.write</c>. Not protected against repeats, as <see cref="OrderBrandedCardsAsync"/>. Source: API reference; documented, the second
    /// spelling is assumed.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="idempotencyKey">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order, pending or in progress; an earlier one if the key came before (<see cref="GiftronautOrder.WasReplayed"/>).</returns>
    [Post("/api/v1/orders/choice-cards")]
    [Operation(
        GiftronautOperationNames.OrderChoiceCards,
        OperationKind.Create,
        KnowsKey = true,
        Answer = typeof(GiftronautReply<GiftronautOrder>)
    )]
    Task<GiftronautOrder> OrderChoiceCardsAsync(
        [Body] GiftronautNewOrder order,
        [Header(GiftronautRules.KeyHeader)] string idempotencyKey,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists one page of orders: <c>GET /orders</c>, scope <c>orders.read</c>. Source: API reference; documented. That the newest come first is assumed.</summary>
    /// <param name="query">Which orders; null for the first page of all.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page; its orders do not show their recipients.</returns>
    [Get("/api/v1/orders")]
    [Operation(GiftronautOperationNames.ListOrders, OperationKind.Read)]
    Task<GiftronautPage<GiftronautOrder>> ListOrdersAsync(
        [Query] GiftronautOrderQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one order with its recipients: <c>GET /orders/{orderId}</c>, scope <c>orders.read</c>. Source: quickstart; documented.</summary>
    /// <param name="orderId">Giftronaut's id of the order.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/api/v1/orders/{orderId}")]
    [Operation(GiftronautOperationNames.GetOrder, OperationKind.Read, Answer = typeof(GiftronautReply<GiftronautOrder>))]
    Task<GiftronautOrder> GetOrderAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>Takes a scheduled order back, and its money: <c>POST /orders/{orderId}/cancel</c>, scope <c>orders.write</c>. Source: guides for its existence; its path is assumed.</summary>
    /// <param name="orderId">Giftronaut's id of the order.</param>
    /// <param name="cancellationToken">Stops the waiting; the order may be taken back anyway.</param>
    /// <returns>The order; null where the answer has no body. One that is being sent is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Experimental("GCSDK001")]
    [Post("/api/v1/orders/{orderId}/cancel")]
    [Operation(GiftronautOperationNames.CancelOrder, OperationKind.Change, Answer = typeof(ProviderDocument))]
    Task<GiftronautOrder?> CancelOrderAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends e-mails of an order again, if need be to a corrected address: <c>POST /orders/{orderId}/resend</c>, scope <c>orders.write</c>. Costs
    /// nothing. Source: guides for its existence; path and body are third-party knowledge.
    /// </summary>
    /// <param name="orderId">Giftronaut's id of the order.</param>
    /// <param name="resend">Whose e-mails.</param>
    /// <param name="cancellationToken">Stops the waiting; the e-mails may go out anyway.</param>
    /// <returns>The order; null where the answer has no body.</returns>
    [Post("/api/v1/orders/{orderId}/resend")]
    [Operation(GiftronautOperationNames.ResendOrder, OperationKind.Change, Answer = typeof(ProviderDocument))]
    Task<GiftronautOrder?> ResendOrderAsync(string orderId, [Body] GiftronautResend resend, CancellationToken cancellationToken = default);

    /// <summary>
    /// Buys links without recipients: <c>POST /orders/reward-links</c>, scope <c>orders.write</c>. Not protected against repeats: after a failure that
    /// may have left an order, send the same key within a day, never a new one. Source: API reference; documented, its body is third-party knowledge.
    /// </summary>
    /// <param name="rewardLinks">What is bought.</param>
    /// <param name="idempotencyKey">The caller's own id of the order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order, pending: read it again for its links. A key that came before is <see cref="GiftCardErrorCode.Conflict"/>, with the earlier order's id on the exception.</returns>
    [Post("/api/v1/orders/reward-links")]
    [Operation(
        GiftronautOperationNames.OrderRewardLinks,
        OperationKind.Create,
        KnowsKey = true,
        Answer = typeof(GiftronautReply<GiftronautOrder>)
    )]
    Task<GiftronautOrder> OrderRewardLinksAsync(
        [Body] GiftronautNewRewardLinks rewardLinks,
        [Header(GiftronautRules.KeyHeader)] string idempotencyKey,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sends an e-mail as a recipient of a choice card would get it, about ten a day: <c>POST /orders/test-email</c>, scope <c>orders.write</c>. Buys nothing. Source: client code; third-party.</summary>
    /// <param name="email">The e-mail.</param>
    /// <param name="cancellationToken">Stops the waiting; the e-mail may go out anyway.</param>
    /// <returns>What became of it.</returns>
    [Post("/api/v1/orders/test-email")]
    [Operation("test_email.send", OperationKind.Change, Answer = typeof(GiftronautReply<GiftronautTestEmailReply>))]
    Task<GiftronautTestEmailReply> SendTestEmailAsync([Body] GiftronautTestEmail email, CancellationToken cancellationToken = default);

    /// <summary>Reads the balance: <c>GET /balance</c>, scope <c>balance.read</c>. Source: API reference; documented.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The balance.</returns>
    [Get("/api/v1/balance")]
    [Operation(GiftronautOperationNames.GetBalance, OperationKind.Read, Answer = typeof(GiftronautReply<GiftronautBalance>))]
    Task<GiftronautBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists one page of the balance's movements, the newest first: <c>GET /balance/ledger</c>, scope <c>balance.read</c>. Source: API reference; documented, its rows are assumed.</summary>
    /// <param name="query">Which movements; null for the first page of all.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/v1/balance/ledger")]
    [Operation(GiftronautOperationNames.ListLedger, OperationKind.Read)]
    Task<GiftronautPage<GiftronautLedgerEntry>> ListLedgerAsync(
        [Query] GiftronautLedgerQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Asks for a top-up by bank transfer: <c>POST /balance/charge</c>, scope <c>balance.write</c>; refused in the sandbox. Not protected against repeats:
    /// asked twice, it may be made twice. Source: API reference; documented.
    /// </summary>
    /// <param name="topUp">How much, and who pays.</param>
    /// <param name="idempotencyKey">The caller's own id of it.</param>
    /// <param name="cancellationToken">Ends the call; it may have been asked for anyway.</param>
    /// <returns>The top-up, pending.</returns>
    /// <exception cref="ArgumentException">The amount is no whole number, or below 100.</exception>
    [Post("/api/v1/balance/charge")]
    [Operation("balance.charge", OperationKind.Create, Answer = typeof(GiftronautReply<GiftronautTopUpReply>))]
    Task<GiftronautTopUpReply> RequestTopUpAsync(
        [Body] GiftronautTopUp topUp,
        [Header(GiftronautRules.KeyHeader)] string idempotencyKey,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists one page of templates, the default one first: <c>GET /templates</c>, scope <c>templates.read</c>. Source: API reference; documented.</summary>
    /// <param name="query">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/v1/templates")]
    [Operation(GiftronautOperationNames.ListTemplates, OperationKind.Read)]
    Task<GiftronautPage<GiftronautTemplate>> ListTemplatesAsync(
        [Query] GiftronautPageQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one template: <c>GET /templates/{templateId}</c>, scope <c>templates.read</c>. Source: API reference; documented.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The template. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/api/v1/templates/{templateId}")]
    [Operation("templates.get", OperationKind.Read, Answer = typeof(GiftronautReply<GiftronautTemplate>))]
    Task<GiftronautTemplate> GetTemplateAsync(string templateId, CancellationToken cancellationToken = default);

    /// <summary>Makes a template: <c>POST /templates</c>, scope <c>templates.write</c>. Made twice, it is there twice. Source: API reference; documented.</summary>
    /// <param name="emailTemplate">The template.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be made anyway.</param>
    /// <returns>The template.</returns>
    [Post("/api/v1/templates")]
    [Operation("templates.create", OperationKind.Change, Answer = typeof(GiftronautReply<GiftronautTemplate>))]
    Task<GiftronautTemplate> CreateTemplateAsync(
        [Body] GiftronautTemplateEdit emailTemplate,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces all of a template: <c>PUT /templates/{templateId}</c>, scope <c>templates.write</c>. What is null goes back to its default. Source: API reference; documented.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="emailTemplate">What it is to be.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be replaced anyway.</param>
    /// <returns>The template.</returns>
    [Put("/api/v1/templates/{templateId}")]
    [Operation("templates.replace", OperationKind.Change, Answer = typeof(GiftronautReply<GiftronautTemplate>))]
    Task<GiftronautTemplate> ReplaceTemplateAsync(
        string templateId,
        [Body] GiftronautTemplateEdit emailTemplate,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a template: <c>DELETE /templates/{templateId}</c>, scope <c>templates.write</c>. Source: API reference; documented.</summary>
    /// <param name="templateId">Its id. The default one, and one that a campaign uses, is <see cref="GiftCardErrorCode.Conflict"/>.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be deleted anyway.</param>
    /// <returns>When it is gone.</returns>
    [Delete("/api/v1/templates/{templateId}")]
    [Operation("templates.delete", OperationKind.Change)]
    Task DeleteTemplateAsync(string templateId, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of campaigns: <c>GET /campaigns</c>, scope <c>campaigns.read</c>. Source: API reference; documented.</summary>
    /// <param name="query">Which campaigns; null for the first page of all.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/v1/campaigns")]
    [Operation(GiftronautOperationNames.ListCampaigns, OperationKind.Read)]
    Task<GiftronautPage<GiftronautCampaign>> ListCampaignsAsync(
        [Query] GiftronautCampaignQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one campaign: <c>GET /campaigns/{campaignId}</c>, scope <c>campaigns.read</c>. Source: API reference; documented.</summary>
    /// <param name="campaignId">Its id.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The campaign. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/api/v1/campaigns/{campaignId}")]
    [Operation("campaigns.get", OperationKind.Read, Answer = typeof(GiftronautReply<GiftronautCampaign>))]
    Task<GiftronautCampaign> GetCampaignAsync(string campaignId, CancellationToken cancellationToken = default);

    /// <summary>Makes a campaign: <c>POST /campaigns</c>, scope <c>campaigns.write</c>. Made twice, it is there twice. Source: API reference; documented.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be made anyway.</param>
    /// <returns>The campaign.</returns>
    [Post("/api/v1/campaigns")]
    [Operation("campaigns.create", OperationKind.Change, Answer = typeof(GiftronautReply<GiftronautCampaign>))]
    Task<GiftronautCampaign> CreateCampaignAsync([Body] GiftronautCampaignEdit campaign, CancellationToken cancellationToken = default);

    /// <summary>Replaces all of a campaign: <c>PUT /campaigns/{campaignId}</c>, scope <c>campaigns.write</c>. Source: API reference; documented.</summary>
    /// <param name="campaignId">Its id.</param>
    /// <param name="campaign">What it is to be.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be replaced anyway.</param>
    /// <returns>The campaign.</returns>
    [Put("/api/v1/campaigns/{campaignId}")]
    [Operation("campaigns.replace", OperationKind.Change, Answer = typeof(GiftronautReply<GiftronautCampaign>))]
    Task<GiftronautCampaign> ReplaceCampaignAsync(
        string campaignId,
        [Body] GiftronautCampaignEdit campaign,
        CancellationToken cancellationToken = default
    );

    /// <summary>Puts a campaign away for good; its orders stay: <c>DELETE /campaigns/{campaignId}</c>, scope <c>campaigns.write</c>. Source: API reference; documented.</summary>
    /// <param name="campaignId">Its id.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be put away anyway.</param>
    /// <returns>When it is gone.</returns>
    [Delete("/api/v1/campaigns/{campaignId}")]
    [Operation("campaigns.delete", OperationKind.Change)]
    Task DeleteCampaignAsync(string campaignId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Buys a card for each recipient by a campaign's terms: <c>POST /campaigns/{campaignId}/orders</c>, scopes <c>campaigns.write</c> and <c>orders.write</c>.
    /// Not protected against repeats: that a key keeps a run from being carried out twice is assumed. Use
    /// <see cref="IGiftronautCampaigns.RunAsync"/>, which journals it. Source: API reference; documented.
    /// </summary>
    /// <param name="campaignId">Its id.</param>
    /// <param name="run">Who gets a card.</param>
    /// <param name="idempotencyKey">The caller's own id of the run.</param>
    /// <param name="cancellationToken">Ends the call; a run that was handed over may exist anyway.</param>
    /// <returns>The order that came of it.</returns>
    [Post("/api/v1/campaigns/{campaignId}/orders")]
    [Operation(GiftronautOperationNames.RunCampaign, OperationKind.Create, Answer = typeof(GiftronautReply<GiftronautOrder>))]
    Task<GiftronautOrder> RunCampaignAsync(
        string campaignId,
        [Body] GiftronautCampaignRun run,
        [Header(GiftronautRules.KeyHeader)] string idempotencyKey,
        CancellationToken cancellationToken = default
    );
}
