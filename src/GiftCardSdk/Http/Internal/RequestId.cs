using System.Text.RegularExpressions;
using GiftCardSdk.Diagnostics.Internal;

namespace GiftCardSdk.Http.Internal;

/// <summary>The rule for a provider's id of a request: it goes into logs, so it is taken only if it can be nothing else.</summary>
internal static partial class RequestId
{
    /// <summary>The id, or null if it has another form or gives away what the request held: some answer with what they were sent.</summary>
    public static string? OrNull(string? text, CallSecrets secrets) =>
        text is not null && Form().IsMatch(text) && !secrets.AreIn(text) ? text : null;

    [GeneratedRegex("^[A-Za-z0-9._:-]{1,100}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
