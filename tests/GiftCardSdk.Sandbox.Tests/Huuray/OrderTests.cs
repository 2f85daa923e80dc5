namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class OrderTests
{
    [Fact]
    public async Task An_asynchronous_order_is_found_when_it_is_complete_and_not_before()
    {
        await using var caller = await HuurayCaller.StartAsync();

        var order = await caller.PostAsync("Order", Orders.Returned("later", quantity: 100, sync: false));
        caller.Clock.Advance(TimeSpan.FromSeconds(1.999));
        var early = await caller.SearchAsync("""{"RefID":"later"}""");
        caller.Clock.Advance(TimeSpan.FromSeconds(0.001));
        var late = await caller.SearchAsync("""{"RefID":"later"}""");

        order.Code().ShouldBe(202);
        early.Code().ShouldBe(404);
        late.Uid().ShouldBe(order.Uid());
        late.Vouchers().Count.ShouldBe(100);
        caller.Twin.Ledger.Sales.ShouldHaveSingleItem().Cards.ShouldBe(100);
    }

    [Theory]
    [InlineData(HuurayAsyncEnd.OneMissing, 200, 1)]
    [InlineData(HuurayAsyncEnd.NeverFound, 404, 2)]
    public async Task An_asynchronous_order_may_fail_late_and_gives_the_price_back(HuurayAsyncEnd end, int status, int failed)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.AsyncEnd = end);
        var before = caller.Twin.GetBalance("SEK");

        var order = await caller.PostAsync("Order", Orders.Returned("fails", quantity: 2, sync: false));
        var charged = before - caller.Twin.GetBalance("SEK");
        caller.Clock.Advance(TimeSpan.FromHours(1));
        var found = await caller.SearchAsync("""{"RefID":"fails"}""");

        order.Code().ShouldBe(202);
        charged.ShouldBe(2 * 24_188);
        found.Code().ShouldBe(status);
        (before - caller.Twin.GetBalance("SEK")).ShouldBe((2 - failed) * 24_188);
    }
}
