using GiftCardSdk.Http;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftronaut;

/// <summary>Fetches tokens with the credentials as they are at that moment.</summary>
internal sealed partial class GiftronautTokens(IGiftronautApi api, GiftronautSettings settings, ILogger log)
{
    /// <summary>The log event's id; no event of the core has it.</summary>
    private const int OtherEnvironment = 1009;

    private static readonly TimeSpan ProductionLife = TimeSpan.FromHours(1);

    /// <summary>
    /// A token to call with. Whether it is one of the environment that the account is for is not said by Giftronaut; its life is the only sign, and
    /// that may be what is left of it. So it is a reason to warn and none to refuse.
    /// </summary>
    /// <param name="furtherScope">What is asked for besides the account's scopes; empty for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AccessToken> FetchAsync(string furtherScope, CancellationToken cancellationToken)
    {
        var token = await api.CreateTokenAsync(furtherScope, cancellationToken).ConfigureAwait(false);
        var life = AccessToken.LifetimeOf(token.ExpiresIn, TimeSpan.FromSeconds(1));
        if (settings.Assumptions.TokenLifeTellsEnvironment && token.ExpiresIn > 0 && SeemsToBeOf(life) is { } other)
        {
            TokenOfOtherEnvironment(settings.AccountName, settings.Initial.Environment, life.TotalMinutes, other);
        }

        return new AccessToken(token.AccessToken.Reveal(), life);
    }

    private GiftCardEnvironment? SeemsToBeOf(TimeSpan life) =>
        settings.Initial.Environment == GiftCardEnvironment.Production
            ? life > ProductionLife
                ? GiftCardEnvironment.Sandbox
                : null
            : life <= ProductionLife
                ? GiftCardEnvironment.Production
                : null;

    [LoggerMessage(
        OtherEnvironment,
        LogLevel.Warning,
        "Account {Account} is for {Environment}, but its token lives {Minutes} minutes, as one of {Other} may. The credentials alone choose the environment: make sure that they are the right ones. WireAssumptions.TokenLifeTellsEnvironment = false ends this warning."
    )]
    private partial void TokenOfOtherEnvironment(
        string account,
        GiftCardEnvironment environment,
        double minutes,
        GiftCardEnvironment other
    );
}
