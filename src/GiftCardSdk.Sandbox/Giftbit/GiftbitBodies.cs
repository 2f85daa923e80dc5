using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Sandbox;

/// <summary>Reads request bodies as strictly as a service would.</summary>
internal static class GiftbitBodies
{
    public static bool TryRead<T>(
        SandboxCall call,
        JsonTypeInfo<T> type,
        [NotNullWhen(true)] out T? body,
        [NotNullWhen(false)] out GiftbitRefusal? refusal
    )
        where T : class
    {
        (body, refusal) = (null, null);
        if (call.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            refusal = GiftbitRefusal.BadRequest("ERROR_SIM_CONTENT_TYPE", "Send the body as application/json.");
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(call.Body, type);
        }
        catch (JsonException e)
        {
            refusal = GiftbitRefusal.BadRequest("ERROR_SIM_MALFORMED_BODY", $"The body is not the JSON expected here, at {e.Path}.");
            return false;
        }

        if (body is null)
        {
            refusal = GiftbitRefusal.BadRequest("ERROR_SIM_MALFORMED_BODY", "The body is null.");
        }

        return body is not null;
    }
}
