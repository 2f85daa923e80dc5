using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Huuray;

/// <summary>
/// Every operation of Huuray's API v4, one method each, for what the neutral roles do not show. Reads are repeated on transient failures, each
/// time signed anew; everything else is sent once. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// From <c>account.GetService&lt;IHuurayApi&gt;()</c>. Amounts are whole numbers of minor units of their currency. Every method throws
/// <see cref="GiftCardException"/> when Huuray refuses, fails, cannot be reached or answers unreadably, and <see cref="ArgumentException"/> for
/// arguments that cannot be right. Huuray gives no error codes: its message is on the exception, for people.
/// </remarks>
public interface IHuurayApi
{
    /// <summary>Lists all balances, one a currency: <c>GET /v4/Balance</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The balances.</returns>
    [Get("/v4/Balance")]
    [Operation(HuurayOperationNames.GetBalances, OperationKind.Read)]
    Task<HuurayBalanceList> GetBalancesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists products, whole: <c>POST /v4/Catalogue</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="all">False for what this account may order; true for the public catalogue, which has no tokens and no discounts.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The products; empty where Huuray says 404.</returns>
    Task<HuurayCatalogue> GetCatalogueAsync(bool all = false, CancellationToken cancellationToken = default) =>
        GetCatalogueAsync(new HuurayCatalogueQuery { All = all }, cancellationToken);

    /// <summary>Lists products, whole: <c>POST /v4/Catalogue</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The products; empty where Huuray says 404.</returns>
    [Post("/v4/Catalogue")]
    [Operation(HuurayOperationNames.GetCatalogue, OperationKind.Read, AttemptSeconds = 30, DeadlineSeconds = 100)]
    Task<HuurayCatalogue> GetCatalogueAsync([Body] HuurayCatalogueQuery query, CancellationToken cancellationToken = default);

    /// <summary>Tells the stock of one product: <c>POST /v4/Stock</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="productToken">The product.</param>
    /// <param name="value">The face value in minor units; null for the product's usual one.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The stock. An unknown product is <see cref="GiftCardErrorCode.ProductUnavailable"/>.</returns>
    Task<HuurayStock> GetStockAsync(string productToken, int? value = null, CancellationToken cancellationToken = default) =>
        GetStockAsync(new HuurayStockQuery { ProductToken = productToken, Value = value }, cancellationToken);

    /// <summary>Tells the stock of one product: <c>POST /v4/Stock</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="query">Whose.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The stock. An unknown product is <see cref="GiftCardErrorCode.ProductUnavailable"/>.</returns>
    [Post("/v4/Stock")]
    [Operation(HuurayOperationNames.GetStock, OperationKind.Read)]
    Task<HuurayStock> GetStockAsync([Body] HuurayStockQuery query, CancellationToken cancellationToken = default);

    /// <summary>Tells the rate between two currencies: <c>GET /v4/ExchangeRates</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="fromCurrency">Three letters.</param>
    /// <param name="toCurrency">Three letters.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The rate. An unknown pair is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/v4/ExchangeRates")]
    [Operation("exchange_rates.get", OperationKind.Read)]
    Task<HuurayExchangeRate> GetExchangeRateAsync(
        [Query] [AliasAs("FromCurrency")] string fromCurrency,
        [Query] [AliasAs("ToCurrency")] string toCurrency,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the layouts of e-mails, text messages and PDFs: <c>POST /v4/Template</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The layouts; empty where Huuray says 404.</returns>
    [Post("/v4/Template")]
    [Operation(HuurayOperationNames.ListTemplates, OperationKind.Read)]
    Task<HuurayTemplateList> ListTemplatesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Buys cards: <c>POST /v4/Order</c>. Not protected against repeats, and Huuray does not recognise one: the same order sent again is bought
    /// again. After a failure that may have left an order, search for its <c>RefID</c> several times before anything else; it may take more than
    /// 30 seconds. Source: vendor's OpenAPI file; documented.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>The order, with its cards if it is synchronous.</returns>
    [Post("/v4/Order")]
    [Operation(HuurayOperationNames.CreateOrder, OperationKind.Create)]
    Task<HuurayOrder> CreateOrderAsync([Body] HuurayNewOrder order, CancellationToken cancellationToken = default);

    /// <summary>Looks for one order: <c>POST /v4/Search</c>. Source: vendor's OpenAPI file; documented.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order, or null where Huuray says 404: an order that is still worked at may not be found yet.</returns>
    /// <exception cref="ArgumentException">The filter is empty; what that would mean is not documented.</exception>
    [Post("/v4/Search")]
    [Operation(HuurayOperationNames.Search, OperationKind.Read)]
    Task<HuurayOrder?> SearchAsync([Body] HuuraySearchFilter filter, CancellationToken cancellationToken = default);

    /// <summary>
    /// Delivers again: <c>POST /v4/Resend</c>. Sends live codes, and a repeat sends them once more. Recipients cannot be changed. Source: vendor's
    /// OpenAPI file; documented.
    /// </summary>
    /// <param name="orderUid">Huuray's id of the order.</param>
    /// <param name="voucherId">One card; null for all recipients of the order.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be sent anyway.</param>
    /// <returns>How many went out. An unknown order is <see cref="GiftCardErrorCode.NotFound"/>, a refusal <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    Task<HuurayResend> ResendAsync(string orderUid, string? voucherId = null, CancellationToken cancellationToken = default) =>
        ResendAsync(new HuurayChoice { OrderUid = orderUid, VoucherId = voucherId }, cancellationToken);

    /// <summary>
    /// Delivers again: <c>POST /v4/Resend</c>. Sends live codes, and a repeat sends them once more. Recipients cannot be changed. Source: vendor's
    /// OpenAPI file; documented.
    /// </summary>
    /// <param name="choice">The order, or one card of it.</param>
    /// <param name="cancellationToken">Stops the waiting; it may be sent anyway.</param>
    /// <returns>How many went out. An unknown order is <see cref="GiftCardErrorCode.NotFound"/>, a refusal <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Post("/v4/Resend")]
    [Operation(HuurayOperationNames.Resend, OperationKind.Change)]
    Task<HuurayResend> ResendAsync([Body] HuurayChoice choice, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes cards back: <c>DELETE /v4/Cancel</c>, with a body. Moves money, and is not protected against repeats. Source: vendor's OpenAPI file;
    /// documented.
    /// </summary>
    /// <param name="orderUid">Huuray's id of the order.</param>
    /// <param name="voucherId">One card; null for the whole order.</param>
    /// <param name="cancellationToken">Stops the waiting; they may be taken back anyway.</param>
    /// <returns>What was taken back. An unknown order is <see cref="GiftCardErrorCode.NotFound"/>, a refusal <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    Task<HuurayCancellation> CancelAsync(string orderUid, string? voucherId = null, CancellationToken cancellationToken = default) =>
        CancelAsync(new HuurayChoice { OrderUid = orderUid, VoucherId = voucherId }, cancellationToken);

    /// <summary>
    /// Takes cards back: <c>DELETE /v4/Cancel</c>, with a body. Moves money, and is not protected against repeats. Source: vendor's OpenAPI file;
    /// documented.
    /// </summary>
    /// <param name="choice">The order, or one card of it.</param>
    /// <param name="cancellationToken">Stops the waiting; they may be taken back anyway.</param>
    /// <returns>What was taken back. An unknown order is <see cref="GiftCardErrorCode.NotFound"/>, a refusal <see cref="GiftCardErrorCode.Conflict"/>.</returns>
    [Delete("/v4/Cancel")]
    [Operation(HuurayOperationNames.Cancel, OperationKind.Change)]
    Task<HuurayCancellation> CancelAsync([Body] HuurayChoice choice, CancellationToken cancellationToken = default);

    /// <summary>Makes PDFs of an order's cards, or says that they are not ready: <c>POST /v4/Pdf</c>. Source: vendor's clients; documented there.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The PDFs, if they are ready. An unknown order, card or layout is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Post("/v4/Pdf")]
    [Operation("pdf.get", OperationKind.Read, AttemptSeconds = 100, DeadlineSeconds = 100)]
    Task<HuurayPdf> GetPdfAsync([Body] HuurayPdfQuery query, CancellationToken cancellationToken = default);

    /// <summary>Stores a purchase order for one order to name: <c>POST /v4/Upload</c>. Sent twice, it is stored twice. Source: vendor's clients; documented there.</summary>
    /// <param name="file">A PDF or a picture.</param>
    /// <param name="cancellationToken">Stops the waiting; the file may be stored anyway.</param>
    /// <returns>What an order names.</returns>
    /// <exception cref="ArgumentException">The file is empty, too large, or neither a PDF nor a picture.</exception>
    [Post("/v4/Upload")]
    [Operation("upload.create", OperationKind.Change, AttemptSeconds = 100, DeadlineSeconds = 100)]
    Task<HuurayUpload> UploadAsync([Body] HuurayFile file, CancellationToken cancellationToken = default);
}
