namespace GiftCardSdk.Ordering.Resolving;

/// <summary>What came of one attempt to find out about an order.</summary>
/// <param name="Kind">Whether anything came of it.</param>
/// <param name="Entry">The order's entry as it now stands; null if nobody looked.</param>
internal readonly record struct Finding(FindingKind Kind, JournalEntry? Entry = null)
{
    /// <summary>Somebody else has it in hand.</summary>
    public static Finding Busy => new(FindingKind.Busy);

    /// <summary>It is known now what became of it, and this attempt wrote it down.</summary>
    public static Finding Ended(JournalEntry entry) => new(FindingKind.Ended, entry);

    /// <summary>It was looked for, and nothing has changed.</summary>
    public static Finding Same(JournalEntry entry) => new(FindingKind.Same, entry);
}

/// <summary>What came of one attempt to find out about an order.</summary>
internal enum FindingKind
{
    /// <summary>Somebody else has it in hand.</summary>
    Busy = 0,

    /// <summary>It was looked for, and nothing has changed.</summary>
    Same,

    /// <summary>It is known now what became of it.</summary>
    Ended,
}
