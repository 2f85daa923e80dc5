namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>Huuray recognises no repeat. Whoever sends twice has bought twice, and the ledger says so.</summary>
public sealed class RepeatTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_same_order_twice_is_two_orders_and_one_duplicate()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var before = caller.Twin.GetBalance("SEK");

        var first = await caller.OrderAsync("twice");
        var second = await caller.OrderAsync("twice");

        second.Code().ShouldBe(201);
        second.Uid().ShouldNotBe(first.Uid(), StringComparer.Ordinal);
        second.Vouchers()[0].Id().ShouldNotBe(first.Vouchers()[0].Id());
        caller.Twin.Ledger.SalesFor("twice").Count.ShouldBe(2);
        caller.Twin.Ledger.Duplicates.ShouldBe(1);
        caller.Twin.GetBalance("SEK").ShouldBe(before - (2 * 24_188));
    }

    [Fact]
    public async Task Sixty_four_at_once_are_sixty_four_sales()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => caller.OrderAsync("crowd")));

        answers.Select(answer => answer.Uid()).Distinct(StringComparer.Ordinal).Count().ShouldBe(64);
        answers.SelectMany(answer => answer.Vouchers()).Select(voucher => voucher.Id()).Distinct().Count().ShouldBe(64);
        caller.Twin.Ledger.Duplicates.ShouldBe(63);
    }

    [Fact]
    public async Task An_order_without_a_reference_is_nobodys_duplicate()
    {
        await using var caller = await HuurayCaller.StartAsync();

        await caller.PostAsync("Order", Orders.Of(Orders.Product()));
        await caller.PostAsync("Order", Orders.Of(Orders.Product()));

        caller.Twin.Ledger.Count.ShouldBe(2);
        caller.Twin.Ledger.Duplicates.ShouldBe(0);
        caller.Twin.Ledger.Sales.ShouldAllBe(sale => sale.ClientKey == null);
    }

    [Theory]
    [InlineData(HuurayManyMatches.Newest, 1)]
    [InlineData(HuurayManyMatches.Oldest, 0)]
    public async Task Of_several_orders_a_search_finds_one_as_the_switch_says(HuurayManyMatches setting, int expected)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.ManyMatches = setting);
        string[] orders = [(await caller.OrderAsync("many")).Uid(), (await caller.OrderAsync("many")).Uid()];

        (await caller.SearchAsync("""{"RefID":"many"}""")).Uid().ShouldBe(orders[expected]);
    }

    [Fact]
    public async Task A_late_commit_is_not_found_at_first_and_whoever_sends_again_has_bought_twice()
    {
        await using var caller = await HuurayCaller.StartAsync();
        AddLateCommit(caller);
        var sent = caller.Clock.GetUtcNow();

        var error = await Should.ThrowAsync<HttpRequestException>(() => caller.OrderAsync("late"));
        var missing = await caller.SearchAsync("""{"RefID":"late"}""");
        await caller.OrderAsync("late");
        var soldMeanwhile = caller.Twin.Ledger.Count;
        caller.Clock.Advance(Delay);

        error.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        missing.Code().ShouldBe(404);
        soldMeanwhile.ShouldBe(1);
        caller.Twin.Ledger.Duplicates.ShouldBe(1);
        caller.Twin.Ledger.SalesFor("late")[1].SoldAt.ShouldBe(sent + Delay);
    }

    [Fact]
    public async Task A_late_commit_was_let_in_when_it_came_even_if_its_key_is_gone_by_then()
    {
        await using var caller = await HuurayCaller.StartAsync();
        AddLateCommit(caller);

        await Should.ThrowAsync<HttpRequestException>(() => caller.OrderAsync("rotated"));
        caller.Twin.SetApiCredentials();
        caller.Clock.Advance(Delay);

        caller.Twin.Ledger.SalesFor("rotated").ShouldHaveSingleItem();
    }

    private static void AddLateCommit(HuurayCaller caller) =>
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "order.create",
                Kind = FaultKind.LateCommit,
                Delay = Delay,
                Times = 1,
            }
        );
}
