using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Gifq;

/// <summary>
/// Every operation of GIFQ's API, one method each, for what the neutral roles do not show. Reads are repeated on transient failures; calls that
/// move money are sent once. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// From <c>account.GetService&lt;IGifqApi&gt;()</c>. Amounts are decimal numbers of units of their currency. Every method throws
/// <see cref="GiftCardException"/> when GIFQ refuses, fails, cannot be reached or answers unreadably, and <see cref="ArgumentException"/> for
/// arguments that cannot be right. GIFQ gives no error codes: its message is on the exception, for people.
/// </remarks>
public interface IGifqApi
{
    /// <summary>Lists one page of the catalog, by brand from A to Z: <c>GET /api/products</c>. Source: getting started; documented.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/products")]
    [Operation(GifqOperationNames.ListProducts, OperationKind.Read, Answer = typeof(GifqRows<GifqBrand>))]
    Task<GifqPage<GifqBrand>> ListProductsAsync([Query] GifqPageQuery? page = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Buys one card: <c>POST /api/orders</c>. Not protected against repeats: nothing is journalled here; after a failure that may have left an
    /// order, look for the reference or send it again, never a new one. Source: getting started; documented.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order, pending. Read it again for its card.</returns>
    [Post("/api/orders")]
    [Operation(GifqOperationNames.CreateOrder, OperationKind.Create, KnowsKey = true)]
    Task<GifqOrder> CreateOrderAsync([Body] GifqNewOrder order, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of orders, the newest first, without codes: <c>GET /api/orders</c>. Source: getting started; documented.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/orders")]
    [Operation(GifqOperationNames.ListOrders, OperationKind.Read, Answer = typeof(GifqRows<GifqOrder>))]
    Task<GifqPage<GifqOrder>> ListOrdersAsync([Query] GifqPageQuery? page = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one order, with its card once it is completed: <c>GET /api/orders/:id</c>. Source: getting started; documented.</summary>
    /// <param name="id">GIFQ's id of the order.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/api/orders/{id}")]
    [Operation(GifqOperationNames.GetOrder, OperationKind.Read)]
    Task<GifqOrder> GetOrderAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of campaigns: <c>GET /api/campaigns</c>. Source: getting started; documented, their order is not.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/campaigns")]
    [Operation(GifqOperationNames.ListCampaigns, OperationKind.Read, Answer = typeof(GifqRows<GifqCampaign>))]
    Task<GifqPage<GifqCampaign>> ListCampaignsAsync([Query] GifqPageQuery? page = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a campaign, a draft at first: <c>POST /api/campaigns</c>. Made twice, it is there twice. Source: getting started; documented.</summary>
    /// <param name="campaign">Its name and texts.</param>
    /// <param name="cancellationToken">Stops the waiting; the campaign may be made anyway.</param>
    /// <returns>The campaign.</returns>
    [Post("/api/campaigns")]
    [Operation("campaigns.create", OperationKind.Change)]
    Task<GifqCampaign> CreateCampaignAsync([Body] GifqCampaignEdit campaign, CancellationToken cancellationToken = default);

    /// <summary>Reads one campaign: <c>GET /api/campaigns/:id</c>. Source: assumed.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The campaign. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Experimental("GCSDK001")]
    [Get("/api/campaigns/{id}")]
    [Operation("campaigns.get", OperationKind.Read)]
    Task<GifqCampaign> GetCampaignAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Changes a campaign that is not archived: <c>PATCH /api/campaigns/:id</c>. Source: API reference; documented.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="change">What is to change; what is null stays.</param>
    /// <param name="cancellationToken">Stops the waiting; the change may be made anyway.</param>
    /// <returns>The campaign after it. Whether an active one's brands can change is unsaid: GIFQ may refuse.</returns>
    [Patch("/api/campaigns/{id}")]
    [Operation("campaigns.update", OperationKind.Change)]
    Task<GifqCampaign> UpdateCampaignAsync(string id, [Body] GifqCampaignEdit change, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of the brands that recipients of a campaign may choose: <c>GET /api/campaigns/:id/catalog</c>. Source: getting started; documented.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/campaigns/{id}/catalog")]
    [Operation(GifqOperationNames.ListCampaignProducts, OperationKind.Read, Answer = typeof(GifqRows<GifqBrand>))]
    Task<GifqPage<GifqBrand>> ListCampaignProductsAsync(
        string id,
        [Query] GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a drafted or paused campaign active: <c>POST /api/campaigns/:id/activate</c>. Source: help centre for the move; its path is assumed.</summary>
    /// <param name="id">The campaign's id; it needs a brand, a subject and a text.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The campaign. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Experimental("GCSDK001")]
    [Post("/api/campaigns/{id}/activate")]
    [Operation(GifqOperationNames.ActivateCampaign, OperationKind.Change)]
    Task<GifqCampaign> ActivateCampaignAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Pauses an active campaign: <c>POST /api/campaigns/:id/pause</c>. Payouts that were sent can be claimed. Source: help centre for the move; its path is assumed.</summary>
    /// <param name="id">The campaign's id.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The campaign. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Experimental("GCSDK001")]
    [Post("/api/campaigns/{id}/pause")]
    [Operation(GifqOperationNames.PauseCampaign, OperationKind.Change)]
    Task<GifqCampaign> PauseCampaignAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Puts a drafted or paused campaign away for good: <c>POST /api/campaigns/:id/archive</c>. Source: help centre for the move; its path is assumed.</summary>
    /// <param name="id">The campaign's id; pause an active one first.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The campaign. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Experimental("GCSDK001")]
    [Post("/api/campaigns/{id}/archive")]
    [Operation(GifqOperationNames.ArchiveCampaign, OperationKind.Change)]
    Task<GifqCampaign> ArchiveCampaignAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a batch of payouts: <c>POST /api/payout-orders</c>. Not protected against repeats, and GIFQ takes no key: a second one pays twice.
    /// Use <see cref="IGifqPayouts.DispatchAsync"/>, which journals it. Source: getting started; documented.
    /// </summary>
    /// <param name="payoutOrder">The batch.</param>
    /// <param name="cancellationToken">Ends the call; a batch that was handed over may exist anyway.</param>
    /// <returns>The batch, queued. Too little money refuses it whole.</returns>
    /// <exception cref="ArgumentException">It has no recipient, or more than <see cref="GifqNewPayoutOrder.MaxRecipients"/>.</exception>
    [Post("/api/payout-orders")]
    [Operation("payout_orders.create", OperationKind.Create)]
    Task<GifqPayoutOrder> CreatePayoutOrderAsync([Body] GifqNewPayoutOrder payoutOrder, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of batches: <c>GET /api/payout-orders</c>. Source: getting started; documented, their order is not.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/payout-orders")]
    [Operation(GifqOperationNames.ListPayoutOrders, OperationKind.Read, Answer = typeof(GifqRows<GifqPayoutOrder>))]
    Task<GifqPage<GifqPayoutOrder>> ListPayoutOrdersAsync(
        [Query] GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one batch: <c>GET /api/payout-orders/:id</c>. Source: assumed.</summary>
    /// <param name="id">The batch's id.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The batch. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Experimental("GCSDK001")]
    [Get("/api/payout-orders/{id}")]
    [Operation("payout_orders.get", OperationKind.Read)]
    Task<GifqPayoutOrder> GetPayoutOrderAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of payouts: <c>GET /api/payouts</c>. Source: getting started; documented, their order is not.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/payouts")]
    [Operation(GifqOperationNames.ListPayouts, OperationKind.Read, Answer = typeof(GifqRows<GifqPayout>))]
    Task<GifqPage<GifqPayout>> ListPayoutsAsync([Query] GifqPageQuery? page = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a recipient's redeem page: <c>GET /api/payouts/:token</c>. Sent without the account's token; the claim token in the path is the
    /// credential, and whoever has it can claim. Meant for a recipient's browser: a merchant's servers have no need of it. Source: getting
    /// started; documented, the page's form is assumed.
    /// </summary>
    /// <param name="claimToken">The token of the recipient's link.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page. An unknown or used token is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/api/payouts/{claimToken}")]
    [Operation("payouts.page", OperationKind.Read)]
    Task<GifqRedeemPage> GetRedeemPageAsync(Secret claimToken, CancellationToken cancellationToken = default);

    /// <summary>Lists all balances, one a currency: <c>GET /api/balances</c>. Source: getting started; documented. That it has no pages is inferred.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The balances.</returns>
    [Get("/api/balances")]
    [Operation(GifqOperationNames.ListBalances, OperationKind.Read, Answer = typeof(GifqRows<GifqBalance>))]
    Task<IReadOnlyList<GifqBalance>> ListBalancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists one page of the movements of all balances: <c>GET /api/transactions</c>. Source: getting started; documented, their order is not.</summary>
    /// <param name="page">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/api/transactions")]
    [Operation(GifqOperationNames.ListTransactions, OperationKind.Read, Answer = typeof(GifqRows<GifqTransaction>))]
    Task<GifqPage<GifqTransaction>> ListTransactionsAsync(
        [Query] GifqPageQuery? page = null,
        CancellationToken cancellationToken = default
    );
}
