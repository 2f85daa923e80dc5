namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class SearchTests
{
    [Theory]
    [InlineData("""{"OrderUID":"@uid"}""")]
    [InlineData("""{"VoucherID":@voucher}""")]
    [InlineData("""{"RefID":"wanted"}""")]
    [InlineData("""{"RefID":"wanted","ProductToken":"pt-nord-kaffe-se"}""")]
    [InlineData("""{"EmailTemplateID":7310}""")]
    [InlineData("""{"DeliveryDatetime":"2026-02-01T08:00:00.000Z"}""")]
    [InlineData("""{"RecipientName":"Maja Ek"}""")]
    [InlineData("""{"RecipientEmail":"maja@example.test"}""")]
    [InlineData("""{"RecipientPhone":"+46701234567"}""")]
    [InlineData("""{"RecipientRefID":"emp-77"}""")]
    public async Task Each_filter_finds_the_order(string filter)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var (uid, voucher) = await OrderAsync(caller);
        await caller.OrderAsync("another");

        var found = await caller.SearchAsync(Fill(filter, uid, voucher));

        found.Uid().ShouldBe(uid);
        found.Json.GetProperty("RefID").GetString().ShouldBe("wanted");
    }

    [Theory]
    [InlineData("""{"OrderUID":"5c0e8c1a-74a2-4f0b-9b3e-2d7a90c1e6f4"}""")]
    [InlineData("""{"VoucherID":1}""")]
    [InlineData("""{"RefID":"WANTED"}""")]
    [InlineData("""{"RefID":"wanted","ProductToken":"pt-nord-kaffe-dk"}""")]
    [InlineData("""{"OrderUID":"@uid","RefID":"another"}""")]
    [InlineData("""{"OrderUID":"@uid","RecipientEmail":"ola@example.test"}""")]
    [InlineData("""{"EmailTemplateID":7311}""")]
    [InlineData("""{"SMSTemplateID":7310}""")]
    public async Task Every_filter_must_fit(string filter)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var (uid, voucher) = await OrderAsync(caller);

        (await caller.SearchAsync(Fill(filter, uid, voucher))).Code().ShouldBe(404);
    }

    [Theory]
    [InlineData(HuurayEmptySearch.BadRequest, 400)]
    [InlineData(HuurayEmptySearch.AnyOrder, 200)]
    public async Task A_search_without_a_filter_is_answered_as_the_switch_says(HuurayEmptySearch setting, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.EmptySearch = setting);
        await caller.OrderAsync("some");

        (await caller.SearchAsync("{}")).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public async Task Codes_are_shown_when_the_voucher_was_asked_for_and_the_account_may_see_them(
        bool byVoucher,
        bool returnCode,
        bool shown
    )
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.ReturnCode = returnCode);
        var voucher = (await caller.OrderAsync("codes")).Vouchers()[0];

        var found = await caller.SearchAsync(byVoucher ? $$"""{"VoucherID":{{voucher.IdText()}}}""" : """{"RefID":"codes"}""");

        var code = Answer.Word(found.Vouchers().ShouldHaveSingleItem(), "Code");
        code.ShouldBe(shown ? Answer.Word(voucher, "Code") : "");
    }

    [Fact]
    public async Task Codes_are_shown_without_the_voucher_if_the_switch_says_so()
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.CodesWithoutVoucherId = true);
        var voucher = (await caller.OrderAsync("codes")).Vouchers()[0];

        (await caller.SearchAsync("""{"RefID":"codes"}""")).Vouchers()[0].GetRawText().ShouldBe(voucher.GetRawText());
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task A_voucher_is_answered_alone_or_among_its_order(bool whole, int count)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.WholeOrderForVoucherId = whole);
        var second = (await caller.OrderAsync("three", quantity: 3)).Vouchers()[1];

        var found = await caller.SearchAsync($$"""{"VoucherID":{{second.IdText()}}}""");

        found.Vouchers().Count.ShouldBe(count);
        found
            .Vouchers()
            .Where(voucher => Answer.Word(voucher, "Code") is { Length: > 0 })
            .ShouldHaveSingleItem()
            .Id()
            .ShouldBe(second.Id());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Cancelled_cards_are_listed_as_the_switch_says(bool shown, int count)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.ShowCancelledVouchers = shown);
        var order = await caller.OrderAsync("cancelled", quantity: 2);
        await caller.CancelAsync($$"""{"OrderUID":"{{order.Uid()}}","VoucherID":{{order.Vouchers()[0].IdText()}}}""");

        (await caller.SearchAsync("""{"RefID":"cancelled"}""")).Vouchers().Count.ShouldBe(count);
    }

    private static string Fill(string filter, string uid, string voucher) =>
        filter.Replace("@uid", uid, StringComparison.Ordinal).Replace("@voucher", voucher, StringComparison.Ordinal);

    private static async Task<(string Uid, string Voucher)> OrderAsync(HuurayCaller caller)
    {
        var order = await caller.PostAsync(
            "Order",
            $$"""
            {"Product":{{Orders.Product()}},"Sync":true,"RefID":"wanted","DeliveryTemplateId":7310,"DeliveryDatetime":"2026-02-01T08:00:00.000Z",
             "Recipients":[{"Name":"Maja Ek","Email":"maja@example.test","Phone":"+46701234567","RefID":"emp-77"}]}
            """
        );
        return (order.Uid(), order.Vouchers()[0].IdText());
    }
}
