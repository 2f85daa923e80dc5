using System.Text;

namespace GiftCardSdk.Diagnostics.Internal;

/// <summary>Takes the tags out of a page of HTML or XML, with scripts, styles and comments.</summary>
internal static class Markup
{
    public static string Strip(ReadOnlySpan<char> page)
    {
        var text = new StringBuilder(Math.Min(page.Length, 1024));
        while (!page.IsEmpty)
        {
            var open = page.IndexOf('<');
            Append(text, open < 0 ? page : page[..open]);
            page = open < 0 ? [] : AfterTag(page[open..]);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>What follows a tag; an element whose content is no text is skipped whole. What is never closed swallows the rest.</summary>
    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> tag)
    {
        var end =
            tag.StartsWith("<!--") ? "-->"
            : tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? "</script>"
            : tag.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? "</style>"
            : ">";
        var close = tag.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? [] : tag[(close + end.Length)..];
    }

    /// <summary>Appends a text with its white space collapsed; a tag counts as white space.</summary>
    private static void Append(StringBuilder text, ReadOnlySpan<char> part)
    {
        var gap = true;
        foreach (var character in part)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                gap = true;
                continue;
            }

            if (gap && text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(character);
            gap = false;
        }
    }
}
