namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class DeliveryTests
{
    [Theory]
    [InlineData(3, 1, 202)]
    [InlineData(3, 3, 202)]
    [InlineData(3, 2, 422)]
    [InlineData(1, 2, 422)]
    [InlineData(1, 0, 422)]
    public async Task There_is_one_recipient_or_as_many_as_cards(int quantity, int recipients, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var list = string.Join(',', Enumerable.Range(1, recipients).Select(n => $$"""{"Email":"r{{n}}@example.test"}"""));

        var order = await PostAsync(
            caller,
            quantity,
            $$"""
            "DeliveryTemplateId":7310,"Recipients":[{{list}}]
            """
        );

        order.Code().ShouldBe(status);
    }

    [Fact]
    public async Task The_only_recipient_gets_every_card()
    {
        await using var caller = await HuurayCaller.StartAsync();
        await PostAsync(
            caller,
            2,
            """
            "DeliveryTemplateId":7310,"Recipients":[{"Email":"maja@example.test","RefID":"emp-77"}]
            """
        );
        caller.Clock.Advance(TimeSpan.FromSeconds(2));

        var found = await caller.SearchAsync("""{"RecipientEmail":"maja@example.test"}""");

        found.Vouchers().Count.ShouldBe(2);
        found.Vouchers().ShouldAllBe(voucher => Answer.Word(voucher.GetProperty("Recipient"), "RefID") == "emp-77");
    }

    [Theory]
    [InlineData(7310, "\"Email\":\"maja@example.test\"", 202)]
    [InlineData(7310, "\"Email\":\"maja\"", 422)]
    [InlineData(7310, "\"Phone\":\"+46701234567\"", 422)]
    [InlineData(7320, "\"Phone\":\"+46701234567\"", 202)]
    [InlineData(7320, "\"Email\":\"maja@example.test\"", 422)]
    [InlineData(9999, "\"Email\":\"maja@example.test\"", 404)]
    public async Task The_template_decides_which_address_a_recipient_needs(int template, string address, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var order = await PostAsync(
            caller,
            1,
            $$"""
            "DeliveryTemplateId":{{template}},"Recipients":[{ {{address}} }]
            """
        );

        order.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("\"DeliveryTemplateId\":7310,", "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", 202)]
    [InlineData("\"DeliveryTemplateId\":7310,", "7c9d2a54-1b3e-4f67-a0c8-5e8d41f3b620", 422)]
    [InlineData("\"DeliveryTemplateId\":7310,", "nobody", 422)]
    [InlineData("\"DeliveryTemplateId\":7320,", "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", 422)]
    [InlineData("", "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11", 422)]
    public async Task A_pdf_needs_an_email_template_and_fits_the_product(string template, string pdf, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var order = await PostAsync(
            caller,
            1,
            $$"""
            {{template}}"DeliveryPDFTemplateUid":"{{pdf}}","Recipients":[{"Email":"maja@example.test","Phone":"+46701234567"}]
            """
        );

        order.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("2026-01-15T12:00:01Z", 202)]
    [InlineData("2026-01-15T11:59:59Z", 422)]
    public async Task Cards_are_sent_now_or_later_and_not_before(string time, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var order = await PostAsync(
            caller,
            1,
            $$"""
            "DeliveryTemplateId":7310,"DeliveryDatetime":"{{time}}","Recipients":[{"Email":"maja@example.test"}]
            """
        );

        order.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 422)]
    public async Task A_delivered_card_can_be_cancelled_as_the_switch_says(bool cancellable, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.DeliveredCardsCancellable = cancellable);
        var uid = (await caller.OrderByMailAsync("sent", "maja@example.test")).Uid();
        caller.Clock.Advance(TimeSpan.FromSeconds(3));

        (await caller.CancelAsync($$"""{"OrderUID":"{{uid}}"}""")).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_synchronous_order_with_a_template_returns_its_cards_and_delivers_them_as_the_switch_says(bool deliver, int events)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.DeliverSyncOrders = deliver);

        var order = await caller.PostAsync("Order", Orders.Mailed("both", sync: true, "maja@example.test"));
        caller.Clock.Advance(TimeSpan.FromSeconds(1));

        order.Vouchers().ShouldHaveSingleItem();
        caller.Twin.Webhooks.Count(webhook => webhook.Event == "delivery").ShouldBe(events);
    }

    private static Task<Answer> PostAsync(HuurayCaller caller, int quantity, string rest) =>
        caller.PostAsync("Order", $$"""{"Product":{{Orders.Product(quantity: quantity)}},"Sync":false,{{rest}}}""");
}
