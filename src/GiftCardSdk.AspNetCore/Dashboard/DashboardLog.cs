using Microsoft.Extensions.Logging;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>What the operations page has to say: who changed what, and who was turned away.</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(
        6000,
        LogLevel.Information,
        "{Who} marked the order {Reference} of the account {Account} as {State} on the operations page."
    )]
    public static partial void Marked(ILogger logger, string who, OrderReference reference, string account, OrderJournalState state);

    [LoggerMessage(6001, LogLevel.Information, "{Who} had the event {Event} delivered again on the operations page.")]
    public static partial void Redelivered(ILogger logger, string who, string @event);

    [LoggerMessage(6002, LogLevel.Information, "{Who} dropped the event {Event} on the operations page.")]
    public static partial void Dropped(ILogger logger, string who, string @event);

    [LoggerMessage(6003, LogLevel.Information, "The operations page was denied: {Why}.")]
    public static partial void Denied(ILogger logger, string why);

    [LoggerMessage(6004, LogLevel.Warning, "A change on the operations page was refused: its form bore no valid antiforgery token.")]
    public static partial void Forged(ILogger logger);

    [LoggerMessage(6005, LogLevel.Error, "The operations page could not be shown: {Failure}.")]
    public static partial void Failed(ILogger logger, string failure);

    [LoggerMessage(
        6006,
        LogLevel.Warning,
        "The operations page at {Pattern} names no authorization policy: outside Development, and from other machines, it is denied to everybody."
    )]
    public static partial void Closed(ILogger logger, string pattern);
}
