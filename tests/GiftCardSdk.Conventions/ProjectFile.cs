using System.Xml.Linq;

namespace GiftCardSdk.Conventions;

/// <summary>A project under <c>src</c> as its file and the two shared property files above it say.</summary>
internal sealed class ProjectFile
{
    private readonly IReadOnlyList<XElement> _nearestFirst;

    public ProjectFile(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        Folder = Path.GetDirectoryName(path)!;
        _nearestFirst =
        [
            XElement.Load(path),
            XElement.Load(Path.Combine(Repository.Root, "src", "Directory.Build.props")),
            XElement.Load(Path.Combine(Repository.Root, "Directory.Build.props")),
        ];
    }

    /// <summary>The name of project, assembly and package.</summary>
    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>Whether it speaks to a provider.</summary>
    public bool IsAdapter => Repository.Relative(Folder).StartsWith("src/Providers/", StringComparison.Ordinal);

    /// <summary>The name of the provider in an adapter's types: <c>Giftbit</c>.</summary>
    public string ProviderName => Name.Split('.')[^1];

    /// <summary>The projects that it references itself.</summary>
    public IEnumerable<string> ProjectReferences => Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The packages that it references itself.</summary>
    public IEnumerable<string> PackageReferences => Includes("PackageReference");

    /// <summary>The value of a property, from the nearest file that sets it; null if none does.</summary>
    public string? Property(string name) =>
        _nearestFirst
            .Select(file => file.Elements("PropertyGroup").Elements(name).LastOrDefault()?.Value.Trim())
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));

    private IEnumerable<string> Includes(string item) =>
        _nearestFirst[0].Elements("ItemGroup").Elements(item).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
