using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>
/// Markup. An interpolated string becomes it: what the source says is markup, and whatever stands in a hole is text and escaped, so that no page
/// can forget to. Only markup goes in as it is.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html
{
    private readonly StringBuilder? _markup;

    /// <summary>No markup at all.</summary>
    public static Html None => default;

    public Html(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

    public void AppendLiteral(string markup) => _markup!.Append(markup);

    public void AppendFormatted(Html markup) => _markup!.Append(markup._markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            AppendFormatted(part);
        }
    }

    public void AppendFormatted(string? text) => _markup!.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(long number) => _markup!.Append(number);

    public void AppendFormatted(DateTimeOffset time) =>
        _markup!.Append(time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    public override string ToString() => _markup?.ToString() ?? "";
}
