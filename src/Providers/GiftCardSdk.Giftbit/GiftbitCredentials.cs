using System.Net.Http.Headers;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>The account's tokens, read from the options for every attempt: the first, and after a 401 the second.</summary>
internal sealed class GiftbitCredentials(GiftbitSettings settings) : ProviderCredentials
{
    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        var options = settings.Current;
        var token = rejected switch
        {
            0 => options.ApiToken,
            1 => options.SecondaryApiToken,
            _ => null,
        };
        if (string.IsNullOrEmpty(token))
        {
            return new(false);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(true);
    }
}
