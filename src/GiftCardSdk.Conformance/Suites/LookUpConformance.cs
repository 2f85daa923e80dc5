using GiftCardSdk.Adapters;
using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>A look-up by reference has three answers: found, not found, and nothing proved. The third never passes for the second.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.FindByReference)]
public abstract class LookUpConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>What was bought is found by its reference, by an application that has never heard of it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_bought_is_found()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var placed = await run.Account.Orders.PlaceAsync(run.NewOrder(shape));
            await run.RestartAsync();

            var found = await run.Account.Status.FindAsync(placed.Reference!.Value);
            if (found is null)
            {
                // A provider may show an order only once it is complete.
                run.Clock.Advance(run.Stage.CompletesWithin);
                found = await run.Account.Status.FindAsync(placed.Reference!.Value);
            }

            Expect.Same(placed.Id, found?.Id, $"{shape.Delivery}: the order found");
            Expect.Same(placed.Reference, found?.Reference, $"{shape.Delivery}: its Reference");
        }
    }

    /// <summary>What was never bought is not found; where a miss proves nothing, the profile says so.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_was_never_bought_is_not_found()
    {
        await using var run = await StartAsync();
        await run.Account.Orders.PlaceAsync(run.NewOrder());

        try
        {
            var found = await run.Account.Status.FindAsync(OrderReference.New());
            Expect.That(found is null, $"A reference that was never placed was found as the order {found?.Id}.");
        }
        catch (GiftCardException unsure) when (unsure.Code == GiftCardErrorCode.OutcomeUnknown)
        {
            Expect.That(
                run.Shapes.All(shape => shape.Idempotency.Lookup != LookupAuthority.Authoritative),
                $"The profile calls the look-up authoritative, and it cannot say that an order is not there: {unsure.Message}"
            );
        }
    }

    /// <summary>
    /// Orders that are looked for at once are each answered as they are one by one, though one of them stands behind a page of newer ones, another was
    /// never placed, and whichever is asked for first.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Orders_that_are_looked_for_at_once_are_answered_as_one_by_one()
    {
        await using var run = await StartAsync();
        var queries = await SoldAndNeverSoldAsync(run);
        var adapter = run.Account.GetService<GiftCardAdapter>();
        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            single[query.ProviderKey] = Said(await adapter.FindOrderAsync(query, TestContext.Current.CancellationToken));
        }

        foreach (var asked in new[] { queries, [.. queries.Reverse()] })
        {
            var answers = await FindAtOnceAsync(adapter, asked);

            foreach (var key in asked.Select(query => query.ProviderKey))
            {
                Expect.Same(
                    single[key],
                    answers.GetValueOrDefault(key, "no answer"),
                    $"{asked.Length} orders at once: what is said of {key}"
                );
            }
        }
    }

    /// <summary>The list breaks off before it has been read far enough: of no order that was sold is said that it is not there.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Orders_that_are_looked_for_at_once_are_not_missing_because_the_reading_failed()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        var queries = await SoldAndNeverSoldAsync(run);
        var adapter = run.Account.GetService<GiftCardAdapter>();
        for (var goodReads = 0; goodReads < 2; goodReads++)
        {
            wire.StrikeReads(ConformanceFault.ServerError, int.MaxValue, after: goodReads);
            var answers = await FindAtOnceAsync(adapter, queries, mayFail: true);

            foreach (var sold in queries.Where(query => run.Stage.Sales.Any(sale => sale.Key == query.ProviderKey)))
            {
                Expect.That(
                    answers.GetValueOrDefault(sold.ProviderKey) != Missing,
                    $"After {goodReads} reads the list could not be read, and the order {sold.ProviderKey}, which was sold, is said not to be there."
                );
            }
        }
    }

    private const string Missing = "not found";

    /// <summary>What to look for: the newest order, one that was never placed, and one behind a page of newer ones.</summary>
    private static async Task<OrderLookupQuery[]> SoldAndNeverSoldAsync(Run run)
    {
        Assert.SkipUnless(
            run.Account.GetService<GiftCardAdapter>().MaxOrdersPerLookup > 1,
            "The adapter looks for one order at a time (MaxOrdersPerLookup)."
        );
        var asked = new List<OrderLookupQuery> { QueryFor(run, run.NewOrder()) };
        for (var i = 0; i <= Math.Max(1, run.Stage.OrdersToFillAPage); i++)
        {
            var request = run.NewOrder();
            asked.Add(QueryFor(run, request));
            await run.Account.Orders.PlaceAsync(request);
            // Far enough apart that a list may be left off by its times.
            run.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        run.Clock.Advance(run.Stage.CompletesWithin);
        return [asked[^1], asked[0], asked[1]];
    }

    /// <summary>As the core asks. The stand-in goes by the same clock, so this is its time of the first send as well.</summary>
    private static OrderLookupQuery QueryFor(Run run, OrderRequest request) =>
        new(request.Reference.ProviderKey, request.Delivery, run.Clock.GetUtcNow(), RewardDetail.State)
        {
            FirstSentAtProvider = run.Clock.GetUtcNow(),
            Lines = request.Lines,
        };

    private static async Task<Dictionary<string, string>> FindAtOnceAsync(
        GiftCardAdapter adapter,
        OrderLookupQuery[] queries,
        bool mayFail = false
    )
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var some in queries.Chunk(adapter.MaxOrdersPerLookup))
            {
                await foreach (var (key, lookup) in adapter.FindOrdersAsync(some, TestContext.Current.CancellationToken))
                {
                    Expect.That(some.Any(query => query.ProviderKey == key), $"An answer came for the key {key}, which was not asked for.");
                    Expect.That(answers.TryAdd(key, Said(lookup)), $"Two answers came for the key {key}.");
                }
            }
        }
        catch (GiftCardException) when (mayFail)
        {
            // What has not been answered is not known.
        }

        return answers;
    }

    private static string Said(OrderLookup lookup) =>
        lookup switch
        {
            OrderLookup.Found found => $"found as {found.Order.Id}",
            OrderLookup.NotFound => Missing,
            _ => "nothing proved",
        };

    /// <summary>The provider cannot be asked: that is never "not found", or a card that was paid is lost.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.UnreadableAnswer)]
    [InlineData(ConformanceFault.RateLimitedForLong)]
    [InlineData(ConformanceFault.Unauthorized)]
    [InlineData(ConformanceFault.ProxyPage)]
    public async Task A_look_up_that_fails_is_never_a_miss(ConformanceFault fault)
    {
        await using var run = await StartAsync();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        run.Stage.StrikeReads(fault);

        var failure = await Expect.FailureAsync(
            () => run.Account.Status.FindAsync(placed.Reference!.Value),
            $"{fault}: a look-up that failed must not answer."
        );

        Expect.That(failure.Code != GiftCardErrorCode.NotFound, $"{fault}: the exception says that there is no such order.");
    }
}
