using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>A recipient of an order. Prints masked.</summary>
public sealed record GiftbitContact
{
    /// <summary>The e-mail address. Source: API reference; documented.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>The first name, for the greeting when no template is used; null leaves it out. Source: API reference; documented.</summary>
    [JsonPropertyName("firstname")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FirstName { get; init; }

    /// <summary>The last name; null leaves it out. Source: API reference; documented.</summary>
    [JsonPropertyName("lastname")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? LastName { get; init; }

    /// <summary>A mask, never the address or a name.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftbitContact {{ {Secret.Mask} }}";
}

/// <summary>A recipient as an answer shows it. Prints masked.</summary>
public sealed record GiftbitContactResult
{
    /// <summary>The e-mail address. Source: API reference; documented as always present.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>The first name; null if none was given. Source: API reference; documented.</summary>
    [JsonPropertyName("firstname")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FirstName { get; init; }

    /// <summary>The last name; null if none was given. Source: API reference; documented.</summary>
    [JsonPropertyName("lastname")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? LastName { get; init; }

    /// <summary>Whether the recipient was accepted, in the spelling of the wire (one S). Source: API reference and recorded traffic.</summary>
    [JsonPropertyName("added_succesfully")]
    public bool? AddedSuccesfully { get; init; }

    /// <summary>The same, in the spelling of the newest sample. Source: docs site.</summary>
    [JsonPropertyName("added_successfully")]
    public bool? AddedSuccessfully { get; init; }

    /// <summary>A text about this recipient, such as why it was refused; null when an order is read later. Source: API reference; documented.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Whether the recipient was accepted, by either spelling; null when the answer does not say.</summary>
    [JsonIgnore]
    public bool? WasAdded => AddedSuccesfully ?? AddedSuccessfully;

    /// <summary>A mask with the result, never the address, a name or the text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftbitContactResult {{ {Secret.Mask}, WasAdded = {WasAdded} }}";
}
