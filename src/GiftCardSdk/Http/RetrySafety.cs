namespace GiftCardSdk.Http;

/// <summary>What happens when a call is sent twice. Declared where the operation is defined, never read off the verb.</summary>
public enum RetrySafety
{
    /// <summary>Sending it twice may do it twice. The default: what is not declared is never repeated.</summary>
    Unsafe = 0,

    /// <summary>The provider recognises a repeat by its key. Repeated by the order coordinator alone, one journalled attempt at a time.</summary>
    SafeWithKey,

    /// <summary>It changes nothing at the provider, whatever its verb. Repeated by the HTTP layer.</summary>
    Read,
}
