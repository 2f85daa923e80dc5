namespace GiftCardSdk.Conventions;

/// <summary>Who may lean on whom. Dependencies point one way: vocabulary, core, adapters.</summary>
public sealed class AssemblyConventions
{
    private const string Vocabulary = "GiftCardSdk.Abstractions";
    private const string Core = "GiftCardSdk";
    private const string DocumentedAnswers = "GiftCardSdk.Testing.WireMock";

    [Fact]
    public void Every_project_under_src_is_held_to_these_rules()
    {
        var referenced = Repository.Assemblies.Select(assembly => assembly.GetName().Name!);

        Repository.Projects.Select(project => project.Name).ShouldBe(referenced);
        Repository.Adapters.ShouldNotBeEmpty("The adapters lie under src/Providers; none was found there.");
    }

    [Fact]
    public void The_vocabulary_stands_on_the_framework_alone()
    {
        var project = Repository.Projects.Single(project => project.Name == Vocabulary);
        var references = typeof(GiftCardException).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        project.ProjectReferences.Concat(project.PackageReferences).ShouldBeEmpty();
        references.ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));
    }

    [Fact]
    public void The_core_leans_on_the_vocabulary_alone() =>
        Repository.Projects.Single(project => project.Name == Core).ProjectReferences.ShouldBe([Vocabulary]);

    [Fact]
    public void Adapters_lean_on_the_core_and_never_on_each_other() =>
        Repository
            .Adapters.SelectMany(adapter =>
                adapter
                    .ProjectReferences.Except([Vocabulary, Core], StringComparer.Ordinal)
                    .Select(other => $"{adapter.Name} references {other}: move what both need into {Core}.")
            )
            .ShouldBeNone();

    [Fact]
    public void Nothing_that_ships_to_production_leans_on_WireMock()
    {
        var package = Repository.Projects.Single(project => project.Name == DocumentedAnswers);

        package.ProjectReferences.ShouldBeEmpty("What it says of a provider comes from the documents alone.");
        Repository
            .Projects.Where(project => project.Name != DocumentedAnswers)
            .SelectMany(project =>
                project
                    .ProjectReferences.Concat(project.PackageReferences)
                    .Where(reference => reference == DocumentedAnswers || reference.StartsWith("WireMock", StringComparison.Ordinal))
                    .Select(reference => $"{project.Name} references {reference}: it is for tests, and brings a hundred packages.")
            )
            .ShouldBeNone();
    }

    [Fact]
    public void The_sandbox_shares_nothing_with_what_it_tests() =>
        Repository
            .Projects.Single(project => project.Name == "GiftCardSdk.Sandbox")
            .ProjectReferences.Select(other =>
                $"GiftCardSdk.Sandbox references {other}: a twin that shares types with its client proves nothing."
            )
            .ShouldBeNone();
}
