using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Puts a twin's answer on the wire.</summary>
internal static class AnswerWriter
{
    public static void WriteHead(HttpContext http, SandboxAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.RetryAfter is { } retryAfter)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        if (answer.Location is { } location)
        {
            http.Response.Headers.Location = location;
        }

        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }
    }

    public static async Task WriteAsync(HttpContext http, SandboxAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }
}
