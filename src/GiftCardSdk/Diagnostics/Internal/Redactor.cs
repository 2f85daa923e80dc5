using System.Text;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>Makes what a provider wrote safe to print: codes, PINs, links, addresses and tokens become <c>***</c>.</summary>
/// <remarks>
/// It rather masks too much than too little, works on whatever a provider may send, broken and hostile included, in one pass and bounded memory,
/// and never throws.
/// </remarks>
internal static class Redactor
{
    /// <summary>The most characters of a body that are kept.</summary>
    public const int MaxLength = 4000;

    /// <summary>What is looked at in a body; the rest could not change the first <see cref="MaxLength"/> characters of what is left.</summary>
    private const int MaxInput = 64 * 1024;

    /// <summary>The most characters of a body that is no JSON; pages of HTML help nobody.</summary>
    private const int MaxPlainLength = 500;

    private const string Cut = "…";

    /// <summary>Masks e-mail addresses, links, and long runs of digits or of letters and digits in a text for people.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with masks, at most <see cref="MaxLength"/> characters.</returns>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Limit(TextMask.Apply(text.AsSpan(0, Math.Min(text.Length, MaxInput))), MaxLength);
    }

    /// <summary>
    /// Masks a body. A member may be named with the one that holds it, <c>error.message</c>. Of JSON, only the texts and numbers of the named members stay readable, and <see cref="Text"/> masks within those; of
    /// anything else the tags are dropped and a short text is kept, masked in the same way.
    /// </summary>
    /// <param name="body">The body, whole or cut, in UTF-8.</param>
    /// <param name="readableMembers">Names of JSON members whose values may be read, such as <c>message</c>.</param>
    /// <returns>A text of at most <see cref="MaxLength"/> characters.</returns>
    public static string Body(ReadOnlySpan<byte> body, IReadOnlySet<string> readableMembers)
    {
        ArgumentNullException.ThrowIfNull(readableMembers);
        return Body(body, readableMembers, CallSecrets.None);
    }

    internal static string Body(ReadOnlySpan<byte> body, IReadOnlySet<string> readableMembers, CallSecrets secrets)
    {
        var input = body[..Math.Min(body.Length, MaxInput)];
        return JsonMask.Looks(input)
            ? Limit(JsonMask.Apply(input, readableMembers, MaxLength, text => TextMask.Apply(secrets.Mask(text))), MaxLength)
            : Plain(input, secrets);
    }

    internal static string? TextOrNull(string? text, int length, CallSecrets secrets) =>
        string.IsNullOrWhiteSpace(text) ? null : Limit(Text(secrets.Mask(Limit(text.Trim(), MaxInput))), length);

    private static string Plain(ReadOnlySpan<byte> body, CallSecrets secrets) =>
        Limit(TextMask.Apply(secrets.Mask(Markup.Strip(Encoding.UTF8.GetString(body)))), MaxPlainLength);

    private static string Limit(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, length - Cut.Length), Cut);
}
