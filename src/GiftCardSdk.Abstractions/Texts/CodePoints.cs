using System.Buffers;
using System.Globalization;
using System.Text;

namespace GiftCardSdk.Texts;

/// <summary>What is known of single code points, by their category and by Unicode's list of what is not shown.</summary>
internal static class CodePoints
{
    private const int FlagBase = 0x1F3F4;
    private const int FirstTag = 0xE0020;
    private const int LastTag = 0xE007F;

    /// <summary>Where UTF-16 is broken: half a surrogate pair; -1 for nowhere.</summary>
    public static int IndexOfHalfPair(ReadOnlySpan<char> text)
    {
        for (var index = text.IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; )
        {
            if (Rune.DecodeFromUtf16(text[index..], out var rune, out var length) != OperationStatus.Done)
            {
                return index;
            }

            index += length;
        }

        return -1;
    }

    /// <summary>The name that a sentence can print, whatever the code point is: <c>U+200B</c>.</summary>
    public static string NameOf(int codePoint) => string.Create(CultureInfo.InvariantCulture, $"U+{codePoint:X4}");

    public static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control;

    public static bool IsLineBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Code points that Unicode sets aside for no character ever.</summary>
    public static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Unicode's Default_Ignorable_Code_Point: zero-width and bidirectional marks, fillers, selectors, tags. A reader sees nothing of them.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value
            is 0x00AD
                or 0x034F
                or 0x061C
                or (>= 0x115F and <= 0x1160)
                or (>= 0x17B4 and <= 0x17B5)
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFFB)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>
    /// Whether something invisible belongs to what stands before it: joiners within emoji and within scripts that need them, selectors of a
    /// glyph's form, and the tags that make a region's flag.
    /// </summary>
    public static bool Belongs(Rune invisible, Rune? before, Rune? after) =>
        before is { } last
        && invisible.Value switch
        {
            0x200C or 0x200D => Joins(last, after),
            0x034F or (>= 0x180B and <= 0x180D) or 0x180F => !last.IsAscii,
            (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => !Rune.IsWhiteSpace(last) && !IsInvisible(last),
            >= FirstTag and <= LastTag => last.Value is FlagBase or (>= FirstTag and < LastTag),
            _ => false,
        };

    /// <summary>A joiner stands between two shapes, or behind the mark that takes a letter's vowel away, as old Malayalam texts have it.</summary>
    private static bool Joins(Rune before, Rune? after) =>
        !before.IsAscii
        && (
            (after is { IsAscii: false } next && !IsInvisible(next) && !Rune.IsWhiteSpace(next))
            || (Rune.GetUnicodeCategory(before) == UnicodeCategory.NonSpacingMark && !IsInvisible(before))
        );
}
