using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>What the limits write to the log: references and account ids, never a recipient.</summary>
internal static partial class SpendingLog
{
    [LoggerMessage(
        LogEvents.SpendingNotWritten,
        LogLevel.Warning,
        "What order {Reference} at {Account} counts against the spending limits could not be changed ({Failure}); it goes on counting as before."
    )]
    public static partial void NotWritten(ILogger logger, OrderReference reference, string account, string failure);

    [LoggerMessage(
        LogEvents.SpendingNotCleaned,
        LogLevel.Warning,
        "What recipients were sent more than a day ago could not be removed ({Failure}); it is tried again in an hour."
    )]
    public static partial void NotCleaned(ILogger logger, string failure);
}
