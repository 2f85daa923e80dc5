using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What the attributes of <see cref="IGiftCardPartnersApi"/> cannot say: the client that a token is fetched with, pages as the account counts them,
/// and a status call whose path and answer are assumed.
/// </summary>
internal sealed class GiftCardPartnersRules(
    GiftCardPartnersWireAssumptions assumptions,
    JsonSerializerOptions json,
    ProviderHttpClient tokens
) : ApiRules
{
    protected override void Prepare(ApiCall apiCall)
    {
        switch (apiCall.MethodName)
        {
            case nameof(IGiftCardPartnersApi.CreateTokenAsync):
                apiCall.Http = tokens;
                break;
            case nameof(IGiftCardPartnersApi.ListOrdersAsync):
                apiCall.Query = QueryOf(apiCall.Argument<GiftCardPartnersOrderQuery>("query") ?? new());
                break;
            case nameof(IGiftCardPartnersApi.ListProductsAsync):
                apiCall.Query = QueryOf(apiCall.Argument<GiftCardPartnersProductQuery>("query") ?? new());
                break;
            case nameof(IGiftCardPartnersApi.GetStatusAsync):
                apiCall.Path = "v1/" + assumptions.StatusPath;
                break;
        }
    }

    protected override object? Conclude(ApiCall apiCall, ProviderResponse<object> answer) =>
        answer.Body is ProviderDocument document ? Health(document.Bytes.Span) : answer.Body;

    private string QueryOf(GiftCardPartnersOrderQuery query) =>
        ProviderPath.WithQuery(
            "",
            ("pageIndex", PageIndex(query.Page)),
            ("pageSize", PageSize(query.PageSize)),
            (assumptions.OrderListPONumberParameter ?? "", assumptions.OrderListPONumberParameter is null ? null : query.PONumber)
        );

    private string QueryOf(GiftCardPartnersProductQuery query) =>
        ProviderPath.WithQuery(
            "",
            ("pageIndex", PageIndex(query.Page)),
            ("pageSize", PageSize(query.PageSize)),
            ("productName", WireText.OrNull(query.ProductName)),
            ("productDescription", WireText.OrNull(query.ProductDescription)),
            ("productType", WireText.OrNull(query.ProductType))
        );

    /// <summary>Both are always sent: what the server takes them for otherwise is not known.</summary>
    private string PageIndex(int page)
    {
        CheckPage(page, "query");
        return (assumptions.FirstPageIndex + page - 1).ToString(CultureInfo.InvariantCulture);
    }

    private string PageSize(int? size)
    {
        CheckPageSize(size, null, "PageSize", "query");
        return (size ?? assumptions.PageSize).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The status code has said it all: a body that is no JSON takes nothing of that back.</summary>
    private GiftCardPartnersHealth Health(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, (JsonTypeInfo<GiftCardPartnersHealth>)json.GetTypeInfo(typeof(GiftCardPartnersHealth)))
                ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
