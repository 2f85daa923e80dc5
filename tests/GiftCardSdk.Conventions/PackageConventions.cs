using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.Json;

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

    // Both from the specification of portable symbols.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

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
    public void Every_package_is_found_by_words_of_its_own() =>
        Repository
            .Projects.GroupBy(project => project.Property("PackageTags"), StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(project => project.Name))}: add to PackageTags what sets each apart.")
            .ShouldBeNone();

    [Fact]
    public void No_package_asks_for_what_its_dependencies_bring() =>
        Repository
            .Projects.Where(project => Restored(project).TryGetProperty("centralTransitiveDependencyGroups", out _))
            .Select(project => $"{project.Name}: its package would list dependencies of its dependencies; leave transitive pinning off.")
            .ShouldBeNone();

    [Fact]
    public void A_debugger_steps_into_every_package() =>
        Repository
            .Projects.SelectMany(project => SourcesOutside(Path.Combine(AppContext.BaseDirectory, $"{project.Name}.pdb")))
            .Select(source => $"{source}: neither embedded in the symbols nor found by their source link.")
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

    private static JsonElement Restored(ProjectFile project)
    {
        var assets = Path.Combine(Repository.Root, "artifacts", "obj", project.Name, "project.assets.json");
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> SourcesOutside(string symbols)
    {
        using var file = File.OpenRead(symbols);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        var reader = provider.GetMetadataReader();
        if (Kinds(reader, MetadataTokens.EntityHandle(TableIndex.Module, 1)).Contains(SourceLink))
        {
            return [];
        }

        return
        [
            .. reader
                .Documents.Where(handle => !Kinds(reader, handle).Contains(EmbeddedSource))
                .Select(handle => reader.GetString(reader.GetDocument(handle).Name)),
        ];
    }

    private static IEnumerable<Guid> Kinds(MetadataReader reader, EntityHandle parent) =>
        reader.GetCustomDebugInformation(parent).Select(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind));

    private static string? ReadMe(ProjectFile project)
    {
        var path = Path.Combine(project.Folder, "README.md");
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
    }

    private static bool IsSource(string path) => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets";
}
