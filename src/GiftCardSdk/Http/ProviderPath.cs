using System.Text;

namespace GiftCardSdk.Http;

/// <summary>Builds the path of a request with everything escaped.</summary>
public static class ProviderPath
{
    /// <summary>Escapes one segment of a path, so that an id with a slash or a blank cannot lead elsewhere.</summary>
    /// <param name="segment">The id; not blank, and neither <c>.</c> nor <c>..</c>.</param>
    /// <returns>The segment, percent-encoded.</returns>
    /// <exception cref="ArgumentException"><paramref name="segment"/> is blank, or a dot segment.</exception>
    public static string Segment(string segment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(segment);
        return segment is "." or ".."
            ? throw new ArgumentException($"'{segment}' is no id.", nameof(segment))
            : Uri.EscapeDataString(segment);
    }

    /// <summary>Appends a query; names whose value is null are left out.</summary>
    /// <param name="path">The path, escaped.</param>
    /// <param name="query">Names and values, not escaped.</param>
    /// <returns>Path and query.</returns>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        StringBuilder? text = null;
        foreach (var (name, value) in query)
        {
            if (value is not null)
            {
                text = (text ?? new StringBuilder(path))
                    .Append(text is null ? '?' : '&')
                    .Append(Uri.EscapeDataString(name))
                    .Append('=')
                    .Append(Uri.EscapeDataString(value));
            }
        }

        return text?.ToString() ?? path;
    }
}
