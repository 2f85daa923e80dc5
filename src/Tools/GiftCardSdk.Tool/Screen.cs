using System.Globalization;
using System.Text;
using Spectre.Console;

namespace GiftCardSdk.Tool;

/// <summary>Text and tables for a person: in colours on a terminal, plain everywhere else, never wider than the line.</summary>
internal sealed class Screen
{
    /// <summary>What a terminal shows at least, and a file is written with.</summary>
    public const int LeastWidth = 80;

    private const int MostWidth = 140;

    private readonly TextWriter _writer;
    private readonly StringBuilder _page = new();
    private readonly IAnsiConsole _console;
    private readonly bool _isPlain;

    public Screen(TextWriter writer, ToolConsole console)
    {
        _writer = writer;
        _isPlain = !console.HasColors;
        _console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(_isPlain ? new StringWriter(_page, CultureInfo.InvariantCulture) : writer),
                Ansi = _isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = _isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,
            }
        );
        _console.Profile.Width = Math.Clamp(console.Width, LeastWidth, MostWidth);
        _console.Profile.Capabilities.Unicode = console.IsTerminal;
    }

    /// <summary>A sentence, or a line as it is; it is wrapped where it does not fit.</summary>
    public void Line(string text = "") => Write(() => _console.WriteLine(text));

    /// <summary>A line that is not wrapped, for what is copied as a whole.</summary>
    public void Whole(string text) => _writer.WriteLine(text);

    /// <summary>What must not be overlooked.</summary>
    public void Alert(string text) => Write(() => _console.MarkupLineInterpolated($"[yellow]{text}[/]"));

    /// <summary>A table; without rows, the words that say so.</summary>
    public void Table(string nothing, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(_isPlain ? TableBorder.None : TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        if (table.Rows.Count == 0)
        {
            Line(nothing);
            return;
        }

        Write(() => _console.Write(table));
    }

    /// <summary>Names and what they are, one below the other.</summary>
    public void Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach (var (name, value) in facts.Where(static fact => fact.Value.Length > 0))
        {
            grid.AddRow(new Text(name), new Text(value));
        }

        Write(() => _console.Write(grid));
    }

    /// <summary>Cells are filled up with blanks, which nobody wants at the end of a line of a file.</summary>
    private void Write(Action write)
    {
        write();
        if (!_isPlain)
        {
            return;
        }

        var lines = _page.ToString().TrimEnd('\n', '\r').ReplaceLineEndings("\n").Split('\n');
        _page.Clear();
        foreach (var line in lines)
        {
            _writer.WriteLine(line.TrimEnd());
        }
    }
}
