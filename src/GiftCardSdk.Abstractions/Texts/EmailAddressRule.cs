using System.Globalization;
using System.Text;

namespace GiftCardSdk.Texts;

/// <summary>
/// The form of an address that mail can be delivered to (RFC 5321, and RFC 6531 for other scripts): dots and words, or a quoted text, before the
/// last at sign; a domain of at least two labels behind it.
/// </summary>
internal static class EmailAddressRule
{
    /// <summary>In octets, as RFC 5321 counts: 64 before the at sign, and 254 in all since a path of 256 has two brackets.</summary>
    private const int MaxLocal = 64;
    private const int MaxAddress = 254;
    private const int MaxLabel = 63;
    private const string Marks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>What is wrong with an address, without showing it; null if nothing is.</summary>
    public static string? MistakeOf(string address)
    {
        if (char.IsWhiteSpace(address[0]) || char.IsWhiteSpace(address[^1]))
        {
            return $"it begins or ends with a blank ({CodePoints.NameOf(char.IsWhiteSpace(address[0]) ? address[0] : address[^1])})";
        }

        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
        {
            return "a name, an at sign and a domain are expected";
        }

        return MistakeOfLocal(address[..at])
            ?? MistakeOfDomain(address[(at + 1)..], at + 1)
            ?? (Octets(address[..at]) > MaxLocal ? Invariant($"there are more than {MaxLocal} octets before the at sign") : null)
            ?? (Octets(address) > MaxAddress ? Invariant($"it has more than {MaxAddress} octets") : null);
    }

    private static string? MistakeOfLocal(string local)
    {
        if (local is ['"', _, .., '"'])
        {
            return MistakeOfQuoted(local[1..^1]);
        }

        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal))
        {
            return "a dot stands at an end of the name, or two stand together";
        }

        return FirstOdd(
            local,
            0,
            static rune =>
                rune.Value == '.' || Marks.Contains((char)rune.Value, StringComparison.Ordinal) && rune.IsAscii || IsOfWords(rune)
        );
    }

    /// <summary>Between quotes any printable ASCII may stand, quotes and backslashes behind a backslash.</summary>
    private static string? MistakeOfQuoted(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isEscaped = text[index] == '\\' && index + 1 < text.Length;
            index += isEscaped ? 1 : 0;
            if (text[index] is < ' ' or > '~' || (!isEscaped && text[index] is '"' or '\\'))
            {
                return Odd(text[index], index + 1);
            }
        }

        return null;
    }

    private static string? MistakeOfDomain(string domain, int offset)
    {
        if (FirstOdd(domain, offset, static rune => rune.Value is '.' or '-' || IsOfWords(rune) || IsOfDomains(rune)) is { } odd)
        {
            return odd;
        }

        var labels = domain.Split('.');
        return labels.Any(label => label.Length == 0) ? "a dot stands at an end of the domain, or two stand together"
            : labels.Length < 2 ? "the domain has no dot, as mail.example has"
            : labels[^1].All(char.IsAsciiDigit) ? "the domain ends in a number"
            : labels.Any(label => !IsLabel(label))
                ? Invariant(
                    $"a part of the domain begins or ends with a dash, has more than {MaxLabel} letters, or is no name that domains can have"
                )
            : null;
    }

    private static bool IsLabel(string label) =>
        !label.StartsWith('-') && !label.EndsWith('-') && ToAscii(label) is { Length: > 0 and <= MaxLabel };

    /// <summary>The label as name servers know it; null if it cannot be written so.</summary>
    private static string? ToAscii(string label)
    {
        if (label.All(char.IsAscii))
        {
            return label;
        }

        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Letters, marks and digits of any script.</summary>
    private static bool IsOfWords(Rune rune) =>
        !CodePoints.IsInvisible(rune)
        && (
            rune.IsAscii
                ? Rune.IsLetterOrDigit(rune)
                : Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.UppercaseLetter
                        or UnicodeCategory.LowercaseLetter
                        or UnicodeCategory.TitlecaseLetter
                        or UnicodeCategory.ModifierLetter
                        or UnicodeCategory.OtherLetter
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.DecimalDigitNumber
        );

    /// <summary>What some languages' domains have besides: the middle dots of Catalan and Japanese.</summary>
    private static bool IsOfDomains(Rune rune) => rune.Value is 0x00B7 or 0x30FB;

    private static string? FirstOdd(string text, int offset, Func<Rune, bool> isRight)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!isRight(rune))
            {
                return Odd(rune.Value, offset + index);
            }

            index += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static string Odd(int codePoint, int index) =>
        Invariant($"{CodePoints.NameOf(codePoint)} at index {index} cannot stand in an address");

    private static int Octets(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
