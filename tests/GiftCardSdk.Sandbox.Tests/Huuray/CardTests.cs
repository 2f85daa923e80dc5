namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class CardTests
{
    [Fact]
    public async Task A_whole_order_is_cancelled_once()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var before = caller.Twin.GetBalance("SEK");
        var uid = (await caller.OrderAsync("whole", quantity: 2)).Uid();

        var first = await CancelAsync(caller, uid);
        var second = await CancelAsync(caller, uid);

        first.Code().ShouldBe(200);
        first.Json.GetProperty("OrderCancelled").GetBoolean().ShouldBeTrue();
        first.Vouchers().ShouldAllBe(voucher => voucher.GetProperty("Cancelled").GetBoolean());
        second.Code().ShouldBe(422);
        caller.Twin.GetBalance("SEK").ShouldBe(before);
    }

    [Fact]
    public async Task Card_by_card_the_order_is_cancelled_with_the_last_one()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("single", quantity: 2);

        var first = await CancelAsync(caller, order.Uid(), order.Vouchers()[0].IdText());
        var last = await CancelAsync(caller, order.Uid(), order.Vouchers()[1].IdText());

        (first.Code(), last.Code()).ShouldBe((200, 200));
        first.Vouchers().ShouldHaveSingleItem().Id().ShouldBe(order.Vouchers()[0].Id());
        first.Json.GetProperty("OrderCancelled").GetBoolean().ShouldBeFalse();
        last.Json.GetProperty("OrderCancelled").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_resend_counts_the_cards_it_sent_and_is_partial_for_marked_ones()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var uid = (await caller.OrderByMailAsync("mails", "maja@example.test", "ola@example.test")).Uid();
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var vouchers = (await caller.SearchAsync("""{"RefID":"mails"}""")).Vouchers();

        var all = await ResendAsync(caller, uid);
        caller.Twin.RefuseResend(vouchers[0].IdText());
        var some = await ResendAsync(caller, uid);
        var none = await ResendAsync(caller, uid, vouchers[0].IdText());

        (all.Code(), some.Code(), none.Code()).ShouldBe((200, 206, 422));
        all.Json.GetProperty("NumberOfResends").GetInt32().ShouldBe(2);
        some.Json.GetProperty("NumberOfResends").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_never_delivered_cannot_be_sent_again()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var uid = (await caller.OrderAsync("returned")).Uid();

        (await ResendAsync(caller, uid)).Code().ShouldBe(422);
    }

    [Fact]
    public async Task Unknown_orders_and_cards_are_404_and_unfinished_ones_422()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var done = (await caller.OrderAsync("done")).Uid();
        var running = (await caller.OrderByMailAsync("running", "maja@example.test")).Uid();

        foreach (var send in new[] { CancelAsync, (Func<HuurayCaller, string, string?, Task<Answer>>)ResendAsync })
        {
            (await send(caller, "nobody", null)).Code().ShouldBe(404);
            (await send(caller, done, "1")).Code().ShouldBe(404);
            (await send(caller, running, null)).Code().ShouldBe(422);
            (await send(caller, "", "\"1\"")).Code().ShouldBe(400);
        }
    }

    [Fact]
    public async Task An_expired_card_is_not_cancelled()
    {
        await using var caller = await HuurayCaller.StartAsync();
        var order = await caller.OrderAsync("old");
        caller.Clock.Advance(TimeSpan.FromDays(800));

        (await CancelAsync(caller, order.Uid())).Code().ShouldBe(422);
    }

    private static Task<Answer> CancelAsync(HuurayCaller caller, string uid, string? voucher = null) =>
        caller.CancelAsync(Body(uid, voucher));

    private static Task<Answer> ResendAsync(HuurayCaller caller, string uid, string? voucher = null) =>
        caller.PostAsync("Resend", Body(uid, voucher));

    private static string Body(string uid, string? voucher) => $$"""{"OrderUID":"{{uid}}","VoucherID":{{voucher ?? "null"}}}""";
}
