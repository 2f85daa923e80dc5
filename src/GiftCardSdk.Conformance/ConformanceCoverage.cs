using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>
/// Whether an adapter's test project has every suite of the kit, and whether what it says of itself is true. Derive it beside the suites; it names
/// each suite that is missing.
/// </summary>
/// <typeparam name="TFixture">The adapter's fixture; the one that its suites are derived with.</typeparam>
public abstract class ConformanceCoverage<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>
    /// The suites that make no sense for this adapter, each with the reason: <c>[typeof(BalancesConformance&lt;&gt;)] = "The provider shows no
    /// balance."</c> Only a suite that needs a feature can stand here, and only while the capabilities lack it. Empty by default.
    /// </summary>
    protected virtual IReadOnlyDictionary<Type, string> NotApplicable { get; } = new Dictionary<Type, string>();

    /// <summary>Each suite is derived with the fixture, or ruled out for a reason that the capabilities confirm.</summary>
    /// <returns>The test.</returns>
    [Fact]
    [RequiresUnreferencedCode("Looks through the types of the test project.")]
    public async Task Every_suite_is_derived_or_ruled_out_by_the_capabilities()
    {
        await using var run = await StartAsync();

        string[] gaps = [.. Gaps(GetType().Assembly.GetExportedTypes(), NotApplicable, run.Capabilities)];

        Expect.That(gaps.Length == 0, string.Join(Environment.NewLine, gaps));
    }

    /// <summary>The fixture has an order for each delivery that the capabilities have a shape for, and it fits.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_fixture_has_an_order_for_each_delivery()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var reference = OrderReference.New();
            var request = run.Stage.OrderFor(shape.Delivery, reference);

            Expect.Same((reference, shape.Delivery), (request.Reference, request.Delivery), "The fixture's order");
            Expect.Same(1, Assert.Single(request.Lines).Quantity, $"{shape.Delivery}: cards in the fixture's order");
            Expect.That(shape.FindMistakes(request).Count == 0, $"{shape.Delivery}: {string.Join(' ', shape.FindMistakes(request))}");
        }
    }

    /// <summary>An adapter whose stage says that it has no wire makes no HTTP client; one whose stage has a wire sends its calls over it, creates among them.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_stage_is_right_about_its_wire()
    {
        await using var run = await StartAsync();

        await run.Account.Orders.PlaceAsync(run.NewOrder());

        Expect.Same(1, run.Stage.CreateCalls, "Create calls of one order; does CallOf (or CreateCalls) know them?");
        Expect.That(
            (run.Stage as OfflineConformanceStage)?.HttpClients is null or 0,
            "The adapter makes an HTTP client, so it has a wire: derive its stage from HttpConformanceStage."
        );
    }

    /// <summary>What keeps the suites of a test project from being complete; one sentence each.</summary>
    internal static IEnumerable<string> Gaps(
        IEnumerable<Type> types,
        IReadOnlyDictionary<Type, string> notApplicable,
        Capabilities capabilities
    )
    {
        HashSet<Type> derived = [.. types.Where(type => !type.IsAbstract).SelectMany(Ancestors)];
        foreach (var suite in AllSuites.Types)
        {
            var needed = suite.GetCustomAttribute<NeedsFeatureAttribute>()?.Feature;
            var name = suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)];
            var isRuledOut = notApplicable.TryGetValue(suite, out var reason);
            var gap = (derived.Contains(suite), isRuledOut, needed) switch
            {
                (true, false, _) => null,
                (true, true, _) => $"{name} is derived and ruled out at once; decide.",
                (false, false, _) =>
                    $"{name} is not derived with {typeof(TFixture).Name}: add 'public sealed class … : {name}<{typeof(TFixture).Name}>;'.",
                (_, _, null) => $"{name} is ruled out ('{reason}'), but it applies to every adapter.",
                (_, _, { } feature) when capabilities.Supports(feature) =>
                    $"{name} is ruled out ('{reason}'), but the Capabilities have {feature}.",
                _ when string.IsNullOrWhiteSpace(reason) => $"{name} is ruled out without a reason.",
                _ => null,
            };
            if (gap is not null)
            {
                yield return gap;
            }
        }
    }

    /// <summary>The suites with this fixture that a type derives from.</summary>
    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType && parent.GenericTypeArguments is [var fixture] && fixture == typeof(TFixture))
            {
                yield return parent.GetGenericTypeDefinition();
            }
        }
    }
}
