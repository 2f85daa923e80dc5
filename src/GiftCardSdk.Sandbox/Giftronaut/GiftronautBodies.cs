using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Reads request bodies as strictly as a service would.</summary>
internal static class GiftronautBodies
{
    public static bool TryRead<T>(
        SandboxCall call,
        JsonTypeInfo<T> type,
        [NotNullWhen(true)] out T? body,
        [NotNullWhen(false)] out GiftronautRefusal? refusal
    )
        where T : class
    {
        (body, refusal) = (null, null);
        if (call.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            refusal = new GiftronautRefusal(
                StatusCodes.Status415UnsupportedMediaType,
                "UNSUPPORTED_MEDIA_TYPE",
                "Send the body as application/json."
            );
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(call.Body, type);
        }
        catch (JsonException e)
        {
            refusal = GiftronautRefusal.Invalid($"The body is not the JSON expected here, at {e.Path ?? "its start"}.");
            return false;
        }

        if (body is null)
        {
            refusal = GiftronautRefusal.Invalid("The body is null.");
        }

        return body is not null;
    }
}
