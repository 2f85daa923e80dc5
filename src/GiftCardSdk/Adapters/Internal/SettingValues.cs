using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Whether a value of a configuration section can be read as what its setting is, by the rules of the binder, which says less.</summary>
internal static class SettingValues
{
    /// <summary>What is wrong with a value; null if nothing is, or if the setting is a text, whose value is never shown.</summary>
    public static string? MistakeOf(IConfigurationSection value, Type type)
    {
        var expected = string.IsNullOrEmpty(value.Value) ? null : Expected(value.Value, Nullable.GetUnderlyingType(type) ?? type);
        return expected is null ? null : $"{value.Path} is '{value.Value}'; {expected} is expected.";
    }

    private static string? Expected(string text, Type type) =>
        type.IsEnum ? Unless(Enum.TryParse(type, text, ignoreCase: true, out _), string.Join(" or ", Enum.GetNames(type)))
        : type == typeof(int) ? Unless(int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "a whole number")
        : type == typeof(decimal) ? Unless(decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _), "a number")
        : type == typeof(bool) ? Unless(bool.TryParse(text, out _), "true or false")
        : type == typeof(TimeSpan) ? Unless(IsTime(text), "a time such as 00:00:30, or 30.00:00:00 for days,")
        : type == typeof(Uri)
            ? Unless(Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _), "an address such as https://api.company.example/")
        : null;

    /// <summary>A number alone would be read as days by the binder, where seconds are meant.</summary>
    private static bool IsTime(string text) => text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static string? Unless(bool isRight, string expected) => isRight ? null : expected;
}
