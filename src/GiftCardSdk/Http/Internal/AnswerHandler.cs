namespace GiftCardSdk.Http.Internal;

/// <summary>
/// The transport's last step on our side: reads the answer within its bounds while the attempt's time still runs, and turns whatever the
/// transport throws into an end that says what is known.
/// </summary>
internal sealed class AnswerHandler(
    ProviderErrors errors,
    ProviderExceptions exceptions,
    ProviderClock clock,
    TimeProvider time,
    int maxBytes
) : DelegatingHandler
{
    /// <summary>What is kept of a failed answer; error bodies are small, and pages of a proxy need not be.</summary>
    private const int MaxFailureBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            (request.Content as SingleUseContent)?.MarkAnswered();
            request.RetryAfter = RetryAfter.Read(response.Headers, time);
            if (errors.IsSuccess(request.Operation, (int)response.StatusCode))
            {
                await ReadAnswerAsync(request, response, cancellationToken).ConfigureAwait(false);
                request.Succeeded = true;
                clock.Hear(response.Headers);
            }
            else
            {
                await ReadFailureAsync(request, response, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception cause)
        {
            response?.Dispose();
            request.EndAttempt();
            if (cause is GiftCardException || (cause is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                throw;
            }

            throw (request.Content as SingleUseContent)?.Refusal ?? (Exception)AttemptFailedException.From(cause);
        }
    }

    private async ValueTask ReadAnswerAsync(ProviderRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = await BoundedBody.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false);
        if (!body.IsWhole)
        {
            throw exceptions.TooLarge(request, response, maxBytes);
        }

        try
        {
            request.Read(body.Bytes, response.Content.Headers);
        }
        catch (Exception cause)
        {
            throw exceptions.Unreadable(request, response, body.Bytes, cause);
        }
    }

    private static async ValueTask ReadFailureAsync(
        ProviderRequest request,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var body = await BoundedBody.ReadAsync(response.Content, MaxFailureBytes, cancellationToken).ConfigureAwait(false);
            request.FailureBody = WireText.ToUtf8(body.Bytes, response.Content.Headers.ContentType?.CharSet).ToArray();
            request.FailureIsWhole = body.IsWhole;
        }
        catch (Exception cause) when (cause is IOException or HttpRequestException or InvalidDataException or FormatException)
        {
            // A read has failed as its status says. Of a call that moves money, half a body says nothing.
            request.FailureBody = [];
            request.FailureIsWhole = false;
        }
    }
}
