namespace GiftCardSdk.Sandbox.Tests.Huuray;

public sealed class OrderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Codes_are_blank_unless_the_account_may_see_them(bool returnCode)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.ReturnCode = returnCode);

        var voucher = (await caller.OrderAsync("codes")).Vouchers().ShouldHaveSingleItem();

        foreach (var name in new[] { "Code", "CVV", "RedeemLink" })
        {
            Answer.Word(voucher, name).ShouldNotBeNull().Length.ShouldBeInRange(returnCode ? 1 : 0, returnCode ? 60 : 0);
        }
    }

    [Theory]
    [InlineData("pt-free-choice-se", true)]
    [InlineData("pt-lantern-books-se", false)]
    public async Task A_product_may_have_links_alone_or_codes_alone(string token, bool link)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var voucher = (await caller.PostAsync("Order", Orders.Of(Orders.Product(token, 10_000)))).Vouchers()[0];

        (Answer.Word(voucher, "RedeemLink") is null, Answer.Word(voucher, "Code") is null).ShouldBe((!link, link));
    }

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
    [InlineData(HuurayMissingVouchers.Null, "null")]
    [InlineData(HuurayMissingVouchers.EmptyArray, "[]")]
    public async Task Vouchers_that_are_not_there_yet_are_written_as_the_switch_says(HuurayMissingVouchers setting, string text)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.MissingVouchers = setting);

        var order = await caller.PostAsync("Order", Orders.Returned("later", sync: false));

        order.Json.GetProperty("Vouchers").GetRawText().ShouldBe(text);
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

    [Fact]
    public async Task The_statuses_of_acceptance_are_switches()
    {
        await using var caller = await HuurayCaller.StartAsync(options => (options.SyncOrderStatus, options.AsyncOrderStatus) = (200, 200));

        (await caller.OrderAsync("now")).Code().ShouldBe(200);
        (await caller.PostAsync("Order", Orders.Returned("later", sync: false))).Code().ShouldBe(200);
    }

    [Theory]
    [InlineData(true, 25, 201)]
    [InlineData(true, 26, 422)]
    [InlineData(false, 26, 202)]
    [InlineData(true, 0, 422)]
    [InlineData(false, -1, 422)]
    [InlineData(false, 10_001, 422)]
    public async Task Only_synchronous_orders_are_limited_to_25_cards(bool sync, int quantity, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.PostAsync("Order", Orders.Returned("many", quantity, sync))).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("pt-nord-kaffe-se", 25_001, "SEK")]
    [InlineData("pt-nord-kaffe-se", 25_000, "DKK")]
    [InlineData("pt-nord-kaffe-flex-se", 4_999, "SEK")]
    [InlineData("pt-nord-kaffe-flex-se", 500_001, "SEK")]
    [InlineData("pt-nord-kaffe-flex-se", -1, "SEK")]
    public async Task A_value_or_currency_that_is_not_on_sale_is_refused(string token, int value, string currency)
    {
        await using var caller = await HuurayCaller.StartAsync();

        (await caller.PostAsync("Order", Orders.Of(Orders.Product(token, value, currency)))).Code().ShouldBe(422);
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_statuses_for_what_cannot_be_bought_are_switches()
    {
        await using var caller = await HuurayCaller.StartAsync();
        string[] tokens = ["pt-nobody", HuurayTwin.UnavailableProductToken, "pt-winter-closed-se"];

        var usual = await StatusesAsync(caller, tokens);
        caller.Twin.Options.UnknownProductStatus = 422;
        caller.Twin.Options.ProductUnavailableStatus = 403;

        usual.ShouldBe([404, 422, 422]);
        (await StatusesAsync(caller, tokens)).ShouldBe([422, 403, 403]);
    }

    [Theory]
    [InlineData("2027-01-31T22:00:00.000Z", 201)]
    [InlineData("2028-01-15T23:59:59Z", 201)]
    [InlineData("2028-01-16T00:00:00Z", 422)]
    [InlineData("2026-01-15T11:59:59Z", 422)]
    [InlineData("soon", 400)]
    public async Task An_expiry_is_in_the_future_and_not_later_than_the_products_own(string expires, int status)
    {
        await using var caller = await HuurayCaller.StartAsync();
        var product = Orders.Product().Replace("}", $$""","Expires":"{{expires}}"}""", StringComparison.Ordinal);

        (await caller.PostAsync("Order", Orders.Of(product))).Code().ShouldBe(status);
    }

    [Theory]
    [InlineData(true, "2028-01-15T23:59:59Z")]
    [InlineData(false, "2028-01-15T23:59:59")]
    public async Task Times_carry_a_Z_or_no_offset_at_all(bool withOffset, string expires)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.TimesWithOffset = withOffset);

        Answer.Word((await caller.OrderAsync("time")).Vouchers()[0], "Expires").ShouldBe(expires);
    }

    [Theory]
    [InlineData("""{"Sync":true}""")]
    [InlineData("""{"Product":null,"Sync":true}""")]
    [InlineData("""{"Product":{"Token":"pt-nord-kaffe-se","Value":25000,"Currency":"SEK","Quantity":1}}""")]
    [InlineData("""{"Product":{"Token":"","Value":25000,"Currency":"SEK","Quantity":1},"Sync":true}""")]
    [InlineData("""{"Product":{"Token":"pt-nord-kaffe-se","Value":25000,"Currency":"","Quantity":1},"Sync":true}""")]
    [InlineData("""{"Product":{"Token":"pt-nord-kaffe-se","Value":250.5,"Currency":"SEK","Quantity":1},"Sync":true}""")]
    [InlineData("""{"Product":{"Token":"pt-nord-kaffe-se","Value":25000,"Currency":"SEK"},"Sync":true}""")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_malformed_body_is_the_frameworks_400(string body)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var answer = await caller.PostAsync("Order", body);

        answer.Code().ShouldBe(400);
        answer.Json.GetProperty("status").GetInt32().ShouldBe(400);
        answer.Json.TryGetProperty("StatusMessage", out _).ShouldBeFalse();
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 201)]
    public async Task A_member_nobody_documented_is_refused_or_ignored(bool reject, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.RejectUnknownMembers = reject);

        var answer = await caller.PostAsync("Order", $$"""{"Product":{{Orders.Product()}},"Sync":true,"SenderName":"Demo"}""");

        answer.Code().ShouldBe(status);
    }

    [Theory]
    [InlineData("AdditionalReference")]
    [InlineData("CustomerReference")]
    [InlineData("ArticleNumber")]
    [InlineData("Description")]
    public async Task An_invoice_text_needs_the_accounts_option_and_has_250_characters(string name)
    {
        await using var caller = await HuurayCaller.StartAsync();

        var without = await OrderWithAsync(caller, name, "short");
        caller.Twin.Options.InvoiceFields = true;

        without.Code().ShouldBe(422);
        (await OrderWithAsync(caller, name, new string('x', 250))).Code().ShouldBe(201);
        (await OrderWithAsync(caller, name, new string('x', 251))).Code().ShouldBe(422);
    }

    [Theory]
    [InlineData(null, 201)]
    [InlineData(20, 422)]
    public async Task References_may_have_a_longest_length(int? longest, int status)
    {
        await using var caller = await HuurayCaller.StartAsync(options => options.LongestRefId = longest);

        (await caller.OrderAsync(new string('r', 21))).Code().ShouldBe(status);
    }

    private static Task<Answer> OrderWithAsync(HuurayCaller caller, string name, string text) =>
        caller.PostAsync("Order", $$"""{"Product":{{Orders.Product()}},"Sync":true,"{{name}}":"{{text}}"}""");

    private static async Task<int[]> StatusesAsync(HuurayCaller caller, params string[] tokens)
    {
        var statuses = new List<int>();
        foreach (var token in tokens)
        {
            statuses.Add((await caller.PostAsync("Order", Orders.Of(Orders.Product(token)))).Code());
        }

        return [.. statuses];
    }
}
