using System.Reflection;

namespace GiftCardSdk.Conventions;

/// <summary>The source tree that these tests were built from, and the assemblies built from it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "TestResults", ".vs", ".vscode", ".idea"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every project under <c>src</c>.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
    [.. Files("src", ".csproj").Select(path => new ProjectFile(path)).OrderBy(project => project.Name, StringComparer.Ordinal)];

    /// <summary>The adapters: every project under <c>src/Providers</c>.</summary>
    public static IReadOnlyList<ProjectFile> Adapters { get; } = [.. Projects.Where(project => project.IsAdapter)];

    /// <summary>The built assembly of every project under <c>src</c>.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Projects.Select(project => Assembly.Load(project.Name))];

    /// <summary>Every type that users can name. What the compiler makes for itself has a name that nobody can write.</summary>
    public static IReadOnlyList<Type> PublicTypes { get; } =
    [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.Name.Contains('<', StringComparison.Ordinal))];

    /// <summary>All files of a folder and those below it, without what is built.</summary>
    /// <param name="folder">Relative to the root; empty for the root itself.</param>
    /// <param name="ending">How the names end; empty for all.</param>
    public static IEnumerable<string> Files(string folder = "", string ending = "")
    {
        var here = new DirectoryInfo(Path.Combine(Root, folder));
        var files = here.EnumerateFiles().Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal)).Select(file => file.FullName);
        var below = here.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name, StringComparer.Ordinal))
            .SelectMany(child => Files(child.FullName, ending));
        return files.Concat(below);
    }

    /// <summary>What lies directly in the root, without what is built.</summary>
    public static IEnumerable<string> TopLevel() =>
        new DirectoryInfo(Root).EnumerateFileSystemInfos().Select(entry => entry.Name).Except(NotOurs, StringComparer.Ordinal);

    /// <summary>A path as a reader of the repository writes it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GiftCardSdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds GiftCardSdk.sln.");
    }
}
