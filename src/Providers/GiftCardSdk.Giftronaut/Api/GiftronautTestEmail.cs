using System.Globalization;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>An e-mail as recipients would get it, of a choice card that is not bought. Prints masked.</summary>
public sealed record GiftronautTestEmail
{
    /// <summary>Who gets it. Source: client code; third-party.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>A product of the choice catalog. Source: client code; third-party.</summary>
    [JsonPropertyName("productId")]
    public required string ProductId { get; init; }

    /// <summary>The face value that is shown. Source: client code; third-party.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>The subject. Source: client code; third-party.</summary>
    [JsonPropertyName("emailSubject")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string EmailSubject { get; init; }

    /// <summary>Who it is from. Source: client code; third-party.</summary>
    [JsonPropertyName("senderName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string SenderName { get; init; }

    /// <summary>The text. Source: client code; third-party.</summary>
    [JsonPropertyName("emailMessage")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string EmailMessage { get; init; }

    /// <summary>The template; null for the default one. Source: client code; third-party.</summary>
    [JsonPropertyName("templateId")]
    public string? TemplateId { get; init; }

    /// <summary>Product and amount, never to whom.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"GiftronautTestEmail {{ ProductId = {ProductId}, Amount = {Amount} }}");
}

/// <summary>What became of a test e-mail. Prints masked.</summary>
public sealed record GiftronautTestEmailReply : IGiftronautBody
{
    static string IGiftronautBody.KeyMember => "sentTo";

    /// <summary>Who got it. Source: client code; third-party.</summary>
    [JsonPropertyName("sentTo")]
    public string? SentTo { get; init; }

    /// <summary><c>SENT</c>. Source: client code; third-party.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>How many more may be sent today; null if not said. Source: client code; third-party.</summary>
    [JsonPropertyName("remainingToday")]
    public int? RemainingToday { get; init; }

    /// <summary>Status and what is left, never to whom.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautTestEmailReply {{ Status = {Status}, RemainingToday = {RemainingToday} }}";
}
