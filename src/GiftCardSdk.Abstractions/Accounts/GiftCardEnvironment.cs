using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Play money or real money.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GiftCardEnvironment>))]
public enum GiftCardEnvironment
{
    /// <summary>The provider's test environment: no real money, no real cards. The default.</summary>
    Sandbox = 0,

    /// <summary>Real money and real cards. Always said explicitly.</summary>
    Production,
}
