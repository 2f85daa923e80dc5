namespace GiftCardSdk.Conventions;

/// <summary>A rule that cannot fail guards nothing: each is shown a type that breaks it, and two that break none.</summary>
public sealed class ApiRulesTests
{
    private static readonly Type[] Right = [typeof(Specimens.Right), typeof(Specimens.RightOptions)];

    [Fact]
    public void An_open_class_is_found() => Finds(ApiRules.OpenClasses, typeof(Specimens.OpenClass), "sealed");

    [Fact]
    public void A_name_without_Async_is_found() => Finds(ApiRules.AsyncNames, typeof(Specimens.INamedBadly), "Read: call it ReadAsync");

    [Theory]
    [InlineData(typeof(Specimens.IWithoutToken))]
    [InlineData(typeof(Specimens.IWithTokenFirst))]
    public void A_missing_or_misplaced_token_is_found(Type type) => Finds(ApiRules.CancellationTokens, type, "last parameter");

    [Fact]
    public void A_token_that_users_must_pass_is_found() =>
        Finds(ApiRules.RequiredTokensOnTheUserSide, typeof(Specimens.IWithTokenRequired), "default value");

    [Theory]
    [InlineData(typeof(Specimens.WithArray), "Values")]
    [InlineData(typeof(Specimens.WithListInside), "ReadAsync")]
    public void A_collection_that_can_be_changed_is_found(Type type, string member) =>
        Finds(ApiRules.MutableCollectionsHandedOut, type, $"{member}: hand out IReadOnlyList");

    [Fact]
    public void A_setter_is_found() => Finds(ApiRules.Setters, typeof(Specimens.WithSetter), "Value: make the setter init");

    [Fact]
    public void A_field_is_found() => Finds(ApiRules.Fields, typeof(Specimens.WithField), "Value: make it a property");

    [Fact]
    public void A_type_of_a_library_is_found() =>
        Finds(
            types => ApiRules.ForeignTypes(types, "System.Private.CoreLib", "GiftCardSdk"),
            typeof(Specimens.WithForeignType),
            "XElement"
        );

    [Fact]
    public void An_enum_inside_a_wire_model_is_found() =>
        ApiRules
            .EnumsOnTheWire([typeof(WireSpecimen).Assembly])
            .ShouldHaveSingleItem()
            .ShouldContain("WireSpecimen.Days: read the provider's word as a string");

    private static void Finds(Func<IEnumerable<Type>, IEnumerable<string>> rule, Type wrong, string fix)
    {
        var breach = rule([wrong]).ShouldHaveSingleItem();

        breach.ShouldContain(wrong.Name);
        breach.ShouldContain(fix);
        rule(Right).ShouldBeEmpty();
    }
}
