using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Giftbit;

/// <summary>
/// Every documented operation of Giftbit's API, one method each, for what the neutral roles do not show. Reads are repeated on transient
/// failures; calls that move money are sent once. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// From <c>account.GetService&lt;IGiftbitApi&gt;()</c>. An order is a "campaign" here and a reward a "gift", as on the wire. Amounts are whole
/// hundredths of a currency that only the brand names. Every method throws <see cref="GiftCardException"/> when Giftbit refuses, fails, cannot
/// be reached or answers unreadably, and <see cref="ArgumentException"/> for arguments that cannot be right.
/// </remarks>
public interface IGiftbitApi
{
    /// <summary>Checks the token: <c>GET /ping</c>. Source: API reference; documented.</summary>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>Whose token it is.</returns>
    [Get("/papi/v1/ping")]
    [Operation("ping", OperationKind.Read)]
    Task<GiftbitPing> PingAsync([Property] GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of brands, without prices: <c>GET /brands</c>. Source: API reference; documented.</summary>
    /// <param name="query">Which brands; null for the first page of all.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/papi/v1/brands")]
    [Operation(GiftbitOperationNames.ListBrands, OperationKind.Read)]
    Task<GiftbitBrandPage> ListBrandsAsync(
        [Query] GiftbitBrandQuery? query = null,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one brand with its prices: <c>GET /brands/{brand_code}</c>. Source: API reference; documented.</summary>
    /// <param name="brandCode">The brand; capital letters count.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The brand. An unknown one is <see cref="GiftCardErrorCode.ProductUnavailable"/>.</returns>
    [Get("/papi/v1/brands/{brandCode}")]
    [Operation(GiftbitOperationNames.GetBrand, OperationKind.Read)]
    Task<GiftbitBrandReply> GetBrandAsync(
        string brandCode,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the regions: <c>GET /regions</c>. Source: API reference; documented.</summary>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The regions with their numbers and names.</returns>
    [Get("/papi/v1/regions")]
    [Operation("regions.list", OperationKind.Read)]
    Task<GiftbitRegionList> ListRegionsAsync([Property] GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Orders rewards that Giftbit sends by e-mail: <c>POST /campaign</c>. Not protected against repeats: nothing is journalled here; after a
    /// failure that may have left an order, look it up or send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="campaign">The order.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order as Giftbit took it. Lack of money is no error: see <see cref="GiftbitCampaign.Status"/>.</returns>
    [Post("/papi/v1/campaign")]
    [Operation(GiftbitOperationNames.CreateEmail, OperationKind.Create, KnowsKey = true)]
    Task<GiftbitCampaignReply> CreateEmailCampaignAsync(
        [Body] GiftbitEmailCampaign campaign,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders short links, which are made later (<see cref="GetLinksAsync"/>): <c>POST /campaign</c> with <c>SHORTLINK</c>. Not protected
    /// against repeats: nothing is journalled here; after a failure that may have left an order, look it up or send the same id again, never a
    /// new one. Source: API reference; documented.
    /// </summary>
    /// <param name="campaign">The order; either a number of links or contacts.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order as Giftbit took it, without links.</returns>
    [Post("/papi/v1/campaign")]
    [Operation(GiftbitOperationNames.CreateShortLinks, OperationKind.Create, KnowsKey = true)]
    Task<GiftbitCampaignReply> CreateShortLinkCampaignAsync(
        [Body] GiftbitShortLinkCampaign campaign,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads an order: <c>GET /campaign/{id}</c>. Source: API reference; documented.</summary>
    /// <param name="id">The caller's own id of the order, or Giftbit's.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order, without links. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/papi/v1/campaign/{id}")]
    [Operation(GiftbitOperationNames.GetCampaign, OperationKind.Read)]
    Task<GiftbitCampaignReply> GetCampaignAsync(
        string id,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one page of an order's links: <c>GET /links/{id}</c>. Source: API reference; documented. Limit and offset are from the documents of 2015.</summary>
    /// <param name="id">The caller's own id of the order.</param>
    /// <param name="limit">Links in one answer, at most 100; null for Giftbit's 50.</param>
    /// <param name="offset">How many links to skip; null for none.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The links, or a page without any while they are being made. Giftbit advises to ask every five minutes.</returns>
    [Get("/papi/v1/links/{id}")]
    [Operation(GiftbitOperationNames.GetLinks, OperationKind.Read)]
    Task<GiftbitLinkPage> GetLinksAsync(
        string id,
        [Query] int? limit = null,
        [Query] int? offset = null,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders direct links, which stand in the answer: <c>POST /direct_links</c>. Not protected against repeats: nothing is journalled here;
    /// after a failure that may have left an order, look it up or send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order as Giftbit took it, with its links.</returns>
    [Post("/papi/v1/direct_links")]
    [Operation(GiftbitOperationNames.CreateDirectLinks, OperationKind.Create, KnowsKey = true)]
    Task<GiftbitDirectLinkReply> CreateDirectLinksAsync(
        [Body] GiftbitDirectLinkOrder order,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders one reward to be shown inside an application: <c>POST /embedded</c>. Not protected against repeats: nothing is journalled here;
    /// after a failure send the same id again, which is also the only way to a lost link. Source: API reference; documented.
    /// </summary>
    /// <param name="order">The order. It counts as claimed at once.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order as Giftbit took it, with its link.</returns>
    [Post("/papi/v1/embedded")]
    [Operation("embedded.create", OperationKind.Create, KnowsKey = true)]
    Task<GiftbitEmbeddedReply> CreateEmbeddedAsync(
        [Body] GiftbitEmbeddedOrder order,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the balances: <c>GET /funds</c>. Also the simplest check that the token works. Source: production checklist; documented.</summary>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The balances by currency.</returns>
    [Get("/papi/v1/funds")]
    [Operation(GiftbitOperationNames.GetFunds, OperationKind.Read)]
    Task<GiftbitFunds> GetFundsAsync([Property] GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges the credit card stored in Giftbit's portal: <c>POST /funds</c>. Not protected against repeats: nothing is journalled here and no
    /// top-up can be looked up; after a failure send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="topUp">How much.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; the card may be charged anyway.</param>
    /// <returns>The balances after it. A refused card is <see cref="GiftCardErrorCode.PaymentRefused"/>.</returns>
    [Post("/papi/v1/funds")]
    [Operation("funds.add", OperationKind.Create, KnowsKey = true)]
    Task<GiftbitFunds> AddFundsAsync(
        [Body] GiftbitTopUp topUp,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists one page of rewards: <c>GET /gifts</c>. The rewards of a new order appear some seconds after it. Source: API reference; documented.</summary>
    /// <param name="query">Which rewards; null for the first page of all.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">A part of a name or address has fewer than 3 characters.</exception>
    [Get("/papi/v1/gifts")]
    [Operation(GiftbitOperationNames.ListGifts, OperationKind.Read)]
    Task<GiftbitGiftPage> ListGiftsAsync(
        [Query] GiftbitGiftQuery? query = null,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one reward: <c>GET /gifts/{uuid}</c>. Source: API reference; documented.</summary>
    /// <param name="uuid">The id of the reward, which is not that of its order: take it from <see cref="ListGiftsAsync"/>.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The reward. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>, or an answer without a reward.</returns>
    [Get("/papi/v1/gifts/{uuid}")]
    [Operation(GiftbitOperationNames.GetGift, OperationKind.Read)]
    Task<GiftbitGiftReply> GetGiftAsync(
        string uuid,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sends a reward's e-mail once more: <c>PUT /gifts/{uuid}</c>. Buys nothing. Source: API reference; documented.</summary>
    /// <param name="uuid">The id of the reward.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The reward. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    Task<GiftbitGiftReply> ResendGiftAsync(
        string uuid,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ResendGiftAsync(uuid, new GiftbitResend(), options, cancellationToken);

    /// <summary>Sends a reward's e-mail once more: <c>PUT /gifts/{uuid}</c>. Buys nothing. Source: API reference; documented.</summary>
    /// <param name="uuid">The id of the reward.</param>
    /// <param name="resend">What is asked for.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The reward. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Put("/papi/v1/gifts/{uuid}")]
    [Operation(GiftbitOperationNames.ResendGift, OperationKind.Change)]
    Task<GiftbitGiftReply> ResendGiftAsync(
        string uuid,
        [Body] GiftbitResend resend,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Takes back a reward that has not been claimed: <c>DELETE /gifts/{uuid}</c>. How much money returns is a matter of the account's terms,
    /// not always all of it. Source: API reference and help centre; documented.
    /// </summary>
    /// <param name="uuid">The id of the reward.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Stops the waiting; the reward may be taken back anyway.</param>
    /// <returns>The reward. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Delete("/papi/v1/gifts/{uuid}")]
    [Operation(GiftbitOperationNames.CancelGift, OperationKind.Change)]
    Task<GiftbitGiftReply> CancelGiftAsync(
        string uuid,
        [Property] GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );
}

/// <summary>Settings of one call of <see cref="IGiftbitApi"/>.</summary>
public sealed record GiftbitCallOptions
{
    /// <summary>Has Giftbit answer 429 instead of doing anything, so that the handling of limits can be tried. Sandbox only. Source: production checklist; documented.</summary>
    public bool SimulateRateLimit { get; init; }
}
