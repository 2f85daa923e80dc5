using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftronaut;

/// <summary>What this adapter writes to the application's log.</summary>
internal static partial class GiftronautLog
{
    /// <summary>No event of the core has this id.</summary>
    private const int OtherEnvironment = 1009;

    [LoggerMessage(
        OtherEnvironment,
        LogLevel.Warning,
        "Account {Account} is for {Environment}, but its token lives {Minutes} minutes, as one of {Other} may. The credentials alone choose the environment: make sure that they are the right ones. WireAssumptions.TokenLifeTellsEnvironment = false ends this warning."
    )]
    public static partial void TokenOfOtherEnvironment(
        this ILogger logger,
        string account,
        GiftCardEnvironment environment,
        double minutes,
        GiftCardEnvironment other
    );
}
