using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Lists that come in pages are read whole, and a page that fails never makes a list shorter.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
[NeedsFeature(GiftCardFeature.Catalog)]
public abstract class PagingConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Nothing between two pages is lost, and nothing comes twice.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Every_product_is_listed_once()
    {
        await using var run = await StartAsync();

        var ids = await run.Account.Catalog.ListAsync().Select(product => product.Id).ToListAsync();

        string[] lost = [.. run.Stage.ProductIds.Except(ids, StringComparer.Ordinal)];
        string[] twice = [.. ids.CountBy(id => id, StringComparer.Ordinal).Where(count => count.Value > 1).Select(count => count.Key)];
        Expect.That(lost.Length == 0, $"{lost.Length} of {run.Stage.ProductIds.Count} products are not listed: {string.Join(", ", lost)}.");
        Expect.That(twice.Length == 0, $"Listed more than once: {string.Join(", ", twice)}.");
    }

    /// <summary>Whoever wants the first product does not wait for the last page.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_first_product_comes_before_the_last_page_is_read()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        var first = await CallsOfAsync(run, wire, () => run.Account.Catalog.ListAsync().FirstAsync().AsTask());
        var all = await CallsOfAsync(run, wire, () => run.Account.Catalog.ListAsync().CountAsync().AsTask());

        Expect.That(all <= 3 || first < all, $"The first product took {first} calls and the whole catalog {all}: stream the pages.");
    }

    /// <summary>A list that breaks off in the middle is an error; a shorter catalog would look like the truth.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_page_that_cannot_be_read_is_an_error_and_not_the_end()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        var calls = await CallsOfAsync(run, wire, () => run.Account.Catalog.ListAsync().CountAsync().AsTask());
        await run.RestartAsync();
        wire.StrikeReads(ConformanceFault.ServerError, int.MaxValue, after: calls - 1);

        var failure = await Expect.FailureAsync(
            () => run.Account.Catalog.ListAsync().CountAsync().AsTask(),
            "The last page could not be read; listing must fail."
        );

        Expect.Same(GiftCardErrorCode.ProviderUnavailable, failure.Code, "The exception's Code");
    }

    /// <summary>An order is found by its reference though a page and more of newer orders stands before it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_order_is_found_behind_a_page_of_newer_ones()
    {
        await using var run = await StartAsync();
        run.Need(GiftCardFeature.FindByReference);
        var wanted = await run.Account.Orders.PlaceAsync(run.NewOrder());
        for (var i = 0; i < run.Stage.OrdersToFillAPage; i++)
        {
            await run.Account.Orders.PlaceAsync(run.NewOrder());
        }

        var found = await run.Account.Status.FindAsync(wanted.Reference!.Value, RewardDetail.None);

        Expect.Same(wanted.Id, found?.Id, "The order behind a page of newer ones");
    }

    private static async Task<int> CallsOfAsync<T>(Run run, Wire wire, Func<Task<T>> work)
    {
        await run.RestartAsync();
        var before = wire.Reads;
        await work();
        return wire.Reads - before;
    }
}
