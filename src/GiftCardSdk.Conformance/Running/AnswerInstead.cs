using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GiftCardSdk.Conformance.Running;

/// <summary>An answer that is given in place of the provider's, before or after it has sold.</summary>
internal sealed record AnswerInstead(int Status, string Body, string MediaType, bool IsCut, bool IsAfterSale)
{
    /// <summary>What gateways say; the status stands for {0}.</summary>
    private static readonly CompositeFormat[] OfGateways =
    [
        CompositeFormat.Parse("""{{"message":"Forbidden"}}"""),
        CompositeFormat.Parse("""{{"error":"forbidden"}}"""),
        CompositeFormat.Parse("""{{"status":{0},"message":"Too many requests"}}"""),
        CompositeFormat.Parse("""{{"type":"about:blank","title":"Refused","status":{0},"detail":"By policy."}}"""),
        CompositeFormat.Parse("""{{"error":{{"code":{0},"message":"Refused.","status":"PERMISSION_DENIED"}}}}"""),
        CompositeFormat.Parse("""{{"Message":"Refused by policy."}}"""),
        CompositeFormat.Parse("""{{"statusCode":{0},"message":"Access denied.","request_id":"gw-1"}}"""),
        CompositeFormat.Parse("""[{0}]"""),
    ];

    /// <summary>The answer, or null if the provider documents no error of its own to give.</summary>
    public static AnswerInstead? Of(HttpConformanceStage stage, ConformanceAnswer answer, int status, bool isAfterSale)
    {
        var own = stage.ErrorBody(status);
        var half = own ?? string.Format(CultureInfo.InvariantCulture, OfGateways[2], status);
        return answer switch
        {
            ConformanceAnswer.Own => own is null ? null : new(status, own, "application/json", false, isAfterSale),
            ConformanceAnswer.Html => new(status, "<html><body>This is not the provider.</body></html>", "text/html", false, isAfterSale),
            ConformanceAnswer.Empty => new(status, "", "text/plain", false, isAfterSale),
            ConformanceAnswer.OtherJson => new(
                status,
                string.Format(CultureInfo.InvariantCulture, OfGateways[status % OfGateways.Length], status),
                "application/json",
                false,
                isAfterSale
            ),
            // The connection broke off, or the half is all there is.
            _ when status % 2 == 0 => new(status, half, "application/json", true, isAfterSale),
            _ => new(status, half[..(half.Length / 2)], "application/json", false, isAfterSale),
        };
    }

    public HttpResponseMessage ToResponse()
    {
        var bytes = Encoding.UTF8.GetBytes(Body);
        HttpContent content = IsCut ? new StreamContent(new CutStream(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        content.Headers.ContentLength = bytes.Length;
        return new((HttpStatusCode)Status) { Content = content };
    }

    /// <summary>Ends halfway, as a connection does that is lost.</summary>
    private sealed class CutStream(byte[] bytes) : MemoryStream(bytes[..(bytes.Length / 2)])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read
                ? read
                : throw new HttpIOException(HttpRequestError.ResponseEnded, "The answer broke off.");
    }
}
