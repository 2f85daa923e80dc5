using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Batches;

/// <summary>What batches have to say.</summary>
internal static partial class BatchLog
{
    [LoggerMessage(EventId = 1100, Level = LogLevel.Information, Message = "Batch {Batch} begins; it has begun before: {IsResumed}.")]
    public static partial void Begun(ILogger logger, string batch, bool isResumed);

    [LoggerMessage(
        EventId = 1101,
        Level = LogLevel.Information,
        Message = "Batch {Batch} ends: {Bought} lines bought, {BoughtBefore} bought before, {Refused} refused, {Changed} changed, {Unknown} unknown, {Parked} parked, {NotPlaced} not placed; it came to the end of its list: {IsWhole}."
    )]
    public static partial void Ended(
        ILogger logger,
        string batch,
        long bought,
        long boughtBefore,
        long refused,
        long changed,
        long unknown,
        long parked,
        long notPlaced,
        bool isWhole
    );

    [LoggerMessage(
        EventId = 1102,
        Level = LogLevel.Warning,
        Message = "How far batch {Batch} is could not be written beside the journal; its orders are not concerned."
    )]
    public static partial void NotKept(ILogger logger, string batch, Exception failure);

    [LoggerMessage(
        EventId = 1103,
        Level = LogLevel.Warning,
        Message = "The application's own IProgress failed when it was told how far batch {Batch} is; the batch goes on."
    )]
    public static partial void NotReported(ILogger logger, string batch, Exception failure);
}
