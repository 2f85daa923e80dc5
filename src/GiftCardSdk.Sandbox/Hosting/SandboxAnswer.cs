using System.Collections.ObjectModel;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Sandbox;

/// <summary>What a twin wants to say, before a fault has had its way with it.</summary>
internal sealed record SandboxAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    /// <summary>The headers only this provider sends, such as those of a paged list.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public static SandboxAnswer Json<T>(int status, T body, JsonTypeInfo<T> type) =>
        new(status, "application/json;charset=UTF-8", JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static SandboxAnswer Json(int status, JsonNode body)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            body.WriteTo(writer);
        }

        return new(status, "application/json;charset=UTF-8", bytes.ToArray());
    }

    public static SandboxAnswer Text(int status, string text) =>
        new(status, MediaTypeNames.Text.Plain + ";charset=UTF-8", Encoding.UTF8.GetBytes(text));

    public static SandboxAnswer Html(int status, string title) =>
        new(
            status,
            MediaTypeNames.Text.Html + ";charset=UTF-8",
            Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>")
        );

    public static SandboxAnswer Empty(int status) => new(status, MediaTypeNames.Text.Plain, ReadOnlyMemory<byte>.Empty);
}
