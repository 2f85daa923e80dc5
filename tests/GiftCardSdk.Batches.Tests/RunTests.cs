using GiftCardSdk.Testing;

namespace GiftCardSdk.Batches.Tests;

/// <summary>A list is carried out line by line, and each line says what became of it.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task Every_line_is_bought_once_and_has_one_result()
    {
        await using var shop = new Shop();

        var results = await Shop.RunAsync(shop.Application(), Shop.Lines(100));

        results.Select(result => result.Number).Order().ShouldBe(Enumerable.Range(1, 100).Select(number => (long)number));
        results.ShouldAllBe(result =>
            result.Status == BatchLineStatus.Bought && !result.WasBoughtBefore && result.Order!.Rewards.Count == 1
        );
        shop.Provider.Ledger.Select(sold => sold.ProviderKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
        shop.Provider.Ledger.Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_line_names_its_account_or_the_batch_does()
    {
        await using var shop = new Shop();
        var lines = new[] { new BatchLine(Shop.Order(1)), new BatchLine(Shop.Order(2), "other") };

        var results = await Shop.RunAsync(shop.Application(), lines.ToAsyncEnumerable());

        results.OrderBy(result => result.Number).Select(result => result.Order!.Account).ShouldBe(["shop", "other"]);
    }

    [Fact]
    public async Task Orders_alone_want_an_account()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        var orders = new[] { Shop.Order(1) }.ToAsyncEnumerable();

        Should.Throw<ArgumentException>(() => batches.RunAsync("june", orders, new(), Shop.Token)).Message.ShouldContain("Account");
        (await batches.RunAsync("june", orders, Shop.Options, Shop.Token).SingleAsync(Shop.Token)).Status.ShouldBe(BatchLineStatus.Bought);
    }

    [Fact]
    public async Task A_line_that_makes_no_sense_is_refused_and_the_others_go_on()
    {
        await using var shop = new Shop();
        var lines = new[] { new BatchLine(Shop.Order(1), "nobody"), new(Shop.Order(2, amount: -1)), new(Shop.Order(3)) };

        var results = await Shop.RunAsync(shop.Application(), lines.ToAsyncEnumerable());

        results
            .OrderBy(result => result.Number)
            .Select(result => (result.Status, result.Failure?.Code))
            .ShouldBe([
                (BatchLineStatus.Refused, GiftCardErrorCode.InvalidRequest),
                (BatchLineStatus.Refused, GiftCardErrorCode.InvalidRequest),
                (BatchLineStatus.Bought, null),
            ]);
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, 10, 9)]
    [InlineData(true, 3, 2)]
    public async Task A_refusal_stops_the_batch_where_that_was_asked_for(bool stops, int results, int sold)
    {
        await using var shop = new Shop();
        shop.Provider.ScriptOrders(order =>
            order.Request.Reference == "line-3" ? ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds) : ScriptedEnd.Accepted
        );

        var ended = await Shop.RunAsync(
            shop.Application(),
            Shop.Lines(10),
            Shop.Options with
            {
                Concurrency = 1,
                StopAtFirstRefusal = stops,
            }
        );

        ended.Count.ShouldBe(results);
        ended.Single(result => result.Number == 3).Status.ShouldBe(BatchLineStatus.Refused);
        shop.Provider.Ledger.Count.ShouldBe(sold);
    }

    [Fact]
    public async Task A_list_that_throws_in_the_middle_ends_after_what_was_begun()
    {
        await using var shop = new Shop();
        var results = new List<BatchResult>();

        var thrown = await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var result in shop.Application().RunAsync("june", Broken(), Shop.Options, Shop.Token))
            {
                results.Add(result);
            }
        });

        thrown.Message.ShouldBe("line 8 is no line");
        results.Count(result => result.Status == BatchLineStatus.Bought).ShouldBe(7);
        shop.Provider.Ledger.Count.ShouldBe(7);

        static async IAsyncEnumerable<BatchLine> Broken()
        {
            await foreach (var line in Shop.Lines(7))
            {
                yield return line;
            }

            throw new InvalidDataException("line 8 is no line");
        }
    }

    [Fact]
    public async Task The_same_reference_twice_is_one_card_and_with_other_content_it_is_said()
    {
        await using var shop = new Shop();
        var lines = new[] { Shop.Order(1), Shop.Order(1), Shop.Order(1, amount: 30) };

        var results = await shop.RunInTimeAsync(shop.Application(), lines.Select(order => new BatchLine(order)).ToAsyncEnumerable());

        shop.Provider.Ledger.Count.ShouldBe(1);
        var bought = results.Where(result => result.Status == BatchLineStatus.Bought).ToList();
        bought.Select(result => result.OrderId).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (bought.Count, results.Count).ShouldBe((2, 3));
        results.Single(result => result.Status != BatchLineStatus.Bought).Status.ShouldBe(BatchLineStatus.Changed);
    }

    [Fact]
    public async Task Whoever_stops_reading_begins_no_further_lines()
    {
        await using var shop = new Shop();
        var batches = shop.Application();

        await foreach (var result in batches.RunAsync("june", Shop.Lines(1000), Shop.Options with { Concurrency = 2 }, Shop.Token))
        {
            break;
        }

        var sold = shop.Provider.Ledger.Count;
        sold.ShouldBeLessThan(10);
        (await Shop.RunAsync(batches, Shop.Lines(20))).ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        shop.Provider.Ledger.Count.ShouldBe(20);
    }

    [Fact]
    public async Task One_line_is_carried_out_as_a_batch_does()
    {
        await using var shop = new Shop();
        var batches = shop.Application();

        var first = await batches.RunLineAsync(new(Shop.Order(1), "shop"), cancellationToken: Shop.Token);
        var again = await batches.RunLineAsync(new(Shop.Order(1)), Shop.Options, Shop.Token);

        (first.Status, first.WasBoughtBefore).ShouldBe((BatchLineStatus.Bought, false));
        (again.Status, again.WasBoughtBefore, again.OrderId).ShouldBe((BatchLineStatus.Bought, true, first.OrderId));
    }

    [Fact]
    public async Task Of_two_lines_that_share_a_reference_and_are_under_way_at_once_one_has_bought_it()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        var answer = new TaskCompletionSource();
        shop.Provider.ScriptOrders(_ => ScriptedEnd.Accepted with { BeforeAnswer = answer.Task });
        var running = Enumerable.Range(0, 2).Select(_ => batches.RunLineAsync(new(Shop.Order(1)), Shop.Options, Shop.Token)).ToArray();
        answer.SetResult();

        var results = await Task.WhenAll(running);

        results.ShouldAllBe(result => result.Status == BatchLineStatus.Bought && result.OrderId == results[0].OrderId);
        results.Count(result => result.WasBoughtBefore).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public async Task A_batch_has_a_name(string name)
    {
        await using var shop = new Shop();

        Should.Throw<ArgumentException>(() => shop.Application().RunAsync(name, Shop.Lines(1), Shop.Options, Shop.Token));
    }

    [Fact]
    public async Task An_option_that_is_not_right_is_said_before_anything_is_read()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        BatchOptions[] wrong =
        [
            new() { Account = " " },
            new() { Account = "nobody" },
            new() { Concurrency = 0 },
            new() { Patience = TimeSpan.FromSeconds(-2) },
            new() { FirstDelay = TimeSpan.Zero },
            new() { MaxDelay = TimeSpan.FromMilliseconds(1) },
            new() { ExpectedLines = -1 },
            new() { ProgressInterval = TimeSpan.FromSeconds(-1) },
        ];

        foreach (var options in wrong)
        {
            Should.Throw<ArgumentException>(() => batches.RunAsync("june", Shop.Lines(1), options, Shop.Token));
        }
    }
}
