using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>What a webhook about a payout says. That there are such webhooks is documented, their form is assumed.</summary>
internal sealed record GifqNotice
{
    [JsonPropertyName("event")]
    public string? Event { get; init; }

    [JsonPropertyName("data")]
    public GifqPayout? Data { get; init; }

    /// <summary>Reads a body, whoever sent it; null if it names no payout.</summary>
    public static GifqNotice? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var notice = WireReader.Read(WireText.ToUtf8(body), GifqJsonContext.Default.GifqNotice, new());
            return notice?.Data is null ? null : notice;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The event alone.</summary>
    public override string ToString() => $"GifqNotice {{ Event = {Event} }}";
}
