namespace GiftCardSdk;

/// <summary>A time in which orders may have been sent that a journal does not know.</summary>
/// <param name="From">When the newest order that it knows was placed; 1970 if it knows none.</param>
/// <param name="To">When the gap was noticed: what was sent after it is known.</param>
public sealed record JournalGap(DateTimeOffset From, DateTimeOffset To);
