using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http;

/// <summary>The body of a request, as bytes that are written once: every attempt sends the very same.</summary>
public sealed class ProviderBody
{
    private ProviderBody(byte[] bytes, string? contentType)
    {
        Bytes = bytes;
        ContentType = contentType;
    }

    /// <summary>No bytes. A write without a body carries this: the transport re-sends writes without content on its own.</summary>
    public static ProviderBody Empty { get; } = new([], null);

    /// <summary>The bytes as they go out.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type, or null for none.</summary>
    public string? ContentType { get; }

    /// <summary>A JSON body.</summary>
    /// <typeparam name="T">The wire type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">Its generated type information.</param>
    /// <returns>The body, <c>application/json</c> in UTF-8.</returns>
    public static ProviderBody Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");

    /// <summary>Any other body.</summary>
    /// <param name="bytes">The bytes; not changed afterwards.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The body.</returns>
    public static ProviderBody Of(byte[] bytes, string contentType)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        return new(bytes, contentType);
    }
}
