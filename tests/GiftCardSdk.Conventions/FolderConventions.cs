using System.Text.RegularExpressions;

namespace GiftCardSdk.Conventions;

/// <summary>The folders of the core are its rooms: a type's name says where it lies, and what a room offers is not mixed with how it does it.</summary>
public sealed partial class FolderConventions
{
    private const string Core = "src/GiftCardSdk";
    private const string Internals = ".Internal";

    /// <summary>Extension methods of a container lie where every application has them at hand.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["GiftCardSdk.DependencyInjection"] = "Microsoft.Extensions.DependencyInjection",
    };

    [Fact]
    public void Every_file_of_the_core_has_the_namespace_of_its_folder() =>
        Repository
            .Files(Core, ".cs")
            .Select(path => (Path: path, Wanted: NamespaceOf(path), Is: Namespace().Match(File.ReadAllText(path)).Groups["name"].Value))
            .Where(file => file.Is != file.Wanted)
            .Select(file => $"{Repository.Relative(file.Path)} has the namespace '{file.Is}'; its folder says {file.Wanted}.")
            .ShouldBeNone();

    [Fact]
    public void No_type_that_users_can_name_lies_among_internals() =>
        typeof(IGiftCards)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.EndsWith(Internals, StringComparison.Ordinal))
            .Select(type => $"{type.FullName} is public: move it out of Internal, or hide it.")
            .ShouldBeNone();

    [Fact]
    public void A_room_that_users_see_keeps_its_internals_apart() =>
        typeof(IGiftCards)
            .Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("GiftCardSdk", StringComparison.Ordinal) == true)
            .GroupBy(type => type.Namespace!, StringComparer.Ordinal)
            .Where(room => room.Any(type => type.IsPublic))
            .SelectMany(room => room.Where(type => !type.IsPublic && !type.Name.Contains('<', StringComparison.Ordinal)))
            .Select(type => $"{type.FullName} lies beside public types: move it to {type.Namespace}{Internals}, and its file with it.")
            .ShouldBeNone();

    [Fact]
    public void No_two_rooms_of_the_core_lean_on_each_other_by_whatever_detour() =>
        Rooms.Of(typeof(IGiftCards).Assembly).Cycles().ShouldBeNone();

    [Fact]
    public void The_contracts_of_an_application_lean_on_no_room() =>
        Rooms
            .Of(typeof(IGiftCards).Assembly)
            .From(Rooms.Root)
            .Select(use => $"{use}: what an application names stands by itself in the project's root.")
            .ShouldBeNone();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    private static string NamespaceOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, Core), path))!;
        var name = folder.Length == 0 ? "GiftCardSdk" : "GiftCardSdk." + folder.Replace(Path.DirectorySeparatorChar, '.');
        return Elsewhere.GetValueOrDefault(name, name);
    }
}
