namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>A path with places for arguments, parsed once. It fills arguments in so that none of them can lead to another path.</summary>
internal sealed class PathTemplate
{
    private readonly List<string> _names = [];
    private readonly List<string> _before = [];
    private readonly string _rest;

    public PathTemplate(string text)
    {
        var at = 0;
        while (Next(text, at) is var (start, end))
        {
            _before.Add(text[at..start]);
            _names.Add(text[(start + 1)..end]);
            at = end + 1;
        }

        _rest = text[at..];
    }

    /// <summary>The names between braces.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <exception cref="ArgumentException">An argument is null, blank, or a dot segment.</exception>
    public string Fill(ApiMethod method, object?[] arguments)
    {
        var path = "";
        for (var i = 0; i < _names.Count; i++)
        {
            path = string.Concat(path, _before[i], Segment(arguments[method.IndexOf(_names[i])], _names[i]));
        }

        return string.Concat(path, _rest);
    }

    private static string Segment(object? value, string name)
    {
        var text = ArgumentText.InClear(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text is "." or ".."
            ? throw new ArgumentException($"'{text}' is no id: it would lead to another path.", name)
            : Uri.EscapeDataString(text);
    }

    private static (int Start, int End)? Next(string text, int at)
    {
        var start = text.IndexOf('{', at);
        var end = start < 0 ? -1 : text.IndexOf('}', start);
        return end < 0 ? null : (start, end);
    }
}
