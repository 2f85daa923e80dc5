namespace GiftCardSdk.Ordering;

/// <summary>What came of one attempt to find out about an order.</summary>
/// <param name="Kind">Whether anything came of it.</param>
/// <param name="Entry">The order's entry as it now stands; null if nobody looked.</param>
internal readonly record struct InquiryResult(InquiryEnd Kind, JournalEntry? Entry = null)
{
    /// <summary>Somebody else has it in hand.</summary>
    public static InquiryResult Busy => new(InquiryEnd.Busy);

    /// <summary>It is known now what became of it, and this attempt wrote it down.</summary>
    public static InquiryResult Ended(JournalEntry entry) => new(InquiryEnd.Ended, entry);

    /// <summary>It was looked for, and nothing has changed.</summary>
    public static InquiryResult Same(JournalEntry entry) => new(InquiryEnd.Same, entry);
}

/// <summary>What came of one attempt to find out about an order.</summary>
internal enum InquiryEnd
{
    /// <summary>Somebody else has it in hand.</summary>
    Busy = 0,

    /// <summary>It was looked for, and nothing has changed.</summary>
    Same,

    /// <summary>It is known now what became of it.</summary>
    Ended,
}
