using System.Text;

namespace GiftCardSdk.Http;

/// <summary>
/// The text of a body, whatever it is written in: what its first bytes say (a byte order mark, or the zeros of UTF-16), else the charset of its
/// <c>Content-Type</c>, else UTF-8.
/// </summary>
public static class WireText
{
    /// <summary>A text for a body or a query, where one that says nothing is left out.</summary>
    /// <param name="text">The text; may be null.</param>
    /// <returns>The text as it is; null if it is blank.</returns>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The bytes as UTF-8 without a mark, ready for a JSON reader.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="charset">The charset that came with them; null for none.</param>
    /// <returns>The same bytes where they are UTF-8 already.</returns>
    /// <exception cref="FormatException">The charset is not known, or the bytes are not written in it.</exception>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> body, string? charset = null)
    {
        var (encoding, mark) = EncodingOf(body, charset?.Trim().Trim('"').Trim());
        var text = body[mark..];
        try
        {
            return encoding is null ? text : Encoding.UTF8.GetBytes(encoding.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            throw NotIn(encoding!);
        }
    }

    /// <summary>Without a cause: the words of the one there is quote the bytes.</summary>
    private static FormatException NotIn(Encoding encoding) => new($"The body is not written in {encoding.WebName}.");

    /// <summary>The encoding, or null for UTF-8, and the length of the mark.</summary>
    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> body, string? charset) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Utf32(bigEndian: false), 4),
            [0, 0, 0xFE, 0xFF, ..] => (Utf32(bigEndian: true), 4),
            [0xFF, 0xFE, ..] => (Utf16(bigEndian: false), 2),
            [0xFE, 0xFF, ..] => (Utf16(bigEndian: true), 2),
            // JSON begins with ASCII: the zeros beside it tell what it is, whatever the header says.
            [0, not 0, ..] => (Utf16(bigEndian: true), 0),
            [not 0, 0, not 0, ..] or [not 0, 0] => (Utf16(bigEndian: false), 0),
            _ => (Named(charset), 0),
        };

    private static Encoding? Named(string? charset) =>
        charset switch
        {
            null or "" => null,
            _ when Is(charset, "utf-8") || Is(charset, "utf8") || Is(charset, "us-ascii") || Is(charset, "ascii") => null,
            _ when Is(charset, "utf-16") => Utf16(bigEndian: true),
            _ => OfTable(charset) ?? throw new FormatException("The body is written in a charset that is not known here."),
        };

    private static Encoding? OfTable(string charset)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                    charset,
                    EncoderFallback.ExceptionFallback,
                    DecoderFallback.ExceptionFallback
                ) ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    private static UTF32Encoding Utf32(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidCharacters: true);

    private static bool Is(string charset, string name) => string.Equals(charset, name, StringComparison.OrdinalIgnoreCase);
}
