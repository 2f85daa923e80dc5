using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Whose e-mails are sent again.</summary>
public sealed record GiftronautResend
{
    /// <summary>The recipients; at least one. Source: client code; third-party.</summary>
    [JsonPropertyName("recipients")]
    public required IReadOnlyList<GiftronautResendRecipient> Recipients { get; init; }

    /// <summary>The number of recipients, never who they are.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautResend {{ Recipients = {Recipients?.Count} }}";
}

/// <summary>One recipient whose e-mail is sent again. Prints masked.</summary>
public sealed record GiftronautResendRecipient
{
    /// <summary>The address as it stands in the order. Source: client code; third-party.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>A corrected address, which takes its place; null to use the old one. Source: guides for the correction, client code for the name; third-party.</summary>
    [JsonPropertyName("updatedEmail")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? UpdatedEmail { get; init; }

    /// <summary>Whether the address is corrected, never an address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautResendRecipient {{ IsCorrected = {UpdatedEmail is not null} }}";
}
