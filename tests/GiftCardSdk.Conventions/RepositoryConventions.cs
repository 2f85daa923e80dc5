using System.Text.RegularExpressions;

namespace GiftCardSdk.Conventions;

/// <summary>What lies in the repository and what its text may say.</summary>
public sealed partial class RepositoryConventions
{
    private static readonly string[] TopLevel =
    [
        ".ci",
        ".config",
        ".editorconfig",
        ".gitattributes",
        ".github",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "Directory.Solution.targets",
        "GiftCardSdk.sln",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "docfx.json",
        "docs",
        "global.json",
        "samples",
        "src",
        "tests",
    ];

    [Fact]
    public void The_top_level_is_exactly_what_a_newcomer_expects()
    {
        var there = Repository.TopLevel().ToList();
        var strange = there.Except(TopLevel, StringComparer.Ordinal).Select(name => $"{name}: move it below docs, samples, src or tests.");
        var missing = TopLevel.Except(there, StringComparer.Ordinal).Select(name => $"{name} is missing: put it back.");

        strange.Concat(missing).ShouldBeNone();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "GiftCardSdk.sln")).Replace('\\', '/');

        Repository
            .Files("", ".csproj")
            .Select(Repository.Relative)
            // An application of its own, which stands on the packed packages.
            .Where(project => project != "tests/PackageConsumer/PackageConsumer.csproj")
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .Select(project => $"{project}: run 'dotnet sln GiftCardSdk.sln add {project} --solution-folder ...'.")
            .ShouldBeNone();
    }

    [Fact]
    public void No_text_names_the_host_of_a_package_feed() => Mentions(FeedHost(), "take the name of the host out").ShouldBeNone();

    [Fact]
    public void No_text_names_a_folder_of_somebodys_machine() =>
        Mentions(MachinePath(), "use a path relative to the repository").ShouldBeNone();

    [Fact]
    public void Nothing_is_marked_as_unfinished() =>
        Mentions(UnfinishedMark(), "finish it, or open an issue and take the mark out").ShouldBeNone();

    [Fact]
    public void Every_action_of_a_workflow_is_pinned_by_its_commit() =>
        Repository
            .Files(".github/workflows")
            .SelectMany(path => File.ReadLines(path).Select(line => (Path: Repository.Relative(path), Line: line.Trim(' ', '-'))))
            .Where(found => found.Line.StartsWith("uses:", StringComparison.Ordinal) && !PinnedAction().IsMatch(found.Line))
            .Select(found => $"{found.Path}: '{found.Line}': name the full commit, with the version in a comment after it.")
            .ShouldBeNone();

    private static IEnumerable<string> Mentions(Regex pattern, string fix) =>
        from path in Repository.Files()
        where Path.GetExtension(path) != ".png"
        from line in File.ReadLines(path).Index()
        where pattern.IsMatch(line.Item)
        select $"{Repository.Relative(path)}:{line.Index + 1} says '{pattern.Match(line.Item).Value}': {fix}.";

    [GeneratedRegex(@"\bnuget\.org|\bnuget\.pkg\.|\bpkgs\.|\bmyget\.|\bartifactory\b|/v3/index\.json", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FeedHost();

    [GeneratedRegex(@"(?<![\w.*}-])/(?:work|home|root|Users|mnt|opt|srv|tmp)/\w|\b[A-Z]:\\\w", RegexOptions.None, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d", RegexOptions.None, 1000)]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HA[C]K|TB[D])\b|NotImplemented[E]xception", RegexOptions.None, 1000)]
    private static partial Regex UnfinishedMark();
}
