using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GiftCardSdk.Sandbox;

/// <summary>Reads request bodies as strictly as a service would.</summary>
internal static class GifqBodies
{
    public static bool TryRead<T>(
        SandboxCall call,
        GifqTwinOptions options,
        [NotNullWhen(true)] out T? body,
        [NotNullWhen(false)] out GifqRefusal? refusal
    )
        where T : class
    {
        (body, refusal) = (null, null);
        if (call.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            refusal = GifqRefusal.Malformed("Send the body as application/json.");
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(call.Body, GifqJson.TypeOf<T>(options));
        }
        catch (JsonException e)
        {
            refusal = GifqRefusal.Malformed($"The body is not the JSON expected here, at {e.Path}.");
            return false;
        }

        if (body is null)
        {
            refusal = GifqRefusal.Malformed("The body is null.");
        }

        return body is not null;
    }
}
