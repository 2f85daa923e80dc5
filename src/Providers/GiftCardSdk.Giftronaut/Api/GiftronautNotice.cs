using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>What a webhook of Giftronaut says. Source: guides and API reference; documented, with the exceptions that stand at the members.</summary>
internal sealed record GiftronautNotice
{
    /// <summary>Sent once when an endpoint is registered, in place of everything else; to be repeated in the answer. Source: guides; documented.</summary>
    [JsonPropertyName("challengeToken")]
    public string? ChallengeToken { get; init; }

    [JsonPropertyName("eventId")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? EventId { get; init; }

    [JsonPropertyName("eventType")]
    public string? EventType { get; init; }

    /// <summary>Written without a zone; that it is UTC is inferred.</summary>
    [JsonPropertyName("createdAt")]
    [JsonConverter(typeof(GiftronautTimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonPropertyName("data")]
    public GiftronautNoticeData? Data { get; init; }

    /// <summary>Reads a body, whoever sent it; null if it is none.</summary>
    public static GiftronautNotice? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return WireReader.Read(WireText.ToUtf8(body), GiftronautJsonContext.Default.GiftronautNotice, new());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The type alone.</summary>
    public override string ToString() => $"GiftronautNotice {{ EventType = {EventType} }}";
}

/// <summary>What the webhook is about, as far as it is used.</summary>
internal sealed record GiftronautNoticeData
{
    [JsonPropertyName("orderId")]
    [JsonConverter(typeof(WireTextConverter))]
    public string? OrderId { get; init; }

    /// <summary>Where it comes from (<see cref="GiftronautWords.OrderType"/>); missing in one of the documents' samples.</summary>
    [JsonPropertyName("orderType")]
    public string? OrderType { get; init; }

    /// <summary>A plain number here, unlike elsewhere.</summary>
    [JsonPropertyName("currentBalance")]
    public decimal? CurrentBalance { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Whose e-mails have bounced. Assumed.</summary>
    [JsonPropertyName("recipients")]
    public IReadOnlyList<GiftronautNoticeRecipient?>? Recipients { get; init; }
}

/// <summary>One recipient whose e-mail has bounced. Assumed.</summary>
internal sealed record GiftronautNoticeRecipient
{
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WirePersonalConverter))]
    public string? Email { get; init; }

    /// <summary>Nothing: it says who somebody is.</summary>
    public override string ToString() => "GiftronautNoticeRecipient { }";
}
