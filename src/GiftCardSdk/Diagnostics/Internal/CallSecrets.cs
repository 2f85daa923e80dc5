using System.Text;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>
/// The values of one call that nobody may read in what is printed of it: what its body and address say of people, and what signs it. Providers
/// quote them back in every form, so texts are compared without case, accents and encodings.
/// </summary>
internal sealed class CallSecrets
{
    /// <summary>Shorter values are looked for as whole words: they stand in other words by chance.</summary>
    private const int ShortValue = 4;

    /// <summary>So many characters in a row of a longer value give it away, even if the rest is cut off.</summary>
    private const int TellingPart = 16;

    /// <summary>Something before it may have moved it out of step.</summary>
    private const int Base64Group = 4;

    private readonly string[] _values;
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    public CallSecrets(IEnumerable<string> values)
    {
        _values =
        [
            .. values
                .SelectMany(Forms)
                .Select(form => new FoldedText(form).Text.Trim())
                .Where(text => text.Length > 1 && text.Any(char.IsLetterOrDigit))
                .Distinct(StringComparer.Ordinal),
        ];
        foreach (var value in _values.Where(value => value.Length > TellingPart))
        {
            for (var start = 0; start + TellingPart <= value.Length; start++)
            {
                _parts.Add(value.Substring(start, TellingPart));
            }
        }
    }

    /// <summary>For texts that belong to no call.</summary>
    public static CallSecrets None { get; } = new([]);

    /// <summary>Whether a text gives one of them away.</summary>
    public bool AreIn(string text) => Mask(text) is var masked && masked.Contains(Secret.Mask, StringComparison.Ordinal);

    /// <summary>A text with its encodings undone and each of the values masked.</summary>
    public string Mask(string text)
    {
        var plain = QuotedText.Decode(text);
        if (_values.Length == 0)
        {
            return plain;
        }

        var masked = new bool[plain.Length];
        Mark(new FoldedText(plain), masked);
        foreach (var (start, length) in QuotedText.EncodedRuns(plain))
        {
            if (
                Enumerable
                    .Range(0, Base64Group)
                    .Any(skip => IsMarked(QuotedText.FromBase64(plain.AsSpan(start, length)[Math.Min(skip, length)..])))
            )
            {
                masked.AsSpan(start, length).Fill(true);
            }
        }

        return Replace(plain, masked);
    }

    /// <summary>A value as it is, and as it looks when its bytes are read in another charset, or when a charset cannot hold it.</summary>
    private static IEnumerable<string> Forms(string value) =>
        Ascii.IsValid(value)
            ? [value]
            : [value, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value)), Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(value))];

    private bool IsMarked(string? text)
    {
        if (text is null)
        {
            return false;
        }

        var masked = new bool[text.Length];
        Mark(new FoldedText(text), masked);
        return masked.AsSpan().Contains(true);
    }

    private void Mark(FoldedText text, bool[] masked)
    {
        foreach (var value in _values)
        {
            for (
                var at = text.Text.IndexOf(value, StringComparison.Ordinal);
                at >= 0;
                at = text.Text.IndexOf(value, at + 1, StringComparison.Ordinal)
            )
            {
                if (value.Length >= ShortValue || IsWord(text.Text, at, value.Length))
                {
                    text.Mark(at, value.Length, masked);
                }
            }
        }

        for (var at = 0; _parts.Count > 0 && at + TellingPart <= text.Text.Length; at++)
        {
            if (_parts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Text.AsSpan(at, TellingPart)))
            {
                text.Mark(at, TellingPart, masked);
            }
        }
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static string Replace(string text, bool[] masked)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!masked[at])
            {
                result.Append(text[at]);
            }
            else if (at == 0 || !masked[at - 1])
            {
                result.Append(Secret.Mask);
            }
        }

        return result.ToString();
    }
}
