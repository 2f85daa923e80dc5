namespace GiftCardSdk.Conventions;

/// <summary>Whoever knows one adapter finds everything in the next: the same files in the same places.</summary>
public sealed class RoomConventions
{
    /// <summary>Relative to the adapter's folder; <c>*</c> stands for the provider's name.</summary>
    private static readonly string[] Rooms =
    [
        "*Options.cs",
        "*BuilderExtensions.cs",
        "*Adapter.cs",
        "*Errors.cs",
        "*WireAssumptions.cs",
        "Api/I*Api.cs",
        "Api/*JsonContext.cs",
        "README.md",
    ];

    private static readonly string[] WireTests =
    [
        "ErrorTests",
        "ExampleAnswerTests",
        "LenientAnswerTests",
        "OddAnswerTests",
        "PrintingTests",
        "RequestTests",
    ];

    /// <summary>Adapters by name whose provider has no mappings yet, each with the reason. Such an adapter is neutral: no API of its own is shipped with it.</summary>
    private static readonly Dictionary<string, string> WithoutMappings = new(StringComparer.Ordinal);

    [Fact]
    public void Every_adapter_has_the_same_rooms() =>
        Missing(adapter =>
                Rooms.Select(room => Path.Combine(adapter.Folder, room.Replace("*", adapter.ProviderName, StringComparison.Ordinal)))
            )
            .ShouldBeNone();

    [Fact]
    public void Every_adapter_has_tests_of_its_own() =>
        Missing(adapter => [Path.Combine(Repository.Root, "tests", "Providers", $"{adapter.Name}.Tests", $"{adapter.Name}.Tests.csproj")])
            .ShouldBeNone();

    [Fact]
    public void Every_provider_has_mappings() =>
        Repository
            .Adapters.Where(adapter => HasMappings(adapter) == WithoutMappings.ContainsKey(adapter.Name))
            .Select(adapter =>
                HasMappings(adapter)
                    ? $"{adapter.Name} has mappings, and is listed as one without."
                    : $"{adapter.Name} has no mapping in {Repository.Relative(MappingsOf(adapter))}: write them, or list it as one without, with the reason."
            )
            .ShouldBeNone();

    [Fact]
    public void Every_adapter_is_held_to_the_mappings_by_the_same_tests() =>
        Missing(adapter =>
                WireTests
                    .Where(_ => !WithoutMappings.ContainsKey(adapter.Name))
                    .Select(test => Path.Combine(Repository.Root, "tests", "Providers", $"{adapter.Name}.Tests", "Wire", $"{test}.cs"))
            )
            .ShouldBeNone();

    [Fact]
    public void Tests_of_one_name_lie_in_one_folder_whatever_the_adapter() =>
        Repository
            .Adapters.SelectMany(TestFiles)
            .GroupBy(test => test.Name, test => test.Folder, StringComparer.Ordinal)
            .Select(tests => (tests.Key, Folders: tests.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
            .Where(tests => tests.Folders.Count > 1)
            .Select(tests => $"{tests.Key} lies in {string.Join(" and in ", tests.Folders)}.")
            .ShouldBeNone();

    [Fact]
    public void Every_adapter_has_a_page_in_the_documentation() =>
        Missing(adapter => [Path.Combine(Repository.Root, "docs", "providers", $"{adapter.ProviderName.ToLowerInvariant()}.md")])
            .ShouldBeNone();

    private static string MappingsOf(ProjectFile adapter) =>
        Path.Combine(Repository.Root, "src", "GiftCardSdk.Testing.WireMock", "Mappings", adapter.ProviderName);

    private static bool HasMappings(ProjectFile adapter) =>
        Directory.Exists(MappingsOf(adapter)) && Directory.EnumerateFiles(MappingsOf(adapter), "*.json").Any();

    private static IEnumerable<(string Folder, string Name)> TestFiles(ProjectFile adapter)
    {
        var root = Path.Combine(Repository.Root, "tests", "Providers", $"{adapter.Name}.Tests");
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, Path.GetDirectoryName(file)!), Path.GetFileName(file)));
    }

    private static IEnumerable<string> Missing(Func<ProjectFile, IEnumerable<string>> files) =>
        from adapter in Repository.Adapters
        from file in files(adapter)
        where !File.Exists(file)
        select $"{adapter.Name} has no {Repository.Relative(file)}: every adapter has it there.";
}
