namespace GiftCardSdk.Gifq.Tests;

/// <summary>What each operation puts on the wire, compared with the documents member by member.</summary>
public sealed class RequestTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Forms => [.. Further.Keys];

    public static TheoryData<string> Assumed => [.. Elsewhere.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_operation_sends_the_documented_request(string operation) =>
        SendsAsync(WireCalls.All[operation].Example, WireCalls.All[operation].Call);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Each_form_of_a_request_goes_out_word_for_word(string example) => SendsAsync(example, Further[example]);

    [Theory]
    [MemberData(nameof(Assumed))]
    public Task What_is_assumed_can_be_otherwise(string example) =>
        SendsAsync(
            example,
            Elsewhere[example],
            options =>
            {
                options.WireAssumptions.PayoutOrderPath = "api/batches/{id}/show";
                options.WireAssumptions.ChangesCampaignStateByUpdate = true;
            }
        );

    [Fact]
    public async Task An_id_cannot_lead_elsewhere()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        await accounts.Api.GetOrderAsync("../balances?a");

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/api/orders/..%2Fbalances%3Fa");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    [InlineData(null, 21)]
    public async Task A_page_that_cannot_be_is_refused_here(int? page, int? limit)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);

        var mistake = await Should.ThrowAsync<ArgumentException>(() => accounts.Api.ListOrdersAsync(new() { Page = page, Limit = limit }));

        mistake.ParamName.ShouldBe("page");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_batch_of_too_many_or_none_is_refused_here(int recipients)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var batch = Requests.Batch(WireCalls.Campaign) with
        {
            Recipients = [.. Enumerable.Repeat(Requests.Batch(WireCalls.Campaign).Recipients[0], recipients)],
        };

        var mistake = await Should.ThrowAsync<ArgumentException>(() => accounts.Api.CreatePayoutOrderAsync(batch));

        mistake.Message.ShouldContain("a batch has 1 to 1000");
        server.Requests.ShouldBeEmpty();
    }

    private static Dictionary<string, Func<IGifqApi, Task>> Further =>
        new(StringComparer.Ordinal)
        {
            ["products-list"] = api => api.ListProductsAsync(new() { Page = 1, Limit = 20 }),
            ["order-create-cross-currency"] = api =>
                api.CreateOrderAsync(WireCalls.NewOrder with { PaymentCurrency = "EUR", Reference = "fjord-000418" }),
            ["orders-list"] = api => api.ListOrdersAsync(new() { Page = 1, Limit = 2 }),
            ["campaigns-list-second"] = api => api.ListCampaignsAsync(new() { Page = 2 }),
            ["campaign-create-full"] = api =>
                api.CreateCampaignAsync(
                    new()
                    {
                        Name = "n",
                        SenderName = "s",
                        Description = "d",
                        WebpageHeadline = "wh",
                        WebpageBody = "wb",
                        EmailSubject = "es",
                        EmailBody = "eb",
                        ExcludedBrandIds = ["b-1"],
                    }
                ),
            ["campaign-update-description-null"] = api => api.UpdateCampaignAsync(WireCalls.Campaign, new() { ClearsDescription = true }),
            ["campaign-catalog-third"] = api => api.ListCampaignProductsAsync(WireCalls.Campaign, new() { Page = 3 }),
            ["payout-orders-list-five"] = api => api.ListPayoutOrdersAsync(new() { Limit = 5 }),
            ["payouts-list"] = api => api.ListPayoutsAsync(new() { Page = 1 }),
            ["transactions-list"] = api => api.ListTransactionsAsync(new() { Page = 1 }),
        };

    private static Dictionary<string, Func<IGifqApi, Task>> Elsewhere =>
        new(StringComparer.Ordinal)
        {
            ["campaign-activate-by-status"] = api => api.ActivateCampaignAsync(WireCalls.Campaign),
            ["campaign-pause-by-status"] = api => api.PauseCampaignAsync(WireCalls.Campaign),
            ["campaign-archive-by-status"] = api => api.ArchiveCampaignAsync(WireCalls.Campaign),
            ["payout-order-get-elsewhere"] = api => api.GetPayoutOrderAsync("po-218"),
        };

    private static async Task SendsAsync(string example, Func<IGifqApi, Task> call, Action<GifqOptions>? configure = null)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, configure);
        await server.ShouldReceiveAsync(example, () => call(accounts.Api));
    }
}
