namespace GiftCardSdk.Conventions;

/// <summary>The public surface of every package, kept as text: a change of it is seen in review, never by accident.</summary>
public sealed class PublicApiConventions
{
    private const string Accept = "GIFTCARDS_ACCEPT_API";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "GiftCardSdk.Conventions", "PublicApi");

    public static TheoryData<string> Packages => [.. Repository.Projects.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task The_public_surface_is_the_accepted_one(string package)
    {
        var path = Path.Combine(Folder, $"{package}.txt");
        var actual = PublicApi.Of(Repository.PublicTypes.Where(type => type.Assembly.GetName().Name == package)).ToList();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            await File.WriteAllTextAsync(path, string.Join('\n', actual), TestContext.Current.CancellationToken);
        }

        var accepted = File.Exists(path) ? await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken) : [];
        var difference = PublicApi.Difference(accepted, actual);

        difference.ShouldBeEmpty(
            $"""

            The public surface of {package} has changed:
            {string.Join(Environment.NewLine, difference)}
            If that is meant, say so in CHANGELOG.md, run the tests of this project once with {Accept}=1 and commit {Repository.Relative(
                path
            )}.
            """
        );
    }

    [Fact]
    public void No_snapshot_outlives_its_package() =>
        Repository
            .Files(Folder)
            .Where(path => !Repository.Projects.Any(project => project.Name == Path.GetFileNameWithoutExtension(path)))
            .Select(path => $"{Repository.Relative(path)}: no project under src has that name; delete the file.")
            .ShouldBeNone();
}
