using System.Globalization;
using System.Text;

namespace GiftCardSdk.Reporting;

/// <summary>
/// Writes comma-separated values by RFC 4180, with CRLF and an invariant culture. Text is always quoted, and what a spreadsheet would run as a formula
/// stands behind an apostrophe: ids, product codes and words come from outside. A library would map by reflection, which trimmed programs lack.
/// </summary>
internal sealed class CsvTable<T>(params (string Heading, Func<T, object?> Cell)[] columns)
{
    private const string EndOfLine = "\r\n";

    public async Task WriteAsync(IEnumerable<T> rows, TextWriter writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(writer);
        var headings = string.Join(',', columns.Select(column => CsvCell.Text(column.Heading)));
        await writer.WriteAsync((headings + EndOfLine).AsMemory(), cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            var line = string.Join(',', columns.Select(column => CsvCell.Of(column.Cell(row))));
            await writer.WriteAsync((line + EndOfLine).AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>One cell of comma-separated values.</summary>
internal static class CsvCell
{
    /// <summary>What begins a formula in one spreadsheet or another, in full width too, and the blanks that may stand before it.</summary>
    private const string Formulas = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Where a spreadsheet of another country, which does not see that the text is quoted, begins a cell or a line of its own.</summary>
    private const string Breaks = ";\t\r\n";

    public static string Of(object? value) =>
        value switch
        {
            null => "",
            decimal amount => amount.ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            int count => count.ToString(CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            TimeSpan time => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture),
            _ => Text(value.ToString() ?? ""),
        };

    public static string Text(string text)
    {
        var safe = new StringBuilder();
        foreach (var (at, letter) in text.Index())
        {
            if (
                at == 0
                    ? IsFormula(text)
                    : Breaks.Contains(text[at - 1], StringComparison.Ordinal) && BeginsFormula(text[at..].TrimStart('"', ' '))
            )
            {
                safe.Append('\'');
            }

            safe.Append(letter);
        }

        return $"\"{safe.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsFormula(string text) => text.Length > 0 && (char.IsControl(text[0]) || BeginsFormula(text));

    private static bool BeginsFormula(string text) =>
        text.TrimStart() is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal);
}
