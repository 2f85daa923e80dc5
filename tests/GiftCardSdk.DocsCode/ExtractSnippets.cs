using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes every C# block of the documents into a source file of its own, with lines that point back at the document.</summary>
public sealed class ExtractSnippets : Task
{
    private static readonly Regex Fence = new Regex(@"^(?<indent>\s*)(?<ticks>```+)\s*(?<language>[\w#+-]*)(?<rest>.*)$");
    private static readonly Regex Using = new Regex(@"^\s*using\s+(static\s+)?[\w.]+(\s*=\s*[\w.<>, ]+)?;");
    private static readonly Regex Namespace = new Regex(@"^namespace\s");
    private static readonly Regex Type = new Regex(
        @"^(\[[^\]]+\]\s*)*((public|internal|file|sealed|static|abstract|partial|readonly|ref)\s+)*(class|record|struct|interface|enum|delegate)\s+\w"
    );

    [Required]
    public string[] Documents { get; set; }

    [Required]
    public string Root { get; set; }

    [Required]
    public string Folder { get; set; }

    [Output]
    public string[] Snippets { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Folder);
        var written = new List<string>();
        foreach (var document in Documents.OrderBy(path => path, StringComparer.Ordinal))
        {
            foreach (var block in Read(document))
            {
                var file = Path.Combine(Folder, block.Name + ".cs");
                WriteIfChanged(file, block.ToSource());
                written.Add(file);
            }
        }

        foreach (var stale in Directory.GetFiles(Folder, "*.cs").Except(written))
        {
            File.Delete(stale);
        }

        Snippets = written.ToArray();
        Log.LogMessage(
            MessageImportance.High,
            "Documentation: {0} C# blocks of {1} documents are compiled.",
            written.Count,
            Documents.Length
        );
        return !Log.HasLoggedErrors;
    }

    private IEnumerable<Block> Read(string document)
    {
        var lines = File.ReadAllLines(document);
        for (var line = 0; line < lines.Length; line++)
        {
            var fence = Fence.Match(lines[line]);
            if (!fence.Success)
            {
                continue;
            }

            var first = line + 1;
            var closing = fence.Groups["ticks"].Value;
            for (line = first; line < lines.Length && lines[line].Trim() != closing; line++) { }

            if (line == lines.Length)
            {
                Error(document, first, "This block is never closed.");
            }
            else if (IsCompiled(document, first, fence))
            {
                yield return new Block(
                    NameOf(document, first),
                    document,
                    first,
                    Unindented(lines, first, line, fence.Groups["indent"].Length)
                );
            }
        }
    }

    private bool IsCompiled(string document, int line, Match fence)
    {
        var language = fence.Groups["language"].Value.ToLowerInvariant();
        if (language != "csharp" && language != "cs" && language != "c#")
        {
            return false;
        }

        if (language != "csharp" || fence.Groups["rest"].Value.Trim().Length > 0)
        {
            Error(document, line, "Open a C# block with ```csharp and nothing else: every one is compiled.");
        }

        return true;
    }

    private string NameOf(string document, int line) =>
        Regex.Replace(Path.GetFullPath(document).Substring(Path.GetFullPath(Root).Length), @"\W+", "_") + "_" + line;

    private void Error(string document, int line, string message) => Log.LogError(null, "DOC0001", null, document, line, 1, 0, 0, message);

    private static List<string> Unindented(string[] lines, int first, int end, int indent) =>
        lines
            .Skip(first)
            .Take(end - first)
            .Select(text => text.Substring(Math.Min(indent, text.Length - text.TrimStart().Length)))
            .ToList();

    private static void WriteIfChanged(string file, string text)
    {
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            File.WriteAllText(file, text);
        }
    }

    /// <summary>One block: either a whole file (it declares a type or a namespace) or statements.</summary>
    private sealed class Block
    {
        private readonly string _document;
        private readonly int _before;
        private readonly List<string> _lines;

        public Block(string name, string document, int before, List<string> lines)
        {
            Name = name;
            _document = document;
            _before = before;
            _lines = lines;
        }

        public string Name { get; }

        public string ToSource()
        {
            var usings = _lines.TakeWhile(line => line.Trim().Length == 0 || line.StartsWith("//") || Using.IsMatch(line)).Count();
            var source = new StringBuilder(
                "#pragma warning disable\n#pragma warning restore CS0612, CS0618 // Nothing obsolete is recommended.\n"
            );
            Append(source, 0, usings);
            if (_lines.Any(line => Namespace.IsMatch(line)))
            {
                Append(source, usings, _lines.Count);
            }
            else if (_lines.Any(line => Type.IsMatch(line)))
            {
                source.Append("namespace Documentation.").Append(Name).Append(";\n");
                Append(source, usings, _lines.Count);
            }
            else
            {
                source.Append("namespace Documentation.").Append(Name).Append(";\n");
                source.Append("internal abstract class Statements : Surroundings\n{\nprivate static async Task RunAsync()\n{\n");
                Append(source, usings, _lines.Count);
                source.Append("await Task.CompletedTask;\n}\n}\n");
            }

            return source.ToString();
        }

        private void Append(StringBuilder source, int from, int to)
        {
            source.Append("#line ").Append(_before + from + 1).Append(" \"").Append(_document).Append("\"\n");
            foreach (var line in _lines.Skip(from).Take(to - from))
            {
                source.Append(line).Append('\n');
            }

            source.Append("#line default\n");
        }
    }
}
