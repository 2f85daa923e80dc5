using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>The value that a parameter, a header or a body must have.</summary>
/// <param name="matcher">The matcher, as its file has it.</param>
internal sealed class ValuePattern(JsonNode matcher)
{
    /// <summary>Whether the value must be absent.</summary>
    public bool IsAbsent { get; } = (bool?)matcher["RejectOnMatch"] ?? false;

    private readonly string _pattern = (string?)matcher["Pattern"] ?? throw new FormatException("a matcher needs 'Pattern'");
    private readonly string _kind = (string?)matcher["Name"] ?? throw new FormatException("a matcher needs 'Name'");

    public bool Matches(string value) =>
        _kind switch
        {
            "RegexMatcher" => Regex.IsMatch(value, _pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
            "WildcardMatcher" => FileSystemName.MatchesSimpleExpression(_pattern, value, ignoreCase: false),
            _ => value == _pattern,
        };

    public override string ToString() => _pattern;
}
