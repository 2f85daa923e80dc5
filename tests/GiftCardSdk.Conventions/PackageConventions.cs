namespace GiftCardSdk.Conventions;

/// <summary>What every package carries, and what its compiler insists on.</summary>
public sealed class PackageConventions
{
    private static readonly string[] Named =
    [
        "Description",
        "PackageTags",
        "PackageReadmeFile",
        "PackageLicenseExpression",
        "PackageIcon",
        "Authors",
        "Version",
    ];

    private static readonly string[] SwitchedOn =
    [
        "IsPackable",
        "EnablePackageValidation",
        "IsAotCompatible",
        "GenerateDocumentationFile",
        "TreatWarningsAsErrors",
        "Deterministic",
        "IncludeSymbols",
        "PublishRepositoryUrl",
    ];

    [Fact]
    public void Every_package_says_what_it_is() =>
        EachProject(Named, (project, name) => project.Property(name) is null ? "set it" : null).ShouldBeNone();

    [Fact]
    public void Every_package_is_validated_documented_and_fit_for_trimming() =>
        EachProject(SwitchedOn, (project, name) => project.Property(name) == "true" ? null : "set it to true").ShouldBeNone();

    [Fact]
    public void Every_description_is_a_packages_own() =>
        Repository
            .Projects.GroupBy(project => project.Property("Description"), StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(project => project.Name))}: say in Description what sets each apart.")
            .ShouldBeNone();

    [Fact]
    public void Every_package_has_a_readme_under_its_own_name() =>
        Repository
            .Projects.Where(project => ReadMe(project)?.StartsWith($"# {project.Name}\n", StringComparison.Ordinal) != true)
            .Select(project => $"{Repository.Relative(project.Folder)}/README.md: write one; its first line is '# {project.Name}'.")
            .ShouldBeNone();

    [Fact]
    public void A_missing_comment_on_a_public_member_stays_an_error()
    {
        var governing = Repository.Files("src").Where(IsSource).Append(Path.Combine(Repository.Root, "Directory.Build.props"));
        var files = governing.Where(path => Silences(File.ReadAllText(path))).Select(Repository.Relative);
        var rules = RulesForSource().Where(Silences).Select(line => $".editorconfig, '{line}'");

        files.Concat(rules).Select(where => $"{where}: do not silence CS1591 under src; write the comment.").ShouldBeNone();
    }

    /// <summary>The lines of the editor configuration that hold under <c>src</c>: all but the sections of tests and samples.</summary>
    private static IEnumerable<string> RulesForSource()
    {
        var section = "";
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")))
        {
            section = line.StartsWith('[') ? line : section;
            if (!section.Contains("tests", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    private static bool Silences(string text) => text.Contains("1591", StringComparison.Ordinal);

    private static IEnumerable<string> EachProject(string[] properties, Func<ProjectFile, string, string?> fix) =>
        from project in Repository.Projects
        from property in properties
        let what = fix(project, property)
        where what is not null
        select $"{project.Name}: {property}: {what}, in its project file or in a Directory.Build.props.";

    private static string? ReadMe(ProjectFile project)
    {
        var path = Path.Combine(project.Folder, "README.md");
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
    }

    private static bool IsSource(string path) => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets";
}
