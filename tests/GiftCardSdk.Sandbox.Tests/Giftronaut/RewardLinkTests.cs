using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class RewardLinkTests
{
    [Fact]
    public async Task Links_are_paid_for_at_once_and_can_be_read_when_complete()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.CompletionDelay = TimeSpan.FromSeconds(1));
        var id = (await caller.PostAsync("orders/reward-links", Bodies.Links, "l-1")).OrderId;

        var early = await caller.ReadAsync(id);
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var done = await caller.ReadAsync(id);

        caller.Twin.GetBalance().ShouldBe(9_940);
        early.Recipients.ShouldAllBe(recipient => recipient.GetProperty("rewardLink").ValueKind == JsonValueKind.Null);
        (done.OrderStatus, done["orderType"].GetString()).ShouldBe(("COMPLETE", "LINK"));
        done.Recipients.ShouldAllBe(recipient => recipient.GetProperty("email").ValueKind == JsonValueKind.Null);
        done.Recipients.Select(recipient => recipient.GetProperty("rewardLink").GetString())
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(3);
        var sale = caller.Twin.Ledger.SalesFor("l-1").Single();
        (sale.Operation, sale.Cards, sale.AmountInMinorUnits).ShouldBe(("reward_links.order", 3, 6_000));
    }

    [Fact]
    public async Task A_repeat_is_a_conflict_that_names_the_original_whatever_it_asks_for()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = (await caller.PostAsync("orders/reward-links", Bodies.Links, "l-2")).OrderId;

        var other = await caller.PostAsync("orders/reward-links", Bodies.Links.Replace(":3", ":1", StringComparison.Ordinal), "l-2");

        (other.Status, other.OrderId).ShouldBe((HttpStatusCode.Conflict, id));
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("orders/reward-links", FaultKind.ProductGone, "PRODUCT_NOT_FOUND")]
    [InlineData("orders/reward-links", FaultKind.BalanceEmpty, "INSUFFICIENT_BALANCE")]
    [InlineData("campaigns/CA-9K2M4T7X/orders", FaultKind.ProductGone, "PRODUCT_NOT_FOUND")]
    [InlineData("campaigns/CA-9K2M4T7X/orders", FaultKind.BalanceEmpty, "INSUFFICIENT_BALANCE")]
    public async Task Every_way_to_buy_can_be_refused_on_request(string path, FaultKind kind, string code)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = kind });
        var body = path == "orders/reward-links" ? Bodies.Links : """{"recipients":[{"email":"a@mail.example"}]}""";

        (await caller.PostAsync(path, body, "l-3")).Code.ShouldBe(code);
        caller.Twin.Ledger.Count.ShouldBe(0);
    }
}
