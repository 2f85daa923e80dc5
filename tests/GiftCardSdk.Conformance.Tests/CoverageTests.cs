using GiftCardSdk.Conformance.Running;
using Northlake.Tests;

namespace GiftCardSdk.Conformance.Tests;

/// <summary>The meta-test finds what is missing, and what is ruled out without a right.</summary>
public sealed class CoverageTests
{
    private static readonly Capabilities Everything = new() { Features = Enum.GetValues<GiftCardFeature>().ToHashSet() };

    private static readonly Type[] Derived = [.. typeof(NorthlakeFixture).Assembly.GetExportedTypes()];

    [Fact]
    public void A_project_with_every_suite_has_no_gap() => Gaps(Derived, Everything).ShouldBeEmpty();

    [Fact]
    public void Each_suite_that_is_not_derived_is_named()
    {
        foreach (var suite in AllSuites.Types)
        {
            var name = suite.Name.Split('`')[0];

            var gap = Gaps(Derived.Where(type => type.BaseType?.Name != suite.Name), Everything).ShouldHaveSingleItem();

            gap.ShouldContain($"{name} is not derived with NorthlakeFixture");
            gap.ShouldContain($"{name}<NorthlakeFixture>;");
        }
    }

    [Fact]
    public void A_suite_that_is_derived_with_another_fixture_does_not_count() =>
        ConformanceCoverage<OtherFixture>.Gaps(Derived, new Dictionary<Type, string>(), Everything).Count().ShouldBe(AllSuites.Types.Count);

    [Fact]
    public void A_suite_is_ruled_out_only_while_the_capabilities_lack_its_feature()
    {
        var types = Without(typeof(BalancesConformance<>));

        Gaps(types, new(), typeof(BalancesConformance<>), "Northlake shows no balance.").ShouldBeEmpty();
        Gaps(types, Everything, typeof(BalancesConformance<>), "Northlake shows no balance.")
            .ShouldHaveSingleItem()
            .ShouldContain("but the Capabilities have Balances");
    }

    [Fact]
    public void A_suite_that_applies_to_every_adapter_cannot_be_ruled_out() =>
        Gaps(Without(typeof(IdempotencyConformance<>)), new(), typeof(IdempotencyConformance<>), "It is hard.")
            .ShouldHaveSingleItem()
            .ShouldContain("applies to every adapter");

    [Fact]
    public void A_reason_is_needed_and_a_suite_is_derived_or_ruled_out_but_not_both()
    {
        Gaps(Without(typeof(BalancesConformance<>)), new(), typeof(BalancesConformance<>), " ")
            .ShouldHaveSingleItem()
            .ShouldContain("without a reason");
        Gaps(Derived, new(), typeof(BalancesConformance<>), "Northlake shows no balance.").ShouldHaveSingleItem().ShouldContain("decide");
    }

    [Fact]
    public void Every_suite_of_the_kit_is_on_its_list()
    {
        var suites = typeof(ConformanceFixture)
            .Assembly.GetExportedTypes()
            .Where(type => type.Name.Contains("Conformance`", StringComparison.Ordinal));

        AllSuites.Types.ShouldBe(suites, ignoreOrder: true);
    }

    private static Type[] Without(Type suite) => [.. Derived.Where(type => type.BaseType?.Name != suite.Name)];

    private static string[] Gaps(IEnumerable<Type> types, Capabilities capabilities, Type? ruledOut = null, string reason = "")
    {
        var notApplicable = ruledOut is null ? [] : new Dictionary<Type, string> { [ruledOut] = reason };
        return [.. ConformanceCoverage<NorthlakeFixture>.Gaps(types, notApplicable, capabilities)];
    }

    private sealed class OtherFixture : ConformanceFixture
    {
        public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();
    }
}
