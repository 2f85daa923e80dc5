using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Huuray;

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class HuurayApi(ProviderHttpClient http, HuuraySettings settings) : IHuurayApi
{
    private static HuurayJsonContext Json => HuurayJsonContext.Default;

    // Calls without a body carry an empty one: without content, the platform repeats even a GET on its own, and with it a nonce.
    public async Task<HuurayBalanceList> GetBalancesAsync(CancellationToken cancellationToken = default) =>
        (
            await SendAsync(HuurayOperations.GetBalances, "v4/Balance", Json.HuurayBalanceList, ProviderBody.Empty, cancellationToken)
                .ConfigureAwait(false)
        ).Body;

    public async Task<HuurayCatalogue> GetCatalogueAsync(bool all = false, CancellationToken cancellationToken = default) =>
        Known(
            HuurayOperations.GetCatalogue,
            await SendAsync(
                    HuurayOperations.GetCatalogue,
                    "v4/Catalogue",
                    Json.HuurayCatalogue,
                    ProviderBody.Json(new() { All = all }, Json.HuurayCatalogueQuery),
                    cancellationToken
                )
                .ConfigureAwait(false)
        );

    public async Task<HuurayStock> GetStockAsync(string productToken, int? value = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productToken);
        var query = new HuurayStockQuery { ProductToken = productToken, Value = value };
        var body = ProviderBody.Json(query, Json.HuurayStockQuery);
        return (
            await SendAsync(HuurayOperations.GetStock, "v4/Stock", Json.HuurayStock, body, cancellationToken).ConfigureAwait(false)
        ).Body;
    }

    public async Task<HuurayExchangeRate> GetExchangeRateAsync(
        string fromCurrency,
        string toCurrency,
        CancellationToken cancellationToken = default
    )
    {
        var path = ProviderPath.WithQuery(
            "v4/ExchangeRates",
            ("FromCurrency", Money.Of(0, fromCurrency).Currency),
            ("ToCurrency", Money.Of(0, toCurrency).Currency)
        );
        return (
            await SendAsync(HuurayOperations.GetExchangeRate, path, Json.HuurayExchangeRate, ProviderBody.Empty, cancellationToken)
                .ConfigureAwait(false)
        ).Body;
    }

    public async Task<HuurayTemplateList> ListTemplatesAsync(CancellationToken cancellationToken = default) =>
        Known(
            HuurayOperations.ListTemplates,
            await SendAsync(HuurayOperations.ListTemplates, "v4/Template", Json.HuurayTemplateList, ProviderBody.Empty, cancellationToken)
                .ConfigureAwait(false)
        );

    public async Task<HuurayOrder> CreateOrderAsync(HuurayNewOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var body = ProviderBody.Json(order, Json.HuurayNewOrder);
        return (
            await SendAsync(HuurayOperations.CreateOrder, "v4/Order", Json.HuurayOrder, body, cancellationToken).ConfigureAwait(false)
        ).Body;
    }

    public async Task<HuurayOrder?> SearchAsync(HuuraySearchFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter == HuuraySearchFilter.Nothing)
        {
            throw new ArgumentException("The filter is empty; give at least one member, such as RefId.", nameof(filter));
        }

        var response = await SendAsync(
                HuurayOperations.Search,
                "v4/Search",
                Json.HuurayOrder,
                ProviderBody.Json(filter, Json.HuuraySearchFilter),
                cancellationToken
            )
            .ConfigureAwait(false);
        var order = Known(HuurayOperations.Search, response);
        return (response.Status == HuurayErrors.NotFound, order.IsOrder) switch
        {
            (true, false) => null,
            (false, true) => order,
            // The schema lets an order come without an id, and one that is worked off without cards.
            (false, false) when !string.IsNullOrWhiteSpace(order.RefId) => order,
            _ => throw settings.Unexpected(
                "Huuray's answer to a search contradicts itself: its status says one thing and its OrderUID another.",
                HuurayOperations.Search.Name
            ),
        };
    }

    public async Task<HuurayResend> ResendAsync(string orderUid, string? voucherId = null, CancellationToken cancellationToken = default)
    {
        var response = await SendAsync(
                HuurayOperations.Resend,
                "v4/Resend",
                Json.HuurayResend,
                Choice(orderUid, voucherId),
                cancellationToken
            )
            .ConfigureAwait(false);
        return response.Body with { IsPartial = IsPartial(response.Status) };
    }

    public async Task<HuurayCancellation> CancelAsync(
        string orderUid,
        string? voucherId = null,
        CancellationToken cancellationToken = default
    )
    {
        var response = await SendAsync(
                HuurayOperations.Cancel,
                "v4/Cancel",
                Json.HuurayCancellation,
                Choice(orderUid, voucherId),
                cancellationToken
            )
            .ConfigureAwait(false);
        return response.Body with { IsPartial = IsPartial(response.Status) };
    }

    public async Task<HuurayPdf> GetPdfAsync(HuurayPdfQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.OrderUid, nameof(query));
        var body = ProviderBody.Json(query, Json.HuurayPdfQuery);
        var response = await SendAsync(HuurayOperations.GetPdf, "v4/Pdf", Json.HuurayPdf, body, cancellationToken).ConfigureAwait(false);
        return response.Body with { IsReady = response.Status != (int)HttpStatusCode.Accepted, RetryAfter = response.RetryAfter };
    }

    public async Task<HuurayUpload> UploadAsync(HuurayFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        Check(file);
        using var form = new MultipartFormDataContent();
        var part = new ReadOnlyMemoryContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        form.Add(part, "File", file.FileName);
        var body = ProviderBody.Of(
            await form.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
            form.Headers.ContentType!.ToString()
        );
        return (
            await SendAsync(HuurayOperations.Upload, "v4/Upload", Json.HuurayUpload, body, cancellationToken).ConfigureAwait(false)
        ).Body;
    }

    private Task<ProviderResponse<T>> SendAsync<T>(
        ProviderOperation operation,
        string path,
        JsonTypeInfo<T> type,
        ProviderBody body,
        CancellationToken cancellationToken
    ) => http.SendAsync(operation, path, type, body, null, cancellationToken);

    /// <summary>A 404 means "none" if it is Huuray's own: that of a gateway means nothing, and taken for "no order" it would buy twice.</summary>
    private T Known<T>(ProviderOperation operation, ProviderResponse<T> response)
        where T : HuurayAnswer =>
        response.Status != HuurayErrors.NotFound || response.Body is { Status: HuurayErrors.NotFound, StatusMessage: not null }
            ? response.Body
            : throw settings.Unexpected(
                $"Something answered {operation.Name} with 404 that does not look like Huuray; see whether BaseAddress is right.",
                operation.Name
            );

    private static ProviderBody Choice(string orderUid, string? voucherId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderUid);
        return ProviderBody.Json(new() { OrderUid = orderUid, VoucherId = voucherId }, Json.HuurayChoice);
    }

    private static bool IsPartial(int status) => status == (int)HttpStatusCode.PartialContent;

    private static void Check(HuurayFile file)
    {
        if (file.Content.IsEmpty || file.Content.Length > HuurayFile.MaxBytes)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Content: the file has {file.Content.Length} bytes; 1 to {HuurayFile.MaxBytes} are expected."
                ),
                nameof(file)
            );
        }

        if (
            string.IsNullOrWhiteSpace(file.FileName)
            || file.FileName.AsSpan().ContainsAny("\"\\/")
            || DeliverableText.MistakeOf(file.FileName, TextKind.Line) is not null
        )
        {
            throw new ArgumentException(
                "FileName: a file name is expected, without quotation marks, slashes and characters that nobody sees (it is not shown here).",
                nameof(file)
            );
        }

        var isFile =
            MediaTypeHeaderValue.TryParse(file.ContentType, out var type)
            && (
                string.Equals(type.MediaType, "application/pdf", StringComparison.OrdinalIgnoreCase)
                || type.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
            );
        if (!isFile)
        {
            throw new ArgumentException(
                $"ContentType: '{file.ContentType}' was given; application/pdf or the media type of a picture is expected.",
                nameof(file)
            );
        }
    }
}
