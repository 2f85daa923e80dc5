using System.Net;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Puts the live credential on each attempt, and the next one after a 401: once per credential. What is no mere read is sent again only after a
/// 401 of the provider's own: that of a gateway may come after the provider has sold.
/// </summary>
internal sealed class CredentialsHandler(ProviderCredentials credentials, ProviderExceptions exceptions) : DelegatingHandler
{
    /// <summary>Ends what a careless <see cref="ProviderCredentials"/> that never runs out would make endless.</summary>
    private const int MostCredentials = 16;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = (ProviderRequest)message;
        HttpResponseMessage? refused = null;
        for (var rejected = 0; rejected < MostCredentials; rejected++)
        {
            if (!await ApplyAsync(request, rejected, refused, cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            refused?.Dispose();
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized || !MaySendAgain(request, response))
            {
                return response;
            }

            refused = response;
            request.ForgetAttempt();
        }

        return refused ?? throw exceptions.NoCredential(request, null);
    }

    private bool MaySendAgain(ProviderRequest request, HttpResponseMessage unauthorized) =>
        request.Operation.Safety == RetrySafety.Read || exceptions.IsRefusal(request, unauthorized);

    private async ValueTask<bool> ApplyAsync(
        ProviderRequest request,
        int rejected,
        HttpResponseMessage? refused,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await credentials.ApplyAsync(request, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            refused?.Dispose();
            if (cause is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw exceptions.NoCredential(request, cause);
        }
    }
}
