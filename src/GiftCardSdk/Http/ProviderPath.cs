using System.Text;

namespace GiftCardSdk.Http;

/// <summary>Writes queries with everything escaped. Ids of a path need no help: they are escaped where they are filled in (<see cref="Clients.ApiCall.Path"/>).</summary>
public static class ProviderPath
{
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
