namespace GiftCardSdk.Catalog.Tests;

/// <summary>What is known to be gone is shown no longer.</summary>
public sealed class ForgettingTests
{
    [Fact]
    public async Task A_product_that_an_order_proves_gone_is_taken_out_and_the_rest_stays()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application();
        var before = await giftCards.ListAllAsync("gifq");
        stage.Sandbox.Gifq.RemoveProduct("trail-gear");

        var refusal = await Should.ThrowAsync<GiftCardException>(
            giftCards.GetAccount("gifq").Orders.PlaceAsync(TrailGear("gone-1"), TestContext.Current.CancellationToken)
        );
        var reads = stage.GifqReads;

        refusal.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        var after = await giftCards.ListAllAsync("gifq");
        after.Select(product => product.Id).ShouldBe(before.Select(product => product.Id).Where(id => id != "trail-gear"));
        stage.GifqReads.ShouldBe(reads);
    }

    [Fact]
    public async Task A_product_that_is_still_sold_at_other_values_is_kept_as_it_is_now()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application();
        await giftCards.ListAllAsync("gifq");

        await Should.ThrowAsync<GiftCardException>(
            giftCards.GetAccount("gifq").Orders.PlaceAsync(TrailGear("odd-value", 74), TestContext.Current.CancellationToken)
        );

        (await giftCards.ListAllAsync("gifq")).ShouldContain(product => product.Id == "trail-gear");
    }

    [Fact]
    public async Task It_is_gone_for_the_next_process_too()
    {
        await using var stage = await Stage.StartAsync();
        var first = stage.Application(isShared: true);
        await first.ListAllAsync("gifq");
        stage.Sandbox.Gifq.RemoveProduct("trail-gear");
        await Should.ThrowAsync<GiftCardException>(
            first.GetAccount("gifq").Catalog.GetAsync("trail-gear", TestContext.Current.CancellationToken)
        );
        var reads = stage.GifqReads;

        (await stage.Application(isShared: true).ListAllAsync("gifq")).ShouldNotContain(product => product.Id == "trail-gear");

        stage.GifqReads.ShouldBe(reads);
    }

    [Fact]
    public async Task It_does_not_come_back_with_a_reading_that_saw_it_before_it_went()
    {
        await using var stage = await Stage.StartAsync(sandbox => sandbox.Gifq.ExtraBrands = 50);
        var giftCards = stage.Application();
        var (began, lastPage) = (new TaskCompletionSource(), new TaskCompletionSource());
        var source = new CatalogSource("gifq", "test", TimeSpan.FromHours(1), _ => ReadAsync(began, lastPage.Task));
        var cache = stage.CacheOf(giftCards);

        var reading = cache.ListAsync(source, TestContext.Current.CancellationToken).AsTask();
        await began.Task;
        await cache.ReplaceAsync(source, "going", null, TestContext.Current.CancellationToken);
        lastPage.SetResult();

        (await reading).Select(product => product.Id).ShouldBe(["staying"]);
        (await cache.ListAsync(source, TestContext.Current.CancellationToken)).Select(product => product.Id).ShouldBe(["staying"]);
    }

    [Fact]
    public async Task What_is_emptied_on_request_is_read_anew()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application();
        await giftCards.ListAllAsync("gifq");
        await giftCards.ListAllAsync("giftbit");
        var (ofGifq, ofGiftbit) = (stage.GifqReads, stage.Sandbox.Giftbit.Requests.Total);

        await giftCards.Catalog.ForgetAsync("gifq", TestContext.Current.CancellationToken);
        await giftCards.ListAllAsync("gifq");
        await giftCards.ListAllAsync("giftbit");

        stage.GifqReads.ShouldBe(2 * ofGifq);
        stage.Sandbox.Giftbit.Requests.Total.ShouldBe(ofGiftbit);
    }

    [Fact]
    public async Task A_reading_under_way_when_it_is_emptied_is_begun_anew()
    {
        await using var stage = await Stage.StartAsync();
        var cache = stage.CacheOf(stage.Application());
        var (began, lastPage) = (new TaskCompletionSource(), new TaskCompletionSource());
        var readings = 0;
        var source = new CatalogSource(
            "gifq",
            "test",
            TimeSpan.FromHours(1),
            _ => ReadAsync(began, Interlocked.Increment(ref readings) == 1 ? lastPage.Task : Task.CompletedTask)
        );

        var reading = cache.ListAsync(source, TestContext.Current.CancellationToken).AsTask();
        await began.Task;
        await cache.ForgetAsync(source, TestContext.Current.CancellationToken);
        lastPage.SetResult();
        await reading;

        readings.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_adapter_keeps_for_itself_is_forgotten_with_it()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(isCached: false);
        await giftCards.ListAllAsync("giftcardpartners");
        var reads = stage.Sandbox.GiftCardPartners.Requests.Count("products.list");
        await giftCards.ListAllAsync("giftcardpartners");
        stage.Sandbox.GiftCardPartners.Requests.Count("products.list").ShouldBe(reads);

        await giftCards.Catalog.ForgetAsync("giftcardpartners", TestContext.Current.CancellationToken);
        await giftCards.ListAllAsync("giftcardpartners");

        stage.Sandbox.GiftCardPartners.Requests.Count("products.list").ShouldBe(2 * reads);
    }

    private static async IAsyncEnumerable<Product> ReadAsync(TaskCompletionSource began, Task lastPage)
    {
        began.TrySetResult();
        yield return Named("going");
        await lastPage;
        yield return Named("staying");
    }

    private static Product Named(string id) =>
        new()
        {
            Provider = "test",
            Id = id,
            Brand = id,
        };

    private static OrderRequest TrailGear(string reference, decimal value = 75) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = "trail-gear",
                    FaceValue = Money.Of(value, "USD"),
                    Country = "US",
                },
            ],
        };
}
