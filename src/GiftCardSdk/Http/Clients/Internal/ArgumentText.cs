using System.Globalization;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>Arguments of a path, a query or a header as providers read them, whatever the culture of the thread.</summary>
internal static class ArgumentText
{
    public static string? Of(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTimeOffset or DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    /// <summary>The same, with secrets in clear: for the pipeline's own request alone.</summary>
    public static string? InClear(object? value) => value is Secret secret ? secret.Reveal() : Of(value);

    /// <summary>Whether values of a type have a text that can be one segment of a path.</summary>
    public static bool IsSegment(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(Secret) || plain == typeof(bool) || typeof(IFormattable).IsAssignableFrom(plain);
    }
}
