using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Sandbox;

/// <summary>Reads request bodies as strictly as the schemas are written.</summary>
internal sealed class HuurayBodies(HuurayTwinOptions options)
{
    public bool TryRead<T>(
        SandboxCall call,
        Func<HuurayJsonContext, JsonTypeInfo<T>> type,
        [NotNullWhen(true)] out T? body,
        [NotNullWhen(false)] out HuurayRefusal? refusal
    )
        where T : class
    {
        (body, refusal) = (null, null);
        if (call.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            refusal = HuurayRefusal.Malformed("$", "not application/json");
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(call.Body, type(Context));
        }
        catch (JsonException e)
        {
            refusal = HuurayRefusal.Malformed(e.Path ?? "$", "not what the schema says");
            return false;
        }

        if (body is null)
        {
            refusal = HuurayRefusal.Malformed("$", "null");
        }

        return body is not null;
    }

    private HuurayJsonContext Context => options.RejectUnknownMembers ? HuurayJsonContext.Strict : HuurayJsonContext.Default;
}
