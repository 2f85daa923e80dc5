namespace GiftCardSdk;

/// <summary>
/// An order was sent, and it could not be found out whether the provider took it. Place the same reference again later (it cannot buy twice), or
/// look for it by its reference; never place it under a new one.
/// </summary>
public sealed class OrderOutcomeUnknownException : GiftCardException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What was tried and what to do next; no secret, no address.</param>
    /// <param name="innerException">The last failure; null if there was none.</param>
    public OrderOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist, innerException)
    {
        IsTransient = true;
    }
}
