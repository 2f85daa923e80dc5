using System.Globalization;
using System.Text;

namespace GiftCardSdk.Texts;

/// <summary>
/// The one rule for texts that a provider is to deliver: names, messages, addresses, numbers. The core asks it of every order; an adapter asks it of what it
/// sends besides. A mistake names the offending code point and its place, never the text.
/// </summary>
public static class DeliverableText
{
    /// <summary>What is wrong with the text of a kind.</summary>
    /// <param name="text">The text; null and empty are fine, since whether it must be given is not asked here.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>A sentence without its subject, to follow the name of the field and a colon; null if nothing is wrong.</returns>
    public static string? MistakeOf(string? text, TextKind kind)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text == Secret.Mask)
        {
            return "this is the mask that JSON shows in its place; keep what is to be delivered in a type of your own.";
        }

        var odd = IsPlain(text) ? null : HalfPair(text) ?? FirstOdd(text, kind);
        return kind switch
        {
            TextKind.EmailAddress when !string.IsNullOrWhiteSpace(text) && (odd ?? EmailAddressRule.MistakeOf(text)) is { } mistake =>
                $"this is not an e-mail address (its text is not shown here): {mistake}; something like name@company.example is expected.",
            TextKind.PhoneNumber when !string.IsNullOrWhiteSpace(text) && !IsPhoneNumber(text) =>
                $"this is not a number in E.164 form (its text is not shown here){(odd is null ? "" : $": {odd}")}; a plus sign, the country code and the number are expected, 8 to 15 digits in all.",
            _ => odd is null ? null : $"{odd}; leave it out.",
        };
    }

    /// <summary>What is wrong with the UTF-16 of a text, without showing it; null if nothing is.</summary>
    internal static string? HalfPair(string? text) =>
        CodePoints.IndexOfHalfPair(text) is >= 0 and var index
            ? Invariant(
                $"half a surrogate pair ({CodePoints.NameOf(text![index])}) stands at index {index}, as cutting a text within a character leaves it"
            )
            : null;

    /// <summary>Nearly every text: printable ASCII, of which nothing is odd anywhere.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string? FirstOdd(string text, TextKind kind)
    {
        Rune? before = null;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = index + rune.Utf16SequenceLength;
            var isRight = kind == TextKind.Body ? IsOfBodies(rune) : IsOfLines(rune, before, RuneAt(text, next));
            if (!isRight)
            {
                return Invariant($"{CodePoints.NameOf(rune.Value)} at index {index} {Reason(rune)}");
            }

            (before, index) = (rune, next);
        }

        return null;
    }

    private static string Reason(Rune rune) =>
        CodePoints.IsControl(rune) || CodePoints.IsLineBreak(rune) ? "is a control character or a line break"
        : CodePoints.IsNoncharacter(rune) ? "is no character"
        : "is invisible";

    /// <summary>Line breaks and tabs are a body's own, and so are the invisible marks of scripts: nothing hangs on them there.</summary>
    private static bool IsOfBodies(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (!CodePoints.IsControl(rune) && !CodePoints.IsNoncharacter(rune));

    private static bool IsOfLines(Rune rune, Rune? before, Rune? after) =>
        !CodePoints.IsControl(rune)
        && !CodePoints.IsLineBreak(rune)
        && !CodePoints.IsNoncharacter(rune)
        && (!CodePoints.IsInvisible(rune) || CodePoints.Belongs(rune, before, after));

    private static Rune? RuneAt(string text, int index) =>
        Rune.TryGetRuneAt(text, Math.Min(index, text.Length - 1), out var rune) && index < text.Length ? rune : null;

    private static bool IsPhoneNumber(string text) =>
        text is ['+', >= '1' and <= '9', ..] && text.Length is >= 9 and <= 16 && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a text is to be delivered as.</summary>
public enum TextKind
{
    /// <summary>A name, a subject, a postal field, an id: one line. No control characters, line breaks or invisible marks; emoji and all scripts are fine.</summary>
    Line,

    /// <summary>The body of a message: line breaks, tabs and invisible marks besides, but no other control characters.</summary>
    Body,

    /// <summary>An e-mail address: plus signs, apostrophes, quoted names, other scripts and international domains are fine.</summary>
    EmailAddress,

    /// <summary>A telephone number in E.164 form.</summary>
    PhoneNumber,
}
