using System.Globalization;
using System.Text;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>A text without what differs between two writings of it: case, accents, invisible marks, and how blanks are written.</summary>
internal sealed class FoldedText
{
    private readonly List<int> _origins;

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        _origins = new(text.Length);
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                Append(folded, rune, index);
            }
            else
            {
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
                {
                    Append(folded, part, index);
                }
            }

            index += rune.Utf16SequenceLength;
        }

        Text = folded.ToString();
        _origins.Add(index);
    }

    public string Text { get; }

    /// <summary>Marks where a part of the folded text stands in the original.</summary>
    public void Mark(int start, int length, bool[] marks) => marks.AsSpan(_origins[start].._origins[start + length]).Fill(true);

    private void Append(StringBuilder folded, Rune rune, int origin)
    {
        // A plus is a blank in the query of an address.
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value == '+')
        {
            if (folded.Length == 0 || folded[^1] != ' ')
            {
                Add(folded, ' ', origin);
            }

            return;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
        {
            return;
        }

        if (SpeltOut(rune.Value) is { } spelt)
        {
            foreach (var letter in spelt)
            {
                Add(folded, letter, origin);
            }

            return;
        }

        Span<char> letters = stackalloc char[2];
        foreach (var letter in letters[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letters)])
        {
            Add(folded, letter, origin);
        }
    }

    /// <summary>Letters that have no accent to take away, as those without them write them.</summary>
    private static string? SpeltOut(int letter) =>
        letter switch
        {
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ß' or 'ẞ' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'þ' or 'Þ' => "th",
            'ı' => "i",
            _ => null,
        };

    private void Add(StringBuilder folded, char letter, int origin)
    {
        folded.Append(letter);
        _origins.Add(origin);
    }
}
