using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GiftCardSdk.Testing.WireMock;

/// <summary>What a parameter, a header or a body must be.</summary>
/// <param name="matcher">The matcher, as its file has it.</param>
internal sealed class ValuePattern(JsonNode matcher)
{
    /// <summary>Whether there must be none.</summary>
    public bool IsAbsent { get; } = (bool?)matcher["RejectOnMatch"] ?? false;

    private readonly string _pattern = (string)matcher["Pattern"]!;
    private readonly string _kind = (string)matcher["Name"]!;

    public bool Matches(string value) =>
        _kind switch
        {
            "RegexMatcher" => Regex.IsMatch(value, _pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
            "WildcardMatcher" => FileSystemName.MatchesSimpleExpression(_pattern, value, ignoreCase: false),
            _ => value == _pattern,
        };

    public override string ToString() => _pattern;
}
