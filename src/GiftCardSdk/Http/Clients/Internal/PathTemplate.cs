using System.Globalization;
using System.Text;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>Fills arguments into a path, so that none of them can lead elsewhere.</summary>
internal static class PathTemplate
{
    /// <summary>The names between braces.</summary>
    public static IEnumerable<string> Names(string template)
    {
        for (var at = 0; Next(template, at) is { } hole; at = hole.End + 1)
        {
            yield return template[(hole.Start + 1)..hole.End];
        }
    }

    /// <exception cref="ArgumentException">An argument is null, blank, or a dot segment.</exception>
    public static string Fill(string template, Func<string, object?> argument)
    {
        var path = new StringBuilder(template.Length + 32);
        var at = 0;
        while (Next(template, at) is { } hole)
        {
            var name = template[(hole.Start + 1)..hole.End];
            path.Append(template, at, hole.Start - at).Append(Segment(argument(name), name));
            at = hole.End + 1;
        }

        return path.Append(template, at, template.Length - at).ToString();
    }

    private static string Segment(object? value, string name)
    {
        var text = value switch
        {
            Secret secret => secret.Reveal(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value as string,
        };
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text is "." or ".."
            ? throw new ArgumentException($"'{text}' is no id: it would lead to another path.", name)
            : Uri.EscapeDataString(text);
    }

    private static (int Start, int End)? Next(string template, int at)
    {
        var start = template.IndexOf('{', at);
        var end = start < 0 ? -1 : template.IndexOf('}', start);
        return end < 0 ? null : (start, end);
    }
}
