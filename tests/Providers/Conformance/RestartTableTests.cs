using GiftCardSdk.Conformance;
using Microsoft.Extensions.DependencyInjection;
using static GiftCardSdk.LookupAuthority;
using static GiftCardSdk.RepeatBehavior;

namespace GiftCardSdk.Providers.Conformance;

/// <summary>
/// The minutes and hours in docs/exactly-once.md are those of the adapter's profiles. That every order ends as its profile says, to the second, is
/// tried by the kit's suites of crashes and restarts.
/// </summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
/// <param name="rows">The rows of the provider's orders, which are together about every delivery.</param>
public abstract class RestartTableTests<TFixture>(params DocsRow[] rows)
    where TFixture : ConformanceFixture, new()
{
    [Fact]
    public async Task The_documents_say_of_every_delivery_what_the_adapter_says()
    {
        var shapes = await ShapesAsync();

        rows.SelectMany(row => row.Of(shapes)).ShouldBe(shapes, ignoreOrder: true);
        foreach (var row in rows)
        {
            var (repeat, lookup, keyLife, quietTime) = row.Of(shapes)
                .Select(shape => shape.Idempotency)
                .Select(profile => (profile.Repeat, profile.Lookup, profile.KeyLife, profile.QuietTime))
                .Distinct()
                .ShouldHaveSingleItem();
            var expected = Cells(repeat, lookup, keyLife?.TotalHours, $"{quietTime.TotalMinutes} minutes");
            DocsTables.Belief(row.Belief).Repeat.ShouldStartWith(expected.Repeat);
            DocsTables.Belief(row.Belief).QuietTime.ShouldBe(expected.QuietTime);
            var (bought, notBought, placedAgain) = DocsTables.AfterARestart(row.AfterARestart);
            bought.ShouldStartWith("found");
            notBought.ShouldBe(expected.NotBought);
            placedAgain.ShouldStartWith(expected.PlacedAgain);
        }
    }

    private static (string Repeat, string QuietTime, string NotBought, string PlacedAgain) Cells(
        RepeatBehavior repeat,
        LookupAuthority lookup,
        double? life,
        string quiet
    ) =>
        (repeat, lookup) switch
        {
            (NeverBuysAgain, Authoritative) => ("never buys again", quiet, $"absent after {quiet}", "at once"),
            (BuysAgain, Authoritative) => ("**buys again**", quiet, $"absent after {quiet}", "looked up; sent only after the quiet time"),
            (BuysAgain, HitOnly) => (
                "**buys again**",
                $"{quiet}, then a person decides",
                $"parked after {quiet}",
                "looked up; never sent again"
            ),
            (NeverWithinLife, HitOnly) => (
                $"returns the original for {life} hours (documented), and is sent for {life / 2}",
                $"{quiet}, then a person decides",
                $"unknown for {life * 0.9} hours*, then parked, also where the list ignores the key",
                $"within {life * 0.9} hours* at once"
            ),
            _ => throw new InvalidOperationException($"No order has been {repeat} and {lookup} yet: say here what its rows must say."),
        };

    private static async Task<IReadOnlyList<OrderShape>> ShapesAsync()
    {
        await using var stage = await new TFixture().StartAsync(new ConformanceClock(), TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        stage.AddAccount(services.AddGiftCards(), "docs");
        await using var provider = services.BuildServiceProvider();
        return [.. provider.GetRequiredService<IGiftCards>().GetAccount("docs").Capabilities.Shapes];
    }
}

/// <summary>What an order is called in the tables of docs/exactly-once.md.</summary>
/// <param name="Belief">Its name in the table "What is belief".</param>
/// <param name="Deliveries">The deliveries that the row is about; none for all.</param>
public sealed record DocsRow(string Belief, params IReadOnlyList<Delivery> Deliveries)
{
    /// <summary>Its name in the table "How each provider ends after a restart".</summary>
    public string AfterARestart { get; init; } = Belief;

    public IEnumerable<OrderShape> Of(IEnumerable<OrderShape> shapes) =>
        shapes.Where(shape => Deliveries.Count == 0 || Deliveries.Contains(shape.Delivery));
}
