using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Catalog.Tests;

/// <summary>How long products are kept, and whom one reading serves.</summary>
public sealed class KeptCatalogTests
{
    [Fact]
    public async Task Many_callers_share_one_reading()
    {
        await using var stage = await Stage.StartAsync();
        var single = await stage.Application(isCached: false).ListAllAsync("gifq");
        var reads = stage.GifqReads;
        var giftCards = stage.Application();

        var lists = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => giftCards.ListAllAsync("gifq").AsTask()));

        stage.GifqReads.ShouldBe(2 * reads);
        lists.ShouldAllBe(list => list.Count == single.Count);
    }

    [Fact]
    public async Task Nothing_is_kept_unless_it_is_asked_for()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(isCached: false);
        await giftCards.ListAllAsync("gifq");
        var reads = stage.GifqReads;

        await giftCards.ListAllAsync("gifq");

        stage.GifqReads.ShouldBe(2 * reads);
    }

    [Theory]
    [InlineData("gifq", "products.list", 60)]
    [InlineData("giftbit", "brands.list", 5)]
    [InlineData("giftcardpartners", "products.list", 7 * 24 * 60)]
    public async Task Products_are_kept_as_long_as_their_provider_says(string account, string operation, int minutes)
    {
        await using var stage = await Stage.StartAsync();
        var twin = stage.Sandbox.Twins.Single(twin => twin.Name == account);
        var giftCards = stage.Application();
        await giftCards.ListAllAsync(account);
        var reads = twin.Requests.Count(operation);
        reads.ShouldBePositive();

        stage.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMinutes(1));
        await giftCards.ListAllAsync(account);
        twin.Requests.Count(operation).ShouldBe(reads);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await giftCards.ListAllAsync(account);
        twin.Requests.Count(operation).ShouldBe(2 * reads);
    }

    [Fact]
    public async Task An_account_may_have_a_time_of_its_own()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(cache =>
        {
            cache.Life = TimeSpan.FromDays(1);
            cache.Lives = new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["gifq"] = TimeSpan.FromSeconds(30) };
        });
        await giftCards.ListAllAsync("gifq");
        await giftCards.ListAllAsync("giftbit");
        var (ofGifq, ofGiftbit) = (stage.GifqReads, stage.Sandbox.Giftbit.Requests.Total);

        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await giftCards.ListAllAsync("gifq");
        await giftCards.ListAllAsync("giftbit");

        stage.GifqReads.ShouldBe(2 * ofGifq);
        stage.Sandbox.Giftbit.Requests.Total.ShouldBe(ofGiftbit);
    }

    [Fact]
    public async Task One_reading_answers_every_question()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application();
        await giftCards.ListAllAsync("gifq");
        var reads = stage.GifqReads;

        var german = await giftCards.ListAllAsync("gifq", new() { Country = "DE", Currency = "EUR" });

        german.ShouldNotBeEmpty();
        german.ShouldAllBe(product => product.Offers.All(offer => offer.Currency == "EUR" && offer.Countries.Includes("DE") != false));
        stage.GifqReads.ShouldBe(reads);
    }

    [Fact]
    public async Task Old_products_are_shown_at_once_while_they_are_read_anew()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(cache => cache.StaleFor = TimeSpan.FromHours(1));
        (await giftCards.ListAllAsync("gifq")).ShouldContain(product => product.Id == "trail-gear");
        var reads = stage.GifqReads;
        stage.Sandbox.Gifq.RemoveProduct("trail-gear");

        stage.Clock.Advance(TimeSpan.FromMinutes(61));
        (await giftCards.ListAllAsync("gifq")).ShouldContain(product => product.Id == "trail-gear");
        await stage.Sandbox.Gifq.Requests.WaitForAsync("products.list", reads + 1, TestContext.Current.CancellationToken);

        // Answered is not read yet: whoever asks meanwhile is still shown what is there.
        while ((await giftCards.ListAllAsync("gifq")).Exists(product => product.Id == "trail-gear"))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        stage.GifqReads.ShouldBeLessThanOrEqualTo(2 * reads);
    }

    [Fact]
    public async Task What_is_older_than_that_is_waited_for()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(cache => cache.StaleFor = TimeSpan.FromHours(1));
        await giftCards.ListAllAsync("gifq");
        stage.Sandbox.Gifq.RemoveProduct("trail-gear");

        stage.Clock.Advance(TimeSpan.FromHours(2));

        (await giftCards.ListAllAsync("gifq")).ShouldNotContain(product => product.Id == "trail-gear");
    }

    [Fact]
    public async Task A_provider_that_is_down_hides_no_products_that_may_still_be_shown()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(cache => cache.StaleFor = TimeSpan.FromHours(1));
        var products = await giftCards.ListAllAsync("gifq");
        stage.Sandbox.Gifq.Faults.Add(new() { Kind = FaultKind.Unauthorized, Operation = "products.list" });
        stage.Clock.Advance(TimeSpan.FromMinutes(90));

        (await giftCards.ListAllAsync("gifq")).Count.ShouldBe(products.Count);
    }

    [Fact]
    public async Task A_reading_that_fails_is_not_kept()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application();
        stage.Sandbox.Gifq.Faults.Add(
            new()
            {
                Kind = FaultKind.Unauthorized,
                Operation = "products.list",
                Times = 1,
            }
        );

        (await Should.ThrowAsync<GiftCardException>(giftCards.ListAllAsync("gifq").AsTask())).Code.ShouldBe(GiftCardErrorCode.Unauthorized);

        (await giftCards.ListAllAsync("gifq")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Half_a_list_is_not_kept()
    {
        await using var stage = await Stage.StartAsync(sandbox => sandbox.Gifq.ExtraBrands = 50);
        var giftCards = stage.Application();
        stage.Sandbox.Gifq.Faults.Add(
            new()
            {
                Kind = FaultKind.Unauthorized,
                Operation = "products.list",
                Occurrence = 2,
            }
        );

        await Should.ThrowAsync<GiftCardException>(giftCards.ListAllAsync("gifq").AsTask());

        var whole = await giftCards.ListAllAsync("gifq");
        whole
            .Select(product => product.Id)
            .Order(StringComparer.Ordinal)
            .ShouldBe(stage.Sandbox.Gifq.Products.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_other_credentials_the_catalog_is_another_one()
    {
        await using var stage = await Stage.StartAsync(sandbox => sandbox.Gifq.ApiTokens.Add("another-token-of-gifq"));
        await stage.Application(isShared: true).ListAllAsync("gifq");
        var reads = stage.GifqReads;

        await stage.Application(isShared: true, gifqToken: "another-token-of-gifq").ListAllAsync("gifq");
        stage.GifqReads.ShouldBe(2 * reads);

        await stage.Application(isShared: true).ListAllAsync("gifq");
        stage.GifqReads.ShouldBe(2 * reads);
    }

    [Fact]
    public void Settings_that_cannot_be_are_named()
    {
        var mistakes = new CatalogCacheOptionsValidator()
            .Validate(
                null,
                new()
                {
                    Life = TimeSpan.Zero,
                    Lives = new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["shop"] = TimeSpan.FromDays(31) },
                    StaleFor = TimeSpan.FromSeconds(-1),
                    LocalLife = TimeSpan.Zero,
                }
            )
            .Failures.ShouldNotBeNull()
            .ToList();

        mistakes.Count.ShouldBe(4);
        mistakes.ShouldContain(mistake => mistake.Contains("Lives['shop'] is 31.00:00:00", StringComparison.Ordinal));
    }
}
