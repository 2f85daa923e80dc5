using System.Text;
using GiftCardSdk.Http;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftronaut;

/// <summary>Fetches tokens with the credentials as they are at that moment.</summary>
internal sealed class GiftronautTokens(ProviderHttpClient http, GiftronautSettings settings, ILogger log)
{
    private const string Path = "oauth2/token";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>How long a token is used whose answer does not say; should it end sooner, a 401 has it renewed.</summary>
    private static readonly TimeSpan UnknownLife = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ProductionLife = TimeSpan.FromHours(1);

    public Task<GiftronautToken> CreateAsync(CancellationToken cancellationToken) => CreateAsync(null, cancellationToken);

    private async Task<GiftronautToken> CreateAsync(string? furtherScope, CancellationToken cancellationToken)
    {
        var current = settings.ReadNow();
        try
        {
            return await CreateAsync(current, current.ClientSecret, furtherScope, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal)
            when (!string.IsNullOrEmpty(current.SecondaryClientSecret) && refusal.Code == GiftCardErrorCode.Unauthorized)
        {
            return await CreateAsync(current, current.SecondaryClientSecret, furtherScope, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A token to call with. Whether it is one of the environment that the account is for is not said by Giftronaut; its life is the only sign, and
    /// that may be what is left of it. So it is a reason to warn and none to refuse.
    /// </summary>
    /// <param name="furtherScope">What is asked for besides the account's scopes; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AccessToken> FetchAsync(string? furtherScope, CancellationToken cancellationToken)
    {
        var token = await CreateAsync(furtherScope, cancellationToken).ConfigureAwait(false);
        var life = LifeOf(token.ExpiresIn);
        if (settings.Assumptions.TokenLifeTellsEnvironment && token.ExpiresIn > 0 && SeemsToBeOf(life) is { } other)
        {
            log.TokenOfOtherEnvironment(settings.AccountName, settings.Initial.Environment, life.TotalMinutes, other);
        }

        return new AccessToken(token.AccessToken.Reveal(), life);
    }

    private async Task<GiftronautToken> CreateAsync(
        GiftronautOptions current,
        string? secret,
        string? furtherScope,
        CancellationToken cancellationToken
    ) =>
        (
            await http.SendAsync(
                    GiftronautOperations.CreateToken,
                    Path,
                    GiftronautJsonContext.Default.GiftronautToken,
                    ProviderBody.Of(Encoding.UTF8.GetBytes(Form(current, secret, furtherScope)), FormType),
                    null,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Body;

    private static string Form(GiftronautOptions current, string? secret, string? furtherScope) =>
        "grant_type=client_credentials"
        + $"&client_id={Uri.EscapeDataString(current.ClientId ?? "")}"
        + $"&client_secret={Uri.EscapeDataString(secret ?? "")}"
        + $"&scope={Uri.EscapeDataString($"{current.Scopes.Trim()} {furtherScope}".TrimEnd())}";

    private static TimeSpan LifeOf(decimal? seconds) =>
        seconds is not > 0 ? UnknownLife
        : seconds >= (decimal)TimeSpan.FromDays(30).TotalSeconds ? TimeSpan.FromDays(30)
        : TimeSpan.FromSeconds((double)seconds);

    private GiftCardEnvironment? SeemsToBeOf(TimeSpan life) =>
        settings.Initial.Environment == GiftCardEnvironment.Production
            ? life > ProductionLife
                ? GiftCardEnvironment.Sandbox
                : null
            : life <= ProductionLife
                ? GiftCardEnvironment.Production
                : null;
}
