using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.History;

internal static partial class HistoryLog
{
    [LoggerMessage(
        LogEvents.HistoryNotKept,
        LogLevel.Warning,
        "What was seen of order {OrderId} at {Account} could not be kept in its history ({Failure}). The order is not affected; its next reading is kept again."
    )]
    public static partial void NotKept(ILogger logger, string orderId, string account, string failure);

    [LoggerMessage(
        LogEvents.RecordUnreadable,
        LogLevel.Error,
        "The record {Id} ({Kind}) beside the orders cannot be read and is left alone."
    )]
    public static partial void Unreadable(ILogger logger, string kind, string id);
}
