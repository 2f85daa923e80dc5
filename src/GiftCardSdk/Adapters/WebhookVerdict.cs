namespace GiftCardSdk.Adapters;

/// <summary>Whether a delivery proves who sent it.</summary>
public enum WebhookVerdict
{
    /// <summary>Nothing says how deliveries of this account are signed, or there is no secret: it proves nothing, and may be a hint.</summary>
    NotSigned = 0,

    /// <summary>Signed with a live secret, and not too long ago.</summary>
    Verified,

    /// <summary>A header is missing that a signed delivery has, or it cannot be read.</summary>
    Missing,

    /// <summary>Signed with none of the live secrets, or changed on its way.</summary>
    Forged,

    /// <summary>Signed, but at a time that lies outside the tolerance.</summary>
    Stale,
}
