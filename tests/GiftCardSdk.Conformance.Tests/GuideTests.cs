using System.Xml.Linq;

namespace GiftCardSdk.Conformance.Tests;

/// <summary>The guide shows the files that are compiled and tested here, word for word.</summary>
public sealed class GuideTests
{
    private static readonly string Root = FindRoot();

    private static readonly string Folder = Path.Combine(Root, "tests", "GiftCardSdk.Conformance.Tests", "Guide");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_guide_shows_each_file_as_it_is(string file)
    {
        var guide = Read(Path.Combine(Root, "docs", "writing-an-adapter.md"));

        guide.ShouldContain(
            $"```csharp\n{Read(Path.Combine(Folder, file)).TrimEnd()}\n```",
            Case.Sensitive,
            $"docs/writing-an-adapter.md is to show {file}."
        );
    }

    [Theory]
    [InlineData("Microsoft.NET.Test.Sdk")]
    [InlineData("xunit.runner.visualstudio")]
    [InlineData("xunit.v3")]
    public void The_guide_names_the_versions_that_the_kit_is_tested_with(string package)
    {
        var versions = XDocument.Load(Path.Combine(Root, "Directory.Packages.props"));
        var used = versions.Descendants("PackageVersion").Single(row => (string?)row.Attribute("Include") == package);

        Read(Path.Combine(Root, "docs", "writing-an-adapter.md"))
            .ShouldContain($"""<PackageReference Include="{package}" Version="{(string?)used.Attribute("Version")}" />""");
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GiftCardSdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above holds GiftCardSdk.sln.");
        }

        return folder.FullName;
    }
}
