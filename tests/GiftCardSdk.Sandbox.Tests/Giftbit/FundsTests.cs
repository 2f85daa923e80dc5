using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class FundsTests
{
    [Fact]
    public async Task An_order_moves_money_from_available_to_reserved_and_a_claim_spends_it()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 10_000);

        await caller.OrderDirectLinkAsync("money-1", links: 2);
        var reserved = await DollarsAsync(caller);
        caller.Twin.ClaimAll("money-1");
        var spent = await DollarsAsync(caller);

        reserved.ShouldBe((5_000, 0, 5_000));
        spent.ShouldBe((5_000, 0, 0));
        caller.Twin.Ledger.TotalCharged["USD"].ShouldBe(5_000);
    }

    [Fact]
    public async Task Without_funds_the_order_is_accepted_parked_and_released_when_funds_come()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 0);

        var parked = await caller.OrderDirectLinkAsync("parked-1");
        var links = await caller.GetAsync("links/parked-1");
        caller.Clock.Advance(TimeSpan.FromHours(1));
        var waiting = await caller.GetAsync("campaign/parked-1");
        var chargedBefore = caller.Twin.Ledger.TotalCharged.Count;
        caller.Twin.AddFunds("USD", 2_500);
        var released = await caller.GetAsync("campaign/parked-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var done = await caller.GetAsync("campaign/parked-1");

        parked.Status.ShouldBe(HttpStatusCode.OK);
        parked.Code.ShouldBe("INFO_CAMPAIGN_CREATED_FUNDS_REQUIRED");
        parked.OrderStatus.ShouldBe("AWAITING_FUNDS");
        parked.Json.TryGetProperty("direct_links", out _).ShouldBeFalse();
        links.Code.ShouldBe("INFO_LINKS_GENERATION_IN_PROGRESS");
        waiting.OrderStatus.ShouldBe("AWAITING_FUNDS");
        chargedBefore.ShouldBe(0);
        released.OrderStatus.ShouldBe("API_CREATING");
        done.OrderStatus.ShouldBe("CAMPAIGN_CREATED");
        caller.Twin.Balances["USD"].ShouldBe(0);
        caller.Twin.Ledger.SalesFor("parked-1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_repeat_of_a_parked_order_says_again_that_funds_are_needed()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 0);
        await caller.OrderDirectLinkAsync("parked-2");

        (await caller.OrderDirectLinkAsync("parked-2")).Code.ShouldBe("INFO_CAMPAIGN_CREATED_FUNDS_REQUIRED");
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Money_on_its_way_parks_the_order_as_pending_and_releases_it_when_cleared()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 0);
        caller.Twin.SetPendingFunds("USD", 2_500);

        var parked = await caller.OrderDirectLinkAsync("pending-1");
        caller.Twin.ClearPendingFunds("USD");

        parked.Code.ShouldBe("INFO_CAMPAIGN_CREATED_FUNDS_PENDING");
        (await caller.GetAsync("campaign/pending-1")).OrderStatus.ShouldBe("API_CREATING");
        (await DollarsAsync(caller)).ShouldBe((0, 0, 2_500));
    }

    [Fact]
    public async Task A_top_up_through_the_api_releases_what_waits()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 0);
        await caller.OrderDirectLinkAsync("wait-1");

        await caller.PostAsync("funds", """{"id":"top-1","currencyisocode":"USD","fund_amount_in_cents":25000}""");

        (await caller.GetAsync("campaign/wait-1")).OrderStatus.ShouldBe("API_CREATING");
        caller.Twin.Balances["USD"].ShouldBe(22_500);
    }

    [Theory]
    [InlineData(500, "CAD", 400, "ERROR_FUNDS_INVALID_FUND_AMOUNT")]
    [InlineData(1_000_001, "CAD", 400, "ERROR_FUNDS_INVALID_FUND_AMOUNT")]
    [InlineData(60_000, "EUR", 400, "ERROR_SIM_INVALID_CURRENCY")]
    public async Task A_top_up_is_refused(int cents, string currency, int status, string code)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync(
            "funds",
            $$"""{"id":"top-2","currencyisocode":"{{currency}}","fund_amount_in_cents":{{cents}}}"""
        );

        ((int)answer.Status).ShouldBe(status);
        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Balances_are_reported_by_currency_and_beyond_32_bits()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var funds = await caller.GetAsync("funds");

        funds.Code.ShouldBe("INFO_FUNDS");
        funds
            .Json.GetProperty("fundsbycurrency")
            .GetProperty("USD")
            .GetProperty("available_in_cents")
            .GetInt64()
            .ShouldBeGreaterThan(int.MaxValue);
    }

    [Fact]
    public async Task A_currency_is_three_upper_case_letters()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        Should.Throw<ArgumentException>(() => caller.Twin.SetBalance("usd", 1)).Message.ShouldContain("usd");
    }

    private static async Task<(long Available, long Pending, long Reserved)> DollarsAsync(GiftbitCaller caller)
    {
        var dollars = (await caller.GetAsync("funds")).Json.GetProperty("fundsbycurrency").GetProperty("USD");
        return (Cents(dollars, "available_in_cents"), Cents(dollars, "pending_in_cents"), Cents(dollars, "reserved_in_cents"));
    }

    private static long Cents(JsonElement funds, string name) => funds.GetProperty(name).GetInt64();
}
