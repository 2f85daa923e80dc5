using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>Undoes what a text goes through when it is quoted: HTML, addresses, JSON, Base64.</summary>
internal static partial class QuotedText
{
    /// <summary>Quoted within something quoted within something quoted.</summary>
    private const int MostRounds = 3;
    private const int ShortestBase64 = 6;

    private static readonly SearchValues<char> Signs = SearchValues.Create("&%\\");

    public static string Decode(string text)
    {
        for (var round = 0; round < MostRounds && text.AsSpan().ContainsAny(Signs); round++)
        {
            var before = text;
            text = FromJson(Uri.UnescapeDataString(WebUtility.HtmlDecode(text)));
            if (text == before)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>Where something stands that may be Base64.</summary>
    public static IEnumerable<(int Start, int Length)> EncodedRuns(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && IsOfBase64(text[end]))
            {
                end++;
            }

            if (end - start >= ShortestBase64)
            {
                yield return (start, end - start);
            }

            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>What a text says in Base64, of either alphabet, with padding or without; null if it says nothing.</summary>
    public static string? FromBase64(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd('=').ToString().Replace('-', '+').Replace('_', '/');
        var whole = digits.PadRight((digits.Length + 3) / 4 * 4, '=');
        var bytes = new byte[whole.Length];
        return Convert.TryFromBase64String(whole, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static bool IsOfBase64(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '-' or '_' or '=';

    private static string FromJson(string text) =>
        !text.Contains('\\', StringComparison.Ordinal)
            ? text
            : Escape()
                .Replace(
                    text,
                    static escape =>
                        escape.ValueSpan[1] switch
                        {
                            'u' or 'x' => (
                                (char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                            ).ToString(),
                            'n' or 'r' or 't' or 'b' or 'f' => " ",
                            var letter => letter.ToString(),
                        }
                );

    [GeneratedRegex(
        @"\\(u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrtbf""'/\\])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Escape();
}
