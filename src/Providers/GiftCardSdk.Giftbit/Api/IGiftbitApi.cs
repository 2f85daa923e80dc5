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
    Task<GiftbitPing> PingAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of brands, without prices: <c>GET /brands</c>. Source: API reference; documented.</summary>
    /// <param name="query">Which brands; null for the first page of all.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    Task<GiftbitBrandPage> ListBrandsAsync(
        GiftbitBrandQuery? query = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one brand with its prices: <c>GET /brands/{brand_code}</c>. Source: API reference; documented.</summary>
    /// <param name="brandCode">The brand; capital letters count.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The brand. An unknown one is <see cref="GiftCardErrorCode.ProductUnavailable"/>.</returns>
    Task<GiftbitBrandReply> GetBrandAsync(
        string brandCode,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the regions: <c>GET /regions</c>. Source: API reference; documented.</summary>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The regions with their numbers and names.</returns>
    Task<GiftbitRegionList> ListRegionsAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Orders rewards that Giftbit sends by e-mail: <c>POST /campaign</c>. Not protected against repeats: nothing is journalled here; after a
    /// failure that may have left an order, look it up or send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="campaign">The order.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist all the same.</param>
    /// <returns>The order as Giftbit took it. Lack of money is no error: see <see cref="GiftbitCampaign.Status"/>.</returns>
    Task<GiftbitCampaignReply> CreateEmailCampaignAsync(
        GiftbitEmailCampaign campaign,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders short links, which are made later (<see cref="GetLinksAsync"/>): <c>POST /campaign</c> with <c>SHORTLINK</c>. Not protected
    /// against repeats: nothing is journalled here; after a failure that may have left an order, look it up or send the same id again, never a
    /// new one. Source: API reference; documented.
    /// </summary>
    /// <param name="campaign">The order; either a number of links or contacts.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist all the same.</param>
    /// <returns>The order as Giftbit took it, without links.</returns>
    Task<GiftbitCampaignReply> CreateShortLinkCampaignAsync(
        GiftbitShortLinkCampaign campaign,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads an order: <c>GET /campaign/{id}</c>. Source: API reference; documented.</summary>
    /// <param name="id">The caller's own id of the order, or Giftbit's.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order, without links. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    Task<GiftbitCampaignReply> GetCampaignAsync(
        string id,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one page of an order's links: <c>GET /links/{id}</c>. Source: API reference; documented. Limit and offset are from the documents of 2015.</summary>
    /// <param name="id">The caller's own id of the order.</param>
    /// <param name="limit">Links in one answer, at most 100; null for Giftbit's 50.</param>
    /// <param name="offset">How many links to skip; null for none.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The links, or a page without any while they are being made. Giftbit advises to ask every five minutes.</returns>
    Task<GiftbitLinkPage> GetLinksAsync(
        string id,
        int? limit = null,
        int? offset = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders direct links, which stand in the answer: <c>POST /direct_links</c>. Not protected against repeats: nothing is journalled here;
    /// after a failure that may have left an order, look it up or send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist all the same.</param>
    /// <returns>The order as Giftbit took it, with its links.</returns>
    Task<GiftbitDirectLinkReply> CreateDirectLinksAsync(
        GiftbitDirectLinkOrder order,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Orders one reward to be shown inside an application: <c>POST /embedded</c>. Not protected against repeats: nothing is journalled here;
    /// after a failure send the same id again, which is also the only way to a lost link. Source: API reference; documented.
    /// </summary>
    /// <param name="order">The order. It counts as claimed at once.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist all the same.</param>
    /// <returns>The order as Giftbit took it, with its link.</returns>
    Task<GiftbitEmbeddedReply> CreateEmbeddedAsync(
        GiftbitEmbeddedOrder order,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the balances: <c>GET /funds</c>. Also the simplest check that the token works. Source: production checklist; documented.</summary>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The balances by currency.</returns>
    Task<GiftbitFunds> GetFundsAsync(GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges the credit card stored in Giftbit's portal: <c>POST /funds</c>. Not protected against repeats: nothing is journalled here and no
    /// top-up can be looked up; after a failure send the same id again, never a new one. Source: API reference; documented.
    /// </summary>
    /// <param name="topUp">How much.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call; the card may be charged all the same.</param>
    /// <returns>The balances after it. A refused card is <see cref="GiftCardErrorCode.PaymentRefused"/>.</returns>
    Task<GiftbitFunds> AddFundsAsync(GiftbitTopUp topUp, GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of rewards: <c>GET /gifts</c>. The rewards of a new order appear some seconds after it. Source: API reference; documented.</summary>
    /// <param name="query">Which rewards; null for the first page of all.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">A part of a name or address has fewer than 3 characters.</exception>
    Task<GiftbitGiftPage> ListGiftsAsync(
        GiftbitGiftQuery? query = null,
        GiftbitCallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one reward: <c>GET /gifts/{uuid}</c>. Source: API reference; documented.</summary>
    /// <param name="uuid">The id of the reward, which is not that of its order: take it from <see cref="ListGiftsAsync"/>.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The reward. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>, or an answer without a reward.</returns>
    Task<GiftbitGiftReply> GetGiftAsync(string uuid, GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends a reward's e-mail once more: <c>PUT /gifts/{uuid}</c>. Buys nothing. Source: API reference; documented.</summary>
    /// <param name="uuid">The id of the reward.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The reward. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    Task<GiftbitGiftReply> ResendGiftAsync(string uuid, GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back a reward that has not been claimed: <c>DELETE /gifts/{uuid}</c>. How much money returns is a matter of the account's terms,
    /// not always all of it. Source: API reference and help centre; documented.
    /// </summary>
    /// <param name="uuid">The id of the reward.</param>
    /// <param name="options">Settings of this call; null for none.</param>
    /// <param name="cancellationToken">Stops the waiting; the reward may be taken back all the same.</param>
    /// <returns>The reward. A refusal is <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    Task<GiftbitGiftReply> CancelGiftAsync(string uuid, GiftbitCallOptions? options = null, CancellationToken cancellationToken = default);
}
