using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What the provider writes to the recipients. Prints masked, in JSON too, since people write names into it.</summary>
public sealed record OrderMessage
{
    /// <summary>The subject of the e-mail; null leaves it to the provider where that is allowed.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Subject { get; init; }

    /// <summary>The text; null leaves it to the provider where that is allowed.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Body { get; init; }

    /// <summary>The name that the message comes from; null means the account's own.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? SenderName { get; init; }

    /// <summary>The e-mail address that the message comes from or is answered to; null means the account's own.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? SenderEmail { get; init; }

    /// <summary>A mask, never the texts.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"OrderMessage {{ {Secret.Mask} }}";
}
