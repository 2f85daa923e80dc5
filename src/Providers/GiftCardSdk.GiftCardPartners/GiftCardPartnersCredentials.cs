using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The two credentials: e-mail and access token for the token call alone, the bearer token that it gives for everything else.</summary>
internal static class GiftCardPartnersCredentials
{
    private const string EmailHeader = "Email";
    private const string AccessTokenHeader = "AccessToken";
    private const char Separator = '\n';

    /// <summary>
    /// Both headers of the token call, read for each attempt: after a 401 whatever has changed meanwhile is tried, then the second access token.
    /// </summary>
    public static ProviderCredentials ForTokens(GiftCardPartnersSettings settings) =>
        new ApiKeyCredentials(() => Pairs(settings.ReadNow()), Apply);

    /// <summary>The bearer token, fetched by one call for any number of callers, ahead of its end.</summary>
    public static ProviderCredentials ForCalls(
        IGiftCardPartnersApi tokens,
        GiftCardPartnersWireAssumptions assumptions,
        TimeProvider time
    ) =>
        new AccessTokenCredentials(
            async cancellationToken =>
            {
                var token = await tokens.CreateTokenAsync(cancellationToken).ConfigureAwait(false);
                return new AccessToken(token.Value.Reveal(), AccessToken.LifetimeOf(token.ExpiresIn, assumptions.ExpiresInUnit));
            },
            time,
            // Fetched ahead of its end, a newer token would end the one that other calls still use.
            refreshAhead: assumptions.OldTokensStayValid ? null : TimeSpan.Zero
        );

    /// <summary>E-mail and token as one, so that a change of both between two reads cannot mix them.</summary>
    private static string[] Pairs(GiftCardPartnersOptions options) =>
        [
            .. new[] { options.AccessToken, options.SecondaryAccessToken }
                .Where(token => !string.IsNullOrEmpty(token))
                .Select(token => options.Email + Separator + token),
        ];

    private static void Apply(HttpRequestMessage request, string pair)
    {
        var parts = pair.Split(Separator);
        Set(request, EmailHeader, parts[0]);
        Set(request, AccessTokenHeader, parts[1]);
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
