using System.Text.Json;

namespace GiftCardSdk.Http;

/// <summary>Reads JSON that may be anybody's: nothing here throws, and what is not there, or is something else, is null.</summary>
public static class ErrorJson
{
    /// <summary>A member of an object.</summary>
    /// <param name="element">The object; anything else has no members.</param>
    /// <param name="name">The name of the member, in its own case.</param>
    /// <returns>The member, or null.</returns>
    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The text of a member.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The name of the member, in its own case.</param>
    /// <returns>The text; null if the member is no text, or a blank one.</returns>
    public static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member
        && member.GetString() is var text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Whether a member repeats the HTTP status, as a number. A body that says another status was written for another answer.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The name of the member, in its own case.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>True if it does; false if it says something else; null if there is no such member.</returns>
    public static bool? Repeats(JsonElement? element, string name, int status) =>
        Member(element, name) is { } member
            ? member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var said) && said == status
            : null;

    /// <summary>
    /// Whether field errors speak of nothing but members of our request, such as <c>{"$.Product.Value":["…"]}</c> or
    /// <c>{"LineItems[0].Value":["…"]}</c>, each with a list of sentences. Whoever names those has read it as only the provider does; a bare word,
    /// such as <c>{"type":"access_denied"}</c>, is what others say of themselves.
    /// </summary>
    /// <param name="errors">The field errors, by path.</param>
    /// <param name="members">The members of the request's root.</param>
    /// <returns>True if there is at least one, and each begins with one of the members and says something about it.</returns>
    public static bool IsAbout(JsonElement? errors, IReadOnlySet<string> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var count = 0;
        if (errors is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (var field in fields.EnumerateObject())
            {
                if (!members.Contains(FirstPart(field.Name)) || !AreSentences(field.Value))
                {
                    return false;
                }

                count++;
            }
        }

        return count > 0;
    }

    private static bool AreSentences(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 0
        && value.EnumerateArray().All(sentence => sentence.ValueKind == JsonValueKind.String);

    private static string FirstPart(string path)
    {
        var start = path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 0;
        var length = path.AsSpan(start).IndexOfAny('.', '[');
        return length < 0 ? path[start..] : path.Substring(start, length);
    }
}
