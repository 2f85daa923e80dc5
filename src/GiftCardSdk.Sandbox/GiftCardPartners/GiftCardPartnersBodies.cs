using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Reads request bodies: strict about JSON, lenient about the case of names and about numbers in texts.</summary>
internal static class GiftCardPartnersBodies
{
    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out CreateOrder? body,
        [NotNullWhen(false)] out GiftCardPartnersRefusal? refusal
    )
    {
        (body, refusal) = (null, null);
        if (call.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            refusal = GiftCardPartnersRefusal.Malformed("Send the body as application/json.");
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(call.Body, GiftCardPartnersJsonContext.Default.CreateOrder);
        }
        catch (JsonException e)
        {
            refusal = GiftCardPartnersRefusal.Malformed($"The body is not the JSON expected here, at {e.Path}.");
            return false;
        }

        if (body is null)
        {
            refusal = GiftCardPartnersRefusal.Malformed("The body is null.");
        }

        return body is not null;
    }
}
