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

    [Fact]
    public async Task The_only_recipient_gets_every_card()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await caller.PostAsync(
            "Order",
            $$"""
            {"Product":{{Orders.Product(quantity: 2)}},"Sync":false,"DeliveryTemplateId":7310,
             "Recipients":[{"Email":"maja@example.test","RefID":"emp-77"}]}
            """
        );
        caller.Clock.Advance(TimeSpan.FromSeconds(2));

        var found = await caller.SearchAsync("""{"RecipientEmail":"maja@example.test"}""");

        found.Vouchers().Select(voucher => Answer.Word(voucher.GetProperty("Recipient"), "RefID")).ShouldBe(["emp-77", "emp-77"]);
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
