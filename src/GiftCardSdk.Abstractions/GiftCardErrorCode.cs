using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What went wrong, in words that are the same for every provider.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftCardErrorCode>))]
public enum GiftCardErrorCode
{
    /// <summary>The request is not right as it stands; the message says what would be. Sending it again changes nothing.</summary>
    InvalidRequest = 0,

    /// <summary>The provider refused a recipient: the address is wrong, unsubscribed or barred.</summary>
    InvalidRecipient,

    /// <summary>The product, or this face value of it, cannot be bought now. Read the catalog afresh and choose again.</summary>
    ProductUnavailable,

    /// <summary>The account has not enough money.</summary>
    InsufficientFunds,

    /// <summary>The credentials are missing, wrong or expired.</summary>
    Unauthorized,

    /// <summary>The credentials are right, but the account may not do this, or not from this address.</summary>
    Forbidden,

    /// <summary>There is no such order or reward.</summary>
    NotFound,

    /// <summary>The reference stands for another order already, or the provider found the state of things in the way.</summary>
    Conflict,

    /// <summary>Too many calls; <see cref="GiftCardException.RetryAfter"/> says when to come back, if the provider did.</summary>
    RateLimited,

    /// <summary>The provider could not be reached or failed on its side.</summary>
    ProviderUnavailable,

    /// <summary>It could not be found out whether an order was taken.</summary>
    OutcomeUnknown,

    /// <summary>The provider's answer could not be read or is against its own documents.</summary>
    UnexpectedResponse,

    /// <summary>This account cannot do that; <see cref="IGiftCardAccount.Capabilities"/> says so beforehand.</summary>
    NotSupported,

    /// <summary>A card or payment method that funds the account was refused.</summary>
    PaymentRefused,

    /// <summary>The order journal could not be read or written; nothing new is bought until it can.</summary>
    JournalUnavailable,

    /// <summary>
    /// The application's own bound: the order would cost more than its <see cref="OrderRequest.MaxCost"/>, or than the spending limits of the account
    /// allow now. The provider was not asked to sell anything.
    /// </summary>
    SpendingLimit,
}
