namespace GiftCardSdk.Conformance;

/// <summary>
/// How the kit gets hold of an adapter and of a stand-in for its provider. An adapter's test project has one, with a public constructor without
/// parameters, and names it in each suite: <c>public sealed class Catalog : CatalogConformance&lt;NorthlakeFixture&gt;;</c>.
/// </summary>
public abstract class ConformanceFixture
{
    /// <summary>Starts a stand-in for the provider, fresh, with nothing sold. Called several times a test run, also at once.</summary>
    /// <param name="clock">The clock that the stand-in lives on; the application under test has the same.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The stage: derive it from <see cref="HttpConformanceStage"/>, or from <see cref="OfflineConformanceStage"/> if there is no HTTP.</returns>
    public abstract Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken);
}
