using GiftCardSdk.Conformance.Running;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conformance;

/// <summary>What all suites have in common: the fixture of the adapter that is tested.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    private protected ConformanceSuite() { }

    private protected TFixture Fixture { get; } = new();

    private protected Task<Run> StartAsync(Action<GiftCardsBuilder>? configure = null) => Run.StartAsync(Fixture, configure);
}
