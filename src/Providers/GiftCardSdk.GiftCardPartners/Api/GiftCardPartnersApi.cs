using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class GiftCardPartnersApi(ProviderHttpClient http, ProviderHttpClient tokens, GiftCardPartnersWireAssumptions assumptions)
    : IGiftCardPartnersApi
{
    private const string Prefix = "v1/";

    private readonly JsonSerializerOptions _json = GiftCardPartnersMemberNames.Apply(assumptions.MemberNames);

    public Task<GiftCardPartnersToken> CreateTokenAsync(CancellationToken cancellationToken = default) =>
        FetchTokenAsync(tokens, cancellationToken);

    public async Task<GiftCardPartnersOrder> CreateOrderAsync(GiftCardPartnersNewOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var body = ProviderBody.Json(order, Type<GiftCardPartnersNewOrder>());
        var response = await http.SendAsync(
                GiftCardPartnersOperations.CreateOrder,
                Prefix + "Orders",
                Type<GiftCardPartnersOrder>(),
                body,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return response.Body;
    }

    public Task<GiftCardPartnersOrder> GetOrderAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersOrder>(GiftCardPartnersOperations.GetOrder, "Orders/" + ProviderPath.Segment(id), cancellationToken);

    public Task<GiftCardPartnersPage<GiftCardPartnersOrder>> ListOrdersAsync(
        GiftCardPartnersOrderQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new();
        var path = ProviderPath.WithQuery(
            "Orders",
            ("pageIndex", PageIndex(query.Page)),
            ("pageSize", PageSize(query.PageSize)),
            (assumptions.OrderListPONumberParameter ?? "", assumptions.OrderListPONumberParameter is null ? null : query.PONumber)
        );
        return ReadAsync<GiftCardPartnersPage<GiftCardPartnersOrder>>(GiftCardPartnersOperations.ListOrders, path, cancellationToken);
    }

    public Task<GiftCardPartnersBalance> GetBalanceAsync(CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersBalance>(GiftCardPartnersOperations.GetBalance, "AccountBalance", cancellationToken);

    public Task<GiftCardPartnersPage<GiftCardPartnersProduct>> ListProductsAsync(
        GiftCardPartnersProductQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new();
        var path = ProviderPath.WithQuery(
            "Products",
            ("pageIndex", PageIndex(query.Page)),
            ("pageSize", PageSize(query.PageSize)),
            ("productName", NullIfBlank(query.ProductName)),
            ("productDescription", NullIfBlank(query.ProductDescription)),
            ("productType", NullIfBlank(query.ProductType))
        );
        return ReadAsync<GiftCardPartnersPage<GiftCardPartnersProduct>>(GiftCardPartnersOperations.ListProducts, path, cancellationToken);
    }

    public Task<GiftCardPartnersProduct> GetProductAsync(string id, CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersProduct>(
            GiftCardPartnersOperations.GetProduct,
            "Products/" + ProviderPath.Segment(id),
            cancellationToken
        );

    public Task<GiftCardPartnersPage<GiftCardPartnersShippingMethod>> ListShippingMethodsAsync(
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<GiftCardPartnersPage<GiftCardPartnersShippingMethod>>(
            GiftCardPartnersOperations.ListShippingMethods,
            "ShippingMethods",
            cancellationToken
        );

    public Task<GiftCardPartnersPage<GiftCardPartnersCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersPage<GiftCardPartnersCarrier>>(GiftCardPartnersOperations.ListCarriers, "Carriers", cancellationToken);

    public Task<GiftCardPartnersPage<GiftCardPartnersBranding>> ListBrandingsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersPage<GiftCardPartnersBranding>>(GiftCardPartnersOperations.ListBrandings, "Brandings", cancellationToken);

    public async Task<GiftCardPartnersHealth> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var response = await http.SendForDocumentAsync(
                GiftCardPartnersOperations.GetStatus,
                Prefix + assumptions.StatusPath,
                "application/json",
                null,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return Health(response.Body.Bytes.Span);
    }

    public Task<GiftCardPartnersPage<GiftCardPartnersDepartment>> ListDepartmentsAsync(CancellationToken cancellationToken = default) =>
        ReadAsync<GiftCardPartnersPage<GiftCardPartnersDepartment>>(
            GiftCardPartnersOperations.ListDepartments,
            "Departments",
            cancellationToken
        );

    /// <summary>The one call that needs no token; its client puts the account's credentials on it instead.</summary>
    public static async Task<GiftCardPartnersToken> FetchTokenAsync(ProviderHttpClient tokens, CancellationToken cancellationToken)
    {
        var response = await tokens
            .SendAsync(
                GiftCardPartnersOperations.CreateToken,
                Prefix + "Tokens",
                GiftCardPartnersJsonContext.Default.GiftCardPartnersToken,
                ProviderBody.Empty,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return response.Body;
    }

    private async Task<T> ReadAsync<T>(ProviderOperation operation, string path, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(operation, Prefix + path, Type<T>(), null, null, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }

    /// <summary>The status code has said it all: a body that is no JSON takes nothing of that back.</summary>
    private GiftCardPartnersHealth Health(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Type<GiftCardPartnersHealth>()) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    private JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));

    /// <summary>Both are always sent: what the server takes them for otherwise is not known.</summary>
    private string PageIndex(int page)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        return (assumptions.FirstPageIndex + page - 1).ToString(CultureInfo.InvariantCulture);
    }

    private string PageSize(int? size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size ?? 1, 1, nameof(size));
        return (size ?? assumptions.PageSize).ToString(CultureInfo.InvariantCulture);
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
