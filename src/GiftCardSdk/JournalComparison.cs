namespace GiftCardSdk;

/// <summary>An order held against what the journal knows under its reference.</summary>
/// <param name="Entry">What the journal knows.</param>
/// <param name="HasSameContent">
/// Whether the entry is of the same content; null if nobody can say, since the journal's fingerprint key has changed or a later version wrote the
/// entry.
/// </param>
/// <param name="IsHeldElsewhere">Whether another process, which may be alive, sends the order or finds out about it at this moment.</param>
public sealed record JournalComparison(JournalEntry Entry, bool? HasSameContent, bool IsHeldElsewhere);
