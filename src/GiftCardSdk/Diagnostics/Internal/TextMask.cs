using System.Buffers;
using System.Text;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>Masks what may be a secret or an address within a text for people, in two passes that never look back.</summary>
internal static class TextMask
{
    /// <summary>Telephone and serial numbers: so many digits, with blanks and dashes between them or not.</summary>
    private const int ManyDigits = 8;

    /// <summary>Codes and tokens: so many letters and digits mixed.</summary>
    private const int LongMixedWord = 8;

    /// <summary>Tokens without a digit: so many small and capital letters mixed.</summary>
    private const int LongLetterWord = 24;

    /// <summary>The most characters that may stand between the parts of one number: <c>) -</c>.</summary>
    private const int MaxGap = 3;

    private static readonly SearchValues<char> EndOfAddress = SearchValues.Create(" \t\r\n\v\f\u00A0\"<>`");

    public static string Apply(ReadOnlySpan<char> text) => MaskWords(MaskAddresses(text));

    /// <summary>E-mail addresses and links: everything without a blank around an <c>@</c>, a <c>://</c> or a host with a path.</summary>
    private static string MaskAddresses(ReadOnlySpan<char> text)
    {
        var masked = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(EndOfAddress);
            var chunk = end < 0 ? text : text[..end];
            if (IsAddress(chunk))
            {
                masked.Append(Secret.Mask).Append(chunk[chunk.TrimEnd(".,;:!?").Length..]);
            }
            else
            {
                masked.Append(chunk);
            }

            if (end >= 0)
            {
                masked.Append(text[end]);
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return masked.ToString();
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        var dot = chunk.IndexOf('.');
        return chunk.IndexOf('@') > 0
            || chunk.Contains("://", StringComparison.Ordinal)
            || chunk.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || (dot > 0 && dot + 1 < chunk.Length && char.IsLetter(chunk[dot + 1]) && chunk[dot..].Contains('/'));
    }

    private static string MaskWords(ReadOnlySpan<char> text)
    {
        var masked = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var length = WordLength(text);
            if (length == 0)
            {
                masked.Append(text[0]);
                text = text[1..];
                continue;
            }

            var number = NumberLength(text, length);
            var isMasked = number > 0 || IsToken(text[..length]);
            length = Math.Max(number, length);
            masked.Append(isMasked ? Secret.Mask : text[..length]);
            text = text[length..];
        }

        return masked.ToString();
    }

    /// <summary>The length of the number of many digits that begins with this word and may go on in the next ones; 0 if it is none.</summary>
    private static int NumberLength(ReadOnlySpan<char> text, int firstWord)
    {
        var (end, digits) = (0, 0);
        for (var (start, word) = (0, firstWord); word > 0; )
        {
            var part = text.Slice(start, word);
            if (HasLetter(part))
            {
                break;
            }

            end = start + word;
            digits += CountDigits(part);
            start = end + GapLength(text[end..]);
            word = start == end ? 0 : WordLength(text[start..]);
        }

        return digits >= ManyDigits ? end : 0;
    }

    private static bool IsToken(ReadOnlySpan<char> word)
    {
        var (upper, lower, digits, dashes, underscores) = (0, 0, 0, 0, 0);
        foreach (var character in word)
        {
            _ =
                char.IsDigit(character) ? digits++
                : char.IsLower(character) ? lower++
                : char.IsLetter(character) ? upper++
                : character == '-' ? dashes++
                : character == '_' ? underscores++
                : 0;
        }

        var letters = upper + lower;
        return (digits > 0 && letters > 0 && letters + digits >= LongMixedWord)
            || (upper > 0 && lower > 0 && letters >= LongLetterWord)
            // Groups of capitals with dashes: the customary look of a code.
            || (dashes >= 2 && lower == 0 && underscores == 0 && letters >= LongMixedWord);
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '-' or '+' or '/'))
        {
            length++;
        }

        return length;
    }

    private static int GapLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < MaxGap && text[length] is ' ' or '.' or '(' or ')' or '–')
        {
            length++;
        }

        return length;
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountDigits(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var character in word)
        {
            digits += char.IsDigit(character) ? 1 : 0;
        }

        return digits;
    }
}
