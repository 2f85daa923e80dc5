using System.Net;
using System.Net.Http.Headers;

namespace GiftCardSdk.Benchmarks;

/// <summary>Answers at once from memory, after taking the request's body as a socket would.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var body = new ByteArrayContent(Answers.For(request.RequestUri!.AbsolutePath));
        body.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = body, RequestMessage = request };
    }
}
