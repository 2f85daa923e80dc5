using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// A fingerprint of a JSON body that the order of members, blanks and the spelling of numbers do not change. The idempotency key itself
/// is left out: it may come in the header, in the body or in both.
/// </summary>
internal static class GiftronautCanonical
{
    /// <summary>The fingerprint, or null when the body is not JSON. An empty body has one too.</summary>
    public static string? Fingerprint(string operation, byte[] body)
    {
        var text = new StringBuilder(operation).Append('\n');
        try
        {
            if (body.Length > 0)
            {
                using var document = JsonDocument.Parse(body);
                Write(text, document.RootElement, isRoot: true);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An unpaired surrogate is the second kind: only its unescaping shows it.
            return null;
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(StringBuilder text, JsonElement element, bool isRoot = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, element, isRoot);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                // The length keeps two neighbours apart; the value is the unescaped one.
                var value = element.GetString()!;
                text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                text.Append(number.ToString("G29", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement element, bool isRoot)
    {
        text.Append('{');
        foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (isRoot && member.NameEquals(GiftronautKeys.BodyField))
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{member.Name.Length}:{member.Name}=");
            Write(text, member.Value);
            text.Append(',');
        }

        text.Append('}');
    }
}
