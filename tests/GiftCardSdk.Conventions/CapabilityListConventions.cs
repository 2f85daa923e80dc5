using System.Text.RegularExpressions;

namespace GiftCardSdk.Conventions;

/// <summary>What docs/capabilities.md says is shown by a test is shown by one that exists; what it says is shown by a program, by one that is there.</summary>
public sealed partial class CapabilityListConventions
{
    private const string Conformance = "Conformance";

    private static readonly string[] Lines =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "capabilities.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_line_that_is_asked_for_has_a_row()
    {
        (string Letter, int Count)[] general = [("A", 7), ("B", 5), ("C", 5), ("D", 5), ("E", 7), ("F", 8), ("G", 7), ("H", 3), ("I", 4)];
        string[] wanted = [.. general.SelectMany(group => Enumerable.Range(1, group.Count).Select(number => $"{group.Letter}{number}"))];
        int[] ofProviders = [10, 10, 6, 6];

        string[] rows = [.. Lines.Select(line => line.Split('|')[1].Trim()).Where(cell => cell.Length > 0)];

        rows.Where(row => char.IsLetter(row[0])).ShouldBe(wanted);
        rows.Where(row => char.IsDigit(row[0]))
            .ShouldBe(ofProviders.SelectMany(count => Enumerable.Range(1, count).Select(number => $"{number}")));
    }

    [Fact]
    public void Every_row_names_what_shows_it_or_why_it_cannot_be_had() =>
        Lines
            .Where(line => line.Split('|')[1].Trim().Length > 0)
            .Where(line => !Test().IsMatch(line) && !Program().IsMatch(line) && !line.Contains("annot be had", StringComparison.Ordinal))
            .Select(line => $"docs/capabilities.md, '{line.Split('|')[1].Trim()}': name a test or a command, or say why it cannot be had.")
            .ShouldBeNone();

    [Fact]
    public void Every_test_that_is_named_exists() =>
        Lines
            .SelectMany(line => Test().Matches(line))
            .Where(test => !Exists(test))
            .Select(test => $"docs/capabilities.md names {test.Value}; there is no such test.")
            .ShouldBeNone();

    [Fact]
    public void Every_program_that_is_named_exists() =>
        Lines
            .SelectMany(line => Program().Matches(line))
            .Select(program => program.Groups["path"].Value)
            .Where(path => !Directory.Exists(Path.Combine(Repository.Root, path)))
            .Select(path => $"docs/capabilities.md names {path}; there is no such program.")
            .ShouldBeNone();

    [Fact]
    public void A_test_that_does_not_exist_is_found() =>
        Test()
            .Matches("`Tests/OrderWatchTests.No_such_test_at_all`")
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(test => Exists(test).ShouldBeFalse());

    private static bool Exists(Match test)
    {
        var project = "GiftCardSdk." + test.Groups["project"].Value;
        var folder = test.Groups["project"].Value == Conformance ? "src" : "tests";
        var method = new Regex(
            $@"public (async )?(Task|void) {test.Groups["method"].Value}\(",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        return Repository
            .Files(folder, $"{test.Groups["class"].Value}.cs")
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}{project}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Any(path => method.IsMatch(File.ReadAllText(path)));
    }

    [GeneratedRegex(@"`(?<project>[A-Za-z.]+)/(?<class>\w+)\.(?<method>[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"dotnet run --project (?<path>[\w./]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Program();
}
