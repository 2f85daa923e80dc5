namespace GiftCardSdk;

/// <summary>
/// A journal cannot be opened, read or written, and why. The coordinator repeats the message to whoever placed the order, so it says what would
/// help and holds nothing secret. Its code is <see cref="GiftCardErrorCode.JournalUnavailable"/>.
/// </summary>
public sealed class OrderJournalException : GiftCardException
{
    /// <summary>Describes what is wrong with a journal.</summary>
    /// <param name="message">What is wrong and what would help, in whole sentences that are safe to show and to log.</param>
    /// <param name="innerException">What the journal stumbled over; null if nothing did.</param>
    public OrderJournalException(string message, Exception? innerException = null)
        : base(message, GiftCardErrorCode.JournalUnavailable, GiftCardOutcome.NotAnOrder, innerException)
    {
        IsTransient = true;
    }
}
