namespace GiftCardSdk;

/// <summary>A call that a provider refused, failed, or answered unreadably. Everything on it is safe to log.</summary>
/// <remarks>Caller cancellation stays <see cref="OperationCanceledException"/>; mistakes in arguments that need no provider to be seen are <see cref="ArgumentException"/>.</remarks>
public class GiftCardException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened and what would be right; no secret, no address.</param>
    /// <param name="code">What went wrong.</param>
    /// <param name="outcome">What may have been left behind.</param>
    /// <param name="innerException">What caused it; null if nothing did. Never one that carries a request or a body.</param>
    public GiftCardException(string message, GiftCardErrorCode code, GiftCardOutcome outcome, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Outcome = outcome;
    }

    /// <summary>Makes one that knows what another knows, in other words; an initializer says what differs.</summary>
    internal GiftCardException(
        string message,
        GiftCardErrorCode code,
        GiftCardOutcome outcome,
        Exception? innerException,
        GiftCardException known
    )
        : this(message, code, outcome, innerException)
    {
        Provider = known.Provider;
        Account = known.Account;
        Operation = known.Operation;
        Reference = known.Reference;
        ProviderKey = known.ProviderKey;
        OrderId = known.OrderId;
        OrderCandidates = known.OrderCandidates;
        ProviderCode = known.ProviderCode;
        ProviderMessage = known.ProviderMessage;
        HttpStatus = known.HttpStatus;
        RequestId = known.RequestId;
        RetryAfter = known.RetryAfter;
        IsTransient = known.IsTransient;
        RedactedBody = known.RedactedBody;
    }

    /// <summary>What went wrong.</summary>
    public GiftCardErrorCode Code { get; }

    /// <summary>What may have been left behind.</summary>
    public GiftCardOutcome Outcome { get; }

    /// <summary>The provider, such as <c>giftbit</c>; null if none was asked.</summary>
    public string? Provider { get; init; }

    /// <summary>The name of the account; null if none was asked.</summary>
    public string? Account { get; init; }

    /// <summary>The operation, such as <c>campaign.create</c>; null if none was begun.</summary>
    public string? Operation { get; init; }

    /// <summary>The caller's reference of the order; null if the call was no order.</summary>
    public OrderReference? Reference { get; init; }

    /// <summary>The id that the provider saw as the caller's; null if the call was no order.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>The provider's id of an order that exists in spite of the failure; null if there is none or it is not known.</summary>
    public string? OrderId { get; init; }

    /// <summary>The provider's ids of several orders, one of which exists in spite of the failure, where it does not say which; empty otherwise.</summary>
    public IReadOnlyList<string> OrderCandidates { get; init; } = [];

    /// <summary>The provider's own code for the error, such as <c>ERROR_CAMPAIGN_INVALID_BRAND</c>; null if it gave none.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's own words, with addresses and links masked; null if it gave none. For people: never match on it.</summary>
    public string? ProviderMessage { get; init; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The provider's id of the request, for its support; null if it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks to wait; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call, with the same reference, may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The body of the answer with everything secret masked, cut to a few thousand characters; null if there was none. For the provider's support.</summary>
    public string? RedactedBody { get; init; }

    /// <summary>The same failure in other words, for a caller who knows more about it: what support needs is kept, and this one is its cause.</summary>
    /// <param name="message">What happened and what would be right; no secret, no address.</param>
    /// <param name="code">What went wrong.</param>
    /// <param name="outcome">What may have been left behind.</param>
    /// <param name="orderId">The provider's id of an order that exists in spite of the failure; null names none, not even one that was named before.</param>
    /// <returns>The exception, to be thrown.</returns>
    public GiftCardException Restate(string message, GiftCardErrorCode code, GiftCardOutcome outcome, string? orderId = null) =>
        new(message, code, outcome, this, this) { OrderId = orderId, OrderCandidates = [] };
}
