using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class BalanceTests
{
    [Fact]
    public async Task An_order_beyond_the_balance_is_refused_and_takes_nothing()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.SetBalance("USD", 29.99m);

        var answer = await caller.OrderAsync("b-1");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.PaymentRequired, "INSUFFICIENT_BALANCE"));
        answer["message"].GetString().ShouldBe("Order total 30.00 USD exceeds available balance 29.99 USD");
        caller.Twin.GetBalance().ShouldBe(29.99m);
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(true, 1_030, 1_000)]
    [InlineData(true, 1_029.99, 10_000)]
    [InlineData(false, 1_029.99, 999.99)]
    public async Task The_virtual_balance_is_refilled_when_an_order_leaves_too_little(bool refills, double before, double after)
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.RefillBelow = refills ? 1_000 : null);
        caller.Twin.SetBalance("USD", (decimal)before);

        await caller.OrderAsync("b-2");

        caller.Twin.GetBalance().ShouldBe((decimal)after);
    }

    [Fact]
    public async Task Productions_balance_is_not_refilled()
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: true);
        caller.Twin.SetBalance("USD", 40, caller.Twin.ProductionClientId);

        await caller.OrderAsync("b-3");

        caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId).ShouldBe(10);
    }

    [Fact]
    public async Task The_ledger_lists_movements_from_the_newest_and_can_be_narrowed()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("b-5");
        await caller.PostAsync("orders/reward-links", Bodies.Links, "b-6");

        var all = await caller.GetAsync("balance/ledger");
        var used = await caller.GetAsync("balance/ledger?type=USE&pageSize=1&page=2");

        all.Data.Select(entry => entry.GetProperty("type").GetString()).ShouldBe(["USE", "USE", "CHARGE"]);
        all.Data[0].GetProperty("balanceAfter").GetProperty("amount").GetDecimal().ShouldBe(9_910);
        used.Data.Single().GetProperty("referenceNumber").GetString().ShouldBe(id);
        used.Data.Single().GetProperty("amount").GetRawText().ShouldBe("""{"amount":30.00,"currency":"USD"}""");
        (await caller.GetAsync("balance/ledger?startDate=2026-01-16")).Data.ShouldBeEmpty();
        (await caller.GetAsync("balance/ledger?type=GIFT")).Code.ShouldBe("VALIDATION_ERROR");
    }

    [Fact]
    public async Task Other_members_of_the_balance_can_be_shown()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.ShowOptionalMembers = true);

        (await caller.GetAsync("balance"))["data"]
            .ShouldHaveTheShapeOf("""{"rewardBalance":{"amount":0,"currency":"USD"},"totalBalance":{"amount":0,"currency":"USD"}}""");
    }

    [Fact]
    public async Task A_top_up_is_pending_until_it_is_approved()
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: true);

        var answer = await caller.PostAsync("balance/charge", Bodies.TopUp);
        var before = caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId);
        caller.Twin.ApproveTopUp(answer["fundingNo"].GetString()!);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Json.ShouldHaveTheShapeOf(
            """{"fundingNo":"FN1","amount":{"amount":500.00,"currency":"USD"},"status":"PENDING","createdAt":"2026-01-15T12:00:00Z"}"""
        );
        (before, caller.Twin.GetBalance("USD", caller.Twin.ProductionClientId)).ShouldBe((10_000m, 10_500m));
        Should.Throw<ArgumentException>(() => caller.Twin.ApproveTopUp(answer["fundingNo"].GetString()!));
    }

    [Fact]
    public async Task The_sandbox_takes_no_top_ups()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.PostAsync("balance/charge", Bodies.TopUp);

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Forbidden, "FORBIDDEN"));
    }

    [Fact]
    public async Task Only_dollars_can_be_funded()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        Should.Throw<ArgumentException>(() => caller.Twin.SetBalance("EUR", 1)).Message.ShouldContain("USD");
        Should.Throw<ArgumentOutOfRangeException>(() => caller.Twin.SetBalance("USD", -1));
        caller.Twin.GetBalance("EUR").ShouldBe(0);
    }
}
