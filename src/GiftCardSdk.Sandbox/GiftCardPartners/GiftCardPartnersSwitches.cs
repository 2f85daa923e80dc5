namespace GiftCardSdk.Sandbox;

/// <summary>What <c>ExpiresIn</c> counts. The reference names no unit.</summary>
public enum GiftCardPartnersTokenUnit
{
    /// <summary>Seconds, as the documented sample reads.</summary>
    Seconds,

    /// <summary>Minutes, as one client of the sister deployment takes it.</summary>
    Minutes,
}

/// <summary>How an error other than a conflict is written. The reference shows no error body.</summary>
public enum GiftCardPartnersErrorShape
{
    /// <summary><c>Message</c>, and <c>Errors</c> by path.</summary>
    Errors,

    /// <summary><c>Message</c>, and <c>ModelState</c> by path.</summary>
    ModelState,

    /// <summary>The problem object of RFC 7807, in lower case.</summary>
    ProblemDetails,

    /// <summary>No body at all.</summary>
    Empty,
}

/// <summary>Where a conflict's body holds the id of the original order. The reference says only that it holds it.</summary>
public enum GiftCardPartnersConflictShape
{
    /// <summary><c>PreviousOrderIds</c>, an array of one.</summary>
    PreviousOrderIds,

    /// <summary><c>PreviousOrderIds</c>, an array with another order of the account before the original, once there is another one.</summary>
    SeveralOrderIds,

    /// <summary><c>PreviousOrderIds</c>, a text.</summary>
    PreviousOrderIdsText,

    /// <summary><c>PreviousOrderId</c>.</summary>
    PreviousOrderId,

    /// <summary><c>OrderId</c>.</summary>
    OrderId,

    /// <summary><c>Id</c>.</summary>
    Id,

    /// <summary><c>OrderId</c> inside <c>Error</c>.</summary>
    InsideError,

    /// <summary><c>OrderId</c> inside <c>Data</c>.</summary>
    InsideData,

    /// <summary>The id as a JSON string, and nothing else.</summary>
    BareText,

    /// <summary>A message without any id.</summary>
    WithoutId,
}

/// <summary>The answer about an order or product that does not exist. The reference shows none.</summary>
public enum GiftCardPartnersUnknownAnswer
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400.</summary>
    BadRequest,
}

/// <summary>How a list is written.</summary>
public enum GiftCardPartnersListShape
{
    /// <summary>An object with <c>Page</c>, <c>PageSize</c>, <c>TotalCount</c> and <c>Data</c>.</summary>
    Envelope,

    /// <summary>A bare array.</summary>
    Array,
}

/// <summary>What the lines of an order look like while it is pending.</summary>
public enum GiftCardPartnersPendingLines
{
    /// <summary>There are none: an empty array.</summary>
    None,

    /// <summary>They are there, without claim data.</summary>
    WithoutClaimData,
}

/// <summary>What a webhook carries. The reference does not say.</summary>
public enum GiftCardPartnersWebhookPayload
{
    /// <summary>The order's id, PO number and status.</summary>
    Digest,

    /// <summary>The order as it would be read, claim links included.</summary>
    Order,
}
