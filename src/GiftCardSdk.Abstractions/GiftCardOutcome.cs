using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What a failed call may have left behind.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftCardOutcome>))]
public enum GiftCardOutcome
{
    /// <summary>The call was no purchase.</summary>
    NotAnOrder = 0,

    /// <summary>
    /// Nothing was bought, for certain: nothing was sent, or the provider itself refused it, in its own words and with a status by which it documents
    /// that nothing was done. The answer of anybody else proves nothing.
    /// </summary>
    NothingCreated,

    /// <summary>
    /// Something may have been bought, or was. Never place it under another reference. Also where something answered in the provider's stead, whatever
    /// its status: a gateway's 403 may come after the sale.
    /// </summary>
    MayExist,
}
