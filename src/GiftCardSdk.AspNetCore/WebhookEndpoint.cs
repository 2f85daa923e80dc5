using System.Buffers;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore;

/// <summary>Reads a delivery within its bounds and answers as the inbox says.</summary>
internal static class WebhookEndpoint
{
    public const string Account = "account";
    public const string Token = "token";

    public static async Task HandleAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var most = services.GetRequiredService<IOptions<GiftCardEventOptions>>().Value.MaxBodyBytes;
        if (await ReadAsync(context.Request, most, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var answer = await services
            .GetRequiredService<IGiftCards>()
            .Webhooks.ReceiveAsync(RequestOf(context, body), context.RequestAborted)
            .ConfigureAwait(false);
        await AnswerAsync(context.Response, answer, context.RequestAborted).ConfigureAwait(false);
    }

    private static WebhookRequest RequestOf(HttpContext context, ReadOnlyMemory<byte> body) =>
        new()
        {
            Account = context.GetRouteValue(Account) as string ?? "",
            Token = context.GetRouteValue(Token) as string,
            Body = body,
            Header = name => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            RemoteAddress = context.Connection.RemoteIpAddress,
        };

    /// <summary>The body, byte for byte; null if it is larger than it may be, said beforehand or not.</summary>
    private static async ValueTask<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        // What the server itself allows may be less than what the SDK was told to.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = most + 1L;
        }

        // What a stranger announces is not set aside before it has come.
        var buffer = new ArrayBufferWriter<byte>(Math.Min(4096, most));
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.WrittenSpan.ToArray();
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                return null;
            }
        }
    }

    private static async ValueTask AnswerAsync(HttpResponse response, WebhookAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.StatusCode;
        if (!answer.Body.IsEmpty)
        {
            response.ContentType = MediaTypeNames.Application.Json;
            await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
