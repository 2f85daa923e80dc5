using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Every operation of the Gift Card Partners B2B API, one method each, for what the neutral roles do not show. Reads are repeated on transient
/// failures; an order is sent once. Safe for use by many callers at once. No operation that cancels, resends or updates is known.
/// </summary>
/// <remarks>
/// From <c>account.GetService&lt;IGiftCardPartnersApi&gt;()</c>. Paths begin with <c>/v1</c>. Amounts are decimals in units of a currency that only
/// the product names. Every method throws <see cref="GiftCardException"/> when the provider refuses, fails, cannot be reached or answers
/// unreadably, and <see cref="ArgumentException"/> for arguments that cannot be right. Nothing is cached here; see
/// <see cref="IGiftCardPartnersCache"/>.
/// </remarks>
public interface IGiftCardPartnersApi
{
    /// <summary>
    /// Exchanges the account's credentials for a bearer token: <c>POST /Tokens</c>. The SDK does so by itself and keeps the token for its life;
    /// this is for checking the credentials. Source: developer portal; documented.
    /// </summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The token. <see cref="GiftCardErrorCode.Forbidden"/> means that the account's API access is switched off.</returns>
    [Post("/v1/Tokens")]
    [Operation("tokens.create", OperationKind.Read)]
    Task<GiftCardPartnersToken> CreateTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Places an order: <c>POST /Orders</c>. Not protected against repeats: nothing is journalled here; after a failure that may have left an
    /// order, send the same PO number again or look it up, never a new one. Source: API reference; documented, the answer is third-party
    /// knowledge.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the call; an order that was handed over may exist anyway.</param>
    /// <returns>
    /// The order as it was taken, complete or still pending. A PO number that is used already is <see cref="GiftCardErrorCode.Conflict"/> with the
    /// earlier order in <see cref="GiftCardException.OrderId"/>; too little money is <see cref="GiftCardErrorCode.InsufficientFunds"/>.
    /// </returns>
    [Post("/v1/Orders")]
    [Operation(GiftCardPartnersOperationNames.CreateOrder, OperationKind.Create, KnowsKey = true)]
    Task<GiftCardPartnersOrder> CreateOrderAsync([Body] GiftCardPartnersNewOrder order, CancellationToken cancellationToken = default);

    /// <summary>Reads one order: <c>GET /Orders/{id}</c>. Source: developer portal; documented, the answer is third-party knowledge.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The order with its lines and cards. An unknown one is <see cref="GiftCardErrorCode.NotFound"/>.</returns>
    [Get("/v1/Orders/{id}")]
    [Operation(GiftCardPartnersOperationNames.GetOrder, OperationKind.Read)]
    Task<GiftCardPartnersOrder> GetOrderAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of the account's orders: <c>GET /Orders</c>. Source: API reference; its existence is documented, path and page size are third-party knowledge.</summary>
    /// <param name="query">Which page; null for the first.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page; its orders likely lack their lines.</returns>
    [Get("/v1/Orders")]
    [Operation(GiftCardPartnersOperationNames.ListOrders, OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersOrder>> ListOrdersAsync(
        [Query] GiftCardPartnersOrderQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the deposit account: <c>GET /AccountBalance</c>. Source: API reference; its existence is documented, verb and members are assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>Both portions.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/AccountBalance")]
    [Operation(GiftCardPartnersOperationNames.GetBalance, OperationKind.Read)]
    Task<GiftCardPartnersBalance> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists one page of products: <c>GET /Products</c>. Source: developer portal; documented, the envelope is third-party knowledge.</summary>
    /// <param name="query">Which products; null for the first page of all.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The page.</returns>
    [Get("/v1/Products")]
    [Operation(GiftCardPartnersOperationNames.ListProducts, OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersProduct>> ListProductsAsync(
        [Query] GiftCardPartnersProductQuery? query = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads one product: <c>GET /Products/{id}</c>. Inferred from the developer portal, which shows a product on its own.</summary>
    /// <param name="id">The product.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The product. An unknown one is <see cref="GiftCardErrorCode.ProductUnavailable"/>.</returns>
    [Get("/v1/Products/{id}")]
    [Operation(GiftCardPartnersOperationNames.GetProduct, OperationKind.Read)]
    Task<GiftCardPartnersProduct> GetProductAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the ways of posting a card: <c>GET /ShippingMethods</c>. Source: developer portal; documented, the members are assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>All of them.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/ShippingMethods")]
    [Operation("shipping_methods.list", OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersShippingMethod>> ListShippingMethodsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the printed holders that cards are posted in: <c>GET /Carriers</c>. Source: API reference; its existence is documented, verb and members are assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>All of them.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/Carriers")]
    [Operation("carriers.list", OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the looks that messages and claim pages may have: <c>GET /Brandings</c>. Source: developer portal; documented, the members are assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>All of them.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/Brandings")]
    [Operation("brandings.list", OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersBranding>> ListBrandingsAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks whether the service is well: <c>GET /Status</c>. Source: API reference; its name is documented, all else is assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>That it answered with a success is all that counts. See also <see cref="CheckHealthAsync"/>.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/Status")]
    [Operation("status.get", OperationKind.Read, Answer = typeof(ProviderDocument))]
    Task<GiftCardPartnersHealth> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether the provider can be reached with the account's credentials: asks for the service's status; where there is no such operation, which
    /// nobody has documented, asks for a token instead.
    /// </summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>Completes if the provider is well.</returns>
    /// <exception cref="GiftCardException">It is not, or the credentials are refused.</exception>
    async Task CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await GetStatusAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException missing) when (missing.HttpStatus == 404)
        {
            await CreateTokenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lists the account's departments: <c>GET /Departments</c>. Source: API reference; its existence is documented, verb and members are assumed.</summary>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>All of them.</returns>
    [Experimental("GCSDK001")]
    [Get("/v1/Departments")]
    [Operation("departments.list", OperationKind.Read)]
    Task<GiftCardPartnersPage<GiftCardPartnersDepartment>> ListDepartmentsAsync(CancellationToken cancellationToken = default);
}
