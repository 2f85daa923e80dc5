namespace GiftCardSdk.Conventions;

/// <summary>The public surface of everything that ships.</summary>
public sealed class ApiConventions
{
    /// <summary>Classes that are open for a reason.</summary>
    private static readonly Dictionary<Type, string> Open = new()
    {
        [typeof(GiftCardException)] = "callers catch it, and an unknown outcome is a kind of it",
    };

    /// <summary>Types with setters for a reason.</summary>
    private static readonly Dictionary<Type, string> Settable = new()
    {
        [typeof(Http.Clients.ApiCall)] = "an adapter's rules complete a call before it is sent",
        [typeof(Sandbox.SandboxTraffic)] = "a test turns what a running twin remembers up and down",
    };

    [Fact]
    public void Classes_are_sealed_static_or_abstract() => ApiRules.OpenClasses(Repository.PublicTypes.Except(Open.Keys)).ShouldBeNone();

    [Fact]
    public void The_list_of_open_classes_holds_only_what_needs_it() =>
        ApiRules.OpenClasses(Open.Keys).Count().ShouldBe(Open.Count, "Take what is sealed or abstract by now out of the list.");

    [Fact]
    public void Methods_that_are_awaited_end_in_Async() => ApiRules.AsyncNames(Repository.PublicTypes).ShouldBeNone();

    [Fact]
    public void Methods_that_are_awaited_take_a_cancellation_token_last() =>
        ApiRules.CancellationTokens(Repository.PublicTypes).ShouldBeNone();

    [Fact]
    public void The_token_may_be_left_out_where_users_call() => ApiRules.RequiredTokensOnTheUserSide(Repository.PublicTypes).ShouldBeNone();

    [Fact]
    public void Words_of_a_provider_are_never_enums() => ApiRules.EnumsOnTheWire(Repository.Assemblies.Where(IsAdapter)).ShouldBeNone();

    [Fact]
    public void Collections_that_are_handed_out_cannot_be_changed() =>
        ApiRules.MutableCollectionsHandedOut(Repository.PublicTypes).ShouldBeNone();

    [Fact]
    public void Only_options_can_be_set_after_construction() =>
        ApiRules.Setters(Repository.PublicTypes.Except(Settable.Keys)).ShouldBeNone();

    [Fact]
    public void The_list_of_types_with_setters_holds_only_what_needs_it() =>
        Settable.Keys.ShouldAllBe(type => ApiRules.Setters(new[] { type }).Any(), "Take what has no setter by now out of the list.");

    [Fact]
    public void Only_constants_are_public_fields() => ApiRules.Fields(Repository.PublicTypes).ShouldBeNone();

    [Fact]
    public void The_vocabulary_names_only_types_of_the_framework() =>
        ApiRules.ForeignTypes(TypesOf("GiftCardSdk.Abstractions"), "System", "GiftCardSdk.Abstractions").ShouldBeNone();

    [Fact]
    public void The_core_and_the_adapters_name_no_library_in_their_signatures()
    {
        var held = Repository.Adapters.Select(adapter => adapter.Name).Append("GiftCardSdk").Append("GiftCardSdk.Testing");

        ApiRules.ForeignTypes(held.SelectMany(TypesOf), "System", "Microsoft.Extensions.", "GiftCardSdk").ShouldBeNone();
    }

    private static bool IsAdapter(System.Reflection.Assembly assembly) =>
        Repository.Adapters.Any(adapter => adapter.Name == assembly.GetName().Name);

    private static IEnumerable<Type> TypesOf(string assembly) =>
        Repository.PublicTypes.Where(type => type.Assembly.GetName().Name == assembly);
}
