using System.Net;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;

namespace GiftCardSdk.Huuray;

/// <summary>What the attributes of <see cref="IHuurayApi"/> cannot say: arguments that cannot be right, the form of a file, and what a status adds.</summary>
internal sealed class HuurayRules(HuuraySettings settings) : ApiRules
{
    protected override void Prepare(ApiCall apiCall)
    {
        switch (apiCall.Content)
        {
            case HuurayStockQuery stock:
                CheckProduct(stock.ProductToken);
                break;
            case HuurayChoice choice:
                CheckOrder(choice.OrderUid);
                break;
            case HuurayPdfQuery pdf:
                Check(pdf);
                break;
            case HuuraySearchFilter search:
                Check(search);
                break;
            case HuurayFile file:
                HuurayForm.Check(file);
                apiCall.Body = HuurayForm.Of(file);
                break;
        }

        if (apiCall.MethodName == nameof(IHuurayApi.GetExchangeRateAsync))
        {
            apiCall.Query = ProviderPath.WithQuery(
                "",
                ("FromCurrency", Currency(apiCall, "fromCurrency")),
                ("ToCurrency", Currency(apiCall, "toCurrency"))
            );
        }

        // Without content, the platform repeats even a GET on its own, and with it a nonce.
        apiCall.Body ??= ProviderBody.Empty;
    }

    protected override object? Conclude(ApiCall apiCall, ProviderResponse<object> answer) =>
        answer.Body switch
        {
            HuurayOrder order when apiCall.Operation.Name == HuurayOperationNames.Search => Found(apiCall, answer.Status, order),
            HuurayCatalogue or HuurayTemplateList => Known(apiCall, answer.Status, (HuurayAnswer)answer.Body),
            HuurayResend resend => resend with { IsPartial = IsPartial(answer.Status) },
            HuurayCancellation cancellation => cancellation with { IsPartial = IsPartial(answer.Status) },
            HuurayPdf pdf => pdf with { IsReady = answer.Status != (int)HttpStatusCode.Accepted, RetryAfter = answer.RetryAfter },
            _ => answer.Body,
        };

    private static void CheckProduct(string productToken) => ArgumentException.ThrowIfNullOrWhiteSpace(productToken);

    private static void CheckOrder(string orderUid) => ArgumentException.ThrowIfNullOrWhiteSpace(orderUid);

    private static void Check(HuurayPdfQuery query) => ArgumentException.ThrowIfNullOrWhiteSpace(query.OrderUid, nameof(query));

    private static void Check(HuuraySearchFilter filter)
    {
        if (filter == HuuraySearchFilter.Nothing)
        {
            throw new ArgumentException("The filter is empty; give at least one member, such as RefId.", nameof(filter));
        }
    }

    private static string Currency(ApiCall apiCall, string parameter) => Money.Of(0, apiCall.Argument<string>(parameter)!).Currency;

    private HuurayOrder? Found(ApiCall apiCall, int status, HuurayOrder order) =>
        (status == HuurayErrors.NotFound, Known(apiCall, status, order).IsOrder) switch
        {
            (true, false) => null,
            (false, true) => order,
            // The schema lets an order come without an id, and one that is worked off without cards.
            (false, false) when !string.IsNullOrWhiteSpace(order.RefId) => order,
            _ => throw settings.Unexpected(
                "Huuray's answer to a search contradicts itself: its status says one thing and its OrderUID another.",
                HuurayOperationNames.Search,
                httpStatus: status
            ),
        };

    /// <summary>A 404 means "none" if it is Huuray's own: that of a gateway means nothing, and taken for "no order" it would buy twice.</summary>
    private T Known<T>(ApiCall apiCall, int status, T answer)
        where T : HuurayAnswer =>
        status != HuurayErrors.NotFound || answer is { Status: HuurayErrors.NotFound, StatusMessage: not null }
            ? answer
            : throw settings.Unexpected(
                $"Something answered {apiCall.Operation.Name} with 404 that does not look like Huuray; see whether BaseAddress is right.",
                apiCall.Operation.Name,
                httpStatus: status
            );

    private static bool IsPartial(int status) => status == (int)HttpStatusCode.PartialContent;
}
