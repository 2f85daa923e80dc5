using System.Globalization;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>An order of one product for one or more recipients. Branded and choice cards have the same form. Prints masked.</summary>
public sealed record GiftronautNewOrder
{
    /// <summary>The product, from the catalog of the kind that is ordered. Source: quickstart; documented.</summary>
    [JsonPropertyName("productId")]
    public required string ProductId { get; init; }

    /// <summary>Who gets a card, and of which value; at least one. Source: quickstart; documented.</summary>
    [JsonPropertyName("recipients")]
    public required IReadOnlyList<GiftronautRecipient> Recipients { get; init; }

    /// <summary>The e-mail. Source: quickstart; documented, that it is required is inferred.</summary>
    [JsonPropertyName("emailSetting")]
    public required GiftronautEmailSetting EmailSetting { get; init; }

    /// <summary>When it is sent. Source: quickstart; documented, that it is required is inferred.</summary>
    [JsonPropertyName("sendTiming")]
    public required GiftronautSendTiming SendTiming { get; init; }

    /// <summary>
    /// True has a card live 30 days and 70 % of what is not redeemed credited back at its end; false, Giftronaut's default, has it live 180 days
    /// and nothing come back. Null for the default. Source: guides and help centre; documented.
    /// </summary>
    [JsonPropertyName("refundOption")]
    public bool? RefundOption { get; init; }

    [JsonInclude]
    [JsonPropertyName("idempotencyKey")]
    internal string? IdempotencyKey { get; init; }

    /// <summary>Product and number of recipients, never who they are.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"GiftronautNewOrder {{ ProductId = {ProductId}, Recipients = {Recipients?.Count ?? 0} }}"
        );
}

/// <summary>One recipient of an order. Prints masked.</summary>
public sealed record GiftronautRecipient
{
    /// <summary>The address; also what the recipient must prove to own when redeeming. Source: quickstart and guides; documented.</summary>
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public required string Email { get; init; }

    /// <summary>The face value, in the product's currency; may differ from recipient to recipient. Source: quickstart; documented.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    /// <summary>The first name, for the e-mail; null for none. Source: quickstart; documented.</summary>
    [JsonPropertyName("firstName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? FirstName { get; init; }

    /// <summary>The last name, for the e-mail; null for none. Source: quickstart; documented.</summary>
    [JsonPropertyName("lastName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? LastName { get; init; }

    /// <summary>The company; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("company")]
    public string? Company { get; init; }

    /// <summary>The department; null for none. Source: API reference; documented.</summary>
    [JsonPropertyName("department")]
    public string? Department { get; init; }

    /// <summary>The amount alone, never who gets it.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"GiftronautRecipient {{ Amount = {Amount} }}");
}

/// <summary>The e-mail of an order. Prints masked, since people write names into it.</summary>
public sealed record GiftronautEmailSetting
{
    /// <summary>Who it is from. Source: quickstart; documented, that it is required is inferred.</summary>
    [JsonPropertyName("senderName")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? SenderName { get; init; }

    /// <summary>Its subject. Source: quickstart; documented, that it is required is inferred.</summary>
    [JsonPropertyName("subject")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Subject { get; init; }

    /// <summary>Its text; null for none. Source: quickstart; documented.</summary>
    [JsonPropertyName("message")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Message { get; init; }

    /// <summary>The template (<see cref="GiftronautTemplate.TemplateId"/>); null for the default one. Source: API reference; documented.</summary>
    [JsonPropertyName("templateId")]
    public string? TemplateId { get; init; }

    /// <summary>The template alone, never a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautEmailSetting {{ TemplateId = {TemplateId} }}";
}

/// <summary>When the e-mails of an order are sent: at once, or at a time of day somewhere.</summary>
public sealed record GiftronautSendTiming
{
    /// <summary>At once.</summary>
    public static GiftronautSendTiming Immediate { get; } = new() { Type = GiftronautWords.SendTimingType.Immediate };

    /// <summary>A word of <see cref="GiftronautWords.SendTimingType"/>. Source: quickstart and API reference; documented.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The time by the clocks of <see cref="Timezone"/>, as <c>yyyy-MM-ddTHH:mm:ss</c>; null when it is sent at once. Source: API reference; documented.</summary>
    [JsonPropertyName("scheduledAt")]
    public string? ScheduledAt { get; init; }

    /// <summary>The IANA id of a zone, such as <c>Europe/Berlin</c>; null when it is sent at once. Source: API reference; documented.</summary>
    [JsonPropertyName("timezone")]
    public string? Timezone { get; init; }

    /// <summary>At an instant, said by the clocks of a zone; to the second, and never before the instant.</summary>
    /// <param name="instant">When.</param>
    /// <param name="timeZone">The IANA id of the zone.</param>
    /// <returns>The timing.</returns>
    /// <exception cref="ArgumentException">This machine does not know the zone, or its clocks show that time twice.</exception>
    public static GiftronautSendTiming At(DateTimeOffset instant, string timeZone = "UTC")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        var zone =
            GiftronautTime.FindZone(timeZone)
            ?? throw new ArgumentException(
                $"'{timeZone}' is no zone that this machine knows; an IANA id such as Europe/Berlin is expected.",
                nameof(timeZone)
            );
        return GiftronautTime.IsTwice(instant, zone)
            ? throw new ArgumentException($"The clocks of {timeZone} show that time twice; say it in UTC.", nameof(timeZone))
            : new()
            {
                Type = GiftronautWords.SendTimingType.Scheduled,
                ScheduledAt = GiftronautTime.WriteLocal(instant, zone),
                Timezone = timeZone,
            };
    }
}
