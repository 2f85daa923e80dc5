using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GiftCardSdk.Http.Internal;

/// <summary>Values that come as another kind of JSON than documented and leave no doubt: 5 for a text, "5" or 5.0 for a whole number, "true" or 1 for a boolean.</summary>
internal static class WireCoercion
{
    /// <summary>The value as it should have been written; null if there is no telling.</summary>
    public static byte[]? Of(JsonElement value, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        return type == typeof(string) ? AsText(value)
            : type == typeof(bool) ? AsBoolean(value)
            : type == typeof(decimal) || type == typeof(double)
                ? NumberOf(value) is { } number ? Bytes(number)
                    : null
            : type == typeof(int) || type == typeof(long)
                ? NumberOf(value) is { } whole && decimal.IsInteger(whole) ? Bytes(decimal.Truncate(whole))
                    : null
            : null;
    }

    /// <summary>Digit by digit as it was written: an id is no figure.</summary>
    private static byte[]? AsText(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? Encoding.UTF8.GetBytes($"\"{value.GetRawText()}\"")
            : null;

    private static byte[]? AsBoolean(JsonElement value)
    {
        var word = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => TextOf(value),
            _ => null,
        };
        return word is "1" || string.Equals(word, "true", StringComparison.OrdinalIgnoreCase) ? "true"u8.ToArray()
            : word is "0" || string.Equals(word, "false", StringComparison.OrdinalIgnoreCase) ? "false"u8.ToArray()
            : null;
    }

    /// <summary>A number, or a text in the one form of amounts; nothing is rounded.</summary>
    private static decimal? NumberOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => WireAmountConverter.TryParse(value.GetRawText(), out var figure) ? figure : null,
            JsonValueKind.String => AmountText.TryParse(TextOf(value), out var number) ? number : null,
            _ => null,
        };

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text.
            return null;
        }
    }

    private static byte[] Bytes(decimal number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
