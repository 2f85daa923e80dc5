using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>
/// Markup in the making. What stands in the source is markup; whatever is put in at run time is text and is escaped, whoever wrote it. There is no way
/// to add a text unescaped.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>Markup alone.</summary>
    public static Html Of(Action<Html> write)
    {
        var html = new Html();
        write(html);
        return html;
    }

    /// <summary>A text in a color that says how good it is: <c>good</c>, <c>warn</c>, <c>bad</c>, <c>soft</c>, or nothing.</summary>
    public static Html Colored(string color, string text) => Of(html => html.Add($"""<span class="{color}">{text}</span>"""));

    /// <summary>Adds what an interpolated text says.</summary>
    /// <param name="markup">The text, which has been added by the time it is here.</param>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Takes an interpolated text apart.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly StringBuilder _text;

        public Markup(int literalLength, int formattedCount, Html html)
        {
            _ = (literalLength, formattedCount);
            _text = html._text;
        }

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

        /// <summary>Markup that was made by the same rule.</summary>
        public void AppendFormatted(Html? part) => _text.Append(part?._text);

        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
