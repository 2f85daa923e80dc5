using System.Text;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Fetches tokens with the credentials as they are at that moment.</summary>
internal sealed class GiftronautTokens(ProviderHttpClient http, GiftronautSettings settings)
{
    private const string Path = "oauth2/token";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>How long a token is used whose answer does not say; should it end sooner, a 401 has it renewed.</summary>
    private static readonly TimeSpan UnknownLife = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SandboxLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan ProductionLife = TimeSpan.FromHours(1);

    public async Task<GiftronautToken> CreateAsync(CancellationToken cancellationToken)
    {
        var current = settings.ReadNow();
        try
        {
            return await CreateAsync(current, current.ClientSecret, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException refusal)
            when (!string.IsNullOrEmpty(current.SecondaryClientSecret) && refusal.Code == GiftCardErrorCode.Unauthorized)
        {
            return await CreateAsync(current, current.SecondaryClientSecret, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A token to call with, after a look that it is one of the environment that the account is for.</summary>
    public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var token = await CreateAsync(cancellationToken).ConfigureAwait(false);
        var life = LifeOf(token.ExpiresIn);
        return settings.Assumptions.TokenLifeTellsEnvironment && token.ExpiresIn > 0 && BelongsElsewhere(life) is { } other
            ? throw settings.Refuse(
                GiftCardErrorCode.Unauthorized,
                $"The account '{settings.AccountName}' is for {settings.Initial.Environment}, but its credentials give a token that lives {life.TotalHours:0.#} h, as those of {other} do. Set Environment to what the credentials are for, or WireAssumptions.TokenLifeTellsEnvironment to false if Giftronaut has changed it.",
                GiftronautOperations.CreateToken.Name
            )
            : new AccessToken(token.AccessToken.Reveal(), life);
    }

    private async Task<GiftronautToken> CreateAsync(GiftronautOptions current, string? secret, CancellationToken cancellationToken) =>
        (
            await http.SendAsync(
                    GiftronautOperations.CreateToken,
                    Path,
                    GiftronautJsonContext.Default.GiftronautToken,
                    ProviderBody.Of(Encoding.UTF8.GetBytes(Form(current, secret)), FormType),
                    null,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Body;

    private static string Form(GiftronautOptions current, string? secret) =>
        "grant_type=client_credentials"
        + $"&client_id={Uri.EscapeDataString(current.ClientId ?? "")}"
        + $"&client_secret={Uri.EscapeDataString(secret ?? "")}"
        + $"&scope={Uri.EscapeDataString(current.Scopes.Trim())}";

    private static TimeSpan LifeOf(decimal? seconds) =>
        seconds is not > 0 ? UnknownLife
        : seconds >= (decimal)TimeSpan.FromDays(30).TotalSeconds ? TimeSpan.FromDays(30)
        : TimeSpan.FromSeconds((double)seconds);

    private GiftCardEnvironment? BelongsElsewhere(TimeSpan life) =>
        settings.Initial.Environment == GiftCardEnvironment.Production
            ? life >= SandboxLife
                ? GiftCardEnvironment.Sandbox
                : null
            : life <= ProductionLife
                ? GiftCardEnvironment.Production
                : null;
}
