using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>How a card gets to its recipient.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    /// <summary>The code or link comes back to the caller, who passes it on.</summary>
    Returned = 0,

    /// <summary>The provider sends an e-mail to each recipient.</summary>
    Email,

    /// <summary>The provider sends a text message to each recipient.</summary>
    Sms,

    /// <summary>The provider sends both an e-mail and a text message.</summary>
    EmailAndSms,

    /// <summary>The provider sends a card of plastic or paper by post.</summary>
    Post,
}
