using System.Text;
using System.Text.Json;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>Prints JSON with everything masked but the values of named members. Reads token by token: cut or broken JSON is printed up to there.</summary>
internal static class JsonMask
{
    private const int MaxName = 64;

    /// <summary>Whether a body is an object or an array.</summary>
    public static bool Looks(ReadOnlySpan<byte> body)
    {
        var start = Start(body);
        return !start.IsEmpty && start[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>Masks.</summary>
    /// <param name="body">The body, whole or cut.</param>
    /// <param name="readable">Names of the members that stay readable.</param>
    /// <param name="enough">After how many characters to stop.</param>
    /// <param name="mask">Masks a text that stays readable.</param>
    /// <returns>The masked text; ends with an ellipsis where the body broke off.</returns>
    public static string Apply(ReadOnlySpan<byte> body, IReadOnlySet<string> readable, int enough, Func<string, string> mask)
    {
        var text = new StringBuilder();
        var reader = new Utf8JsonReader(Start(body), isFinalBlock: false, new JsonReaderState());
        var isReadable = false;
        var (name, holders) = ("", new Stack<string>());
        var (previous, open) = (JsonTokenType.None, 0);
        try
        {
            while (text.Length <= enough && reader.Read())
            {
                Separate(text, previous, reader.TokenType);
                previous = reader.TokenType;
                open +=
                    previous is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1
                    : previous is JsonTokenType.EndObject or JsonTokenType.EndArray ? -1
                    : 0;
                switch (previous)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString() ?? "";
                        isReadable = readable.Contains(name) || (holders.TryPeek(out var holder) && readable.Contains($"{holder}.{name}"));
                        text.Append('"').Append(IsPlainName(name) && mask(name) == name ? name : Secret.Mask).Append("\":");
                        break;
                    case JsonTokenType.String:
                        text.Append('"').Append(isReadable ? Escape(mask(reader.GetString() ?? "")) : Secret.Mask).Append('"');
                        break;
                    case JsonTokenType.Number:
                        AppendNumber(text, isReadable ? Encoding.UTF8.GetString(reader.ValueSpan) : null, mask);
                        break;
                    case JsonTokenType.StartObject:
                        holders.Push(name);
                        text.Append('{');
                        break;
                    case JsonTokenType.EndObject:
                        holders.TryPop(out _);
                        text.Append('}');
                        break;
                    default:
                        // Brackets, and true, false and null, which say nothing about anybody.
                        text.Append(Encoding.UTF8.GetString(reader.ValueSpan));
                        break;
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return text.Append('…').ToString();
        }

        return open > 0 || text.Length > enough ? text.Append('…').ToString() : text.ToString();
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> body) =>
        (body.StartsWith("\uFEFF"u8) ? body[3..] : body).TrimStart(" \t\r\n"u8);

    private static void Separate(StringBuilder text, JsonTokenType previous, JsonTokenType next)
    {
        var opens = previous is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName;
        if (!opens && next is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            text.Append(',');
        }
    }

    private static void AppendNumber(StringBuilder text, string? number, Func<string, string> mask)
    {
        var masked = number is null ? Secret.Mask : mask(number);
        text.Append(masked == number ? masked : $"\"{Secret.Mask}\"");
    }

    /// <summary>A name that a developer chose; a dictionary keyed by codes or addresses has others.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= MaxName
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && TextMask.Apply(name) == name;

    private static string Escape(string text) =>
        JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
}
