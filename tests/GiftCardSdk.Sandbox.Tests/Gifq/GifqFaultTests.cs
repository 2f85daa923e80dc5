using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqFaultTests
{
    [Theory]
    [InlineData(null, "1")]
    [InlineData(7, "7")]
    public async Task A_throttled_call_bears_the_provider_s_wait_or_the_fault_s(int? wait, string header)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(
            new Fault { Kind = FaultKind.RateLimited, RetryAfter = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null }
        );

        var refused = await desk.OrderAsync("r-1");

        refused.ShouldBeRefused(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].ShouldBe(header);
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized, HttpStatusCode.Unauthorized, false)]
    [InlineData(FaultKind.ProductGone, HttpStatusCode.UnprocessableEntity, true)]
    [InlineData(FaultKind.BalanceEmpty, HttpStatusCode.UnprocessableEntity, true)]
    public async Task A_refusal_on_request_is_gifq_s_own(FaultKind kind, HttpStatusCode status, bool withRequestId)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(new Fault { Kind = kind, Times = 1 });

        (await desk.OrderAsync("r-1")).ShouldBeRefused(status, withRequestId);
        desk.Twin.Ledger.Count.ShouldBe(0);
        (await desk.OrderAsync("r-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit, 0)]
    [InlineData(FaultKind.ResetBeforeCommit, 0)]
    [InlineData(FaultKind.CloseBeforeCommit, 0)]
    [InlineData(FaultKind.Redirect307, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 1)]
    [InlineData(FaultKind.ResetAfterCommit, 1)]
    [InlineData(FaultKind.CloseAfterCommit, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    [InlineData(FaultKind.BrokenBody, 1)]
    [InlineData(FaultKind.EmptyBody, 1)]
    [InlineData(FaultKind.HtmlBody, 1)]
    [InlineData(FaultKind.OtherSuccessStatus, 1)]
    public async Task A_fault_strikes_before_or_after_the_sale_and_a_repeat_never_sells_again(FaultKind kind, int sales)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Key = "r-1",
                Kind = kind,
                Times = 1,
                Location = new Uri("/elsewhere", UriKind.Relative),
            }
        );

        await TryAsync(() => desk.OrderAsync("r-1"));

        desk.Twin.Faults.History.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        desk.Twin.Ledger.Count.ShouldBe(sales);
        (await desk.OrderAsync("r-1")).Status.ShouldBe(sales == 0 ? HttpStatusCode.Created : HttpStatusCode.OK);
        desk.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_late_commit_comes_after_a_look_up_has_found_nothing()
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.LateCommit,
                Delay = TimeSpan.FromSeconds(30),
                Times = 1,
            }
        );

        await TryAsync(() => desk.OrderAsync("r-1"));

        (await desk.GetAsync("api/orders")).Rows.ShouldBeEmpty();
        desk.Clock.Advance(TimeSpan.FromSeconds(30));
        ((string?)(await desk.GetAsync("api/orders")).Rows.ShouldHaveSingleItem()!["reference"]).ShouldBe("r-1");
    }

    [Theory]
    [InlineData(FaultKind.SlowAnswer, 1)]
    [InlineData(FaultKind.SlowCommit, 0)]
    public async Task A_slow_order_answers_properly_in_the_end(FaultKind kind, int soldAtOnce)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = kind,
                Delay = TimeSpan.FromSeconds(60),
            }
        );

        var order = desk.OrderAsync("r-1");
        await desk.Clock.WaitForTimersAsync(1);

        desk.Twin.Ledger.Count.ShouldBe(soldAtOnce);
        desk.Clock.Advance(TimeSpan.FromSeconds(60));
        (await order).Status.ShouldBe(HttpStatusCode.Created);
        desk.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.BalanceEmpty)]
    [InlineData(FaultKind.ProductGone)]
    public async Task A_batch_can_be_refused_on_request_too(FaultKind kind)
    {
        await using var desk = await GifqDesk.OpenAsync();
        var campaign = await desk.ActiveCampaignAsync();
        desk.Twin.Faults.Add(new Fault { Operation = "payout_orders.create", Kind = kind });

        var refused = await desk.PostAsync(
            "api/payout-orders",
            $$"""{ "campaign_id": "{{campaign}}", "wallet_currency": "EUR", "expires_in_days": 1, "recipients": [ { "email": "a@fjord.example", "amount": 1, "currency": "EUR" } ] }"""
        );

        refused.ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Every_operation_can_be_struck_by_its_name()
    {
        await using var desk = await GifqDesk.OpenAsync();

        desk.Twin.Operations.Count.ShouldBe(19);
        desk.Twin.Operations.ShouldBeUnique(StringComparer.Ordinal);
        foreach (var operation in desk.Twin.Operations)
        {
            Should.NotThrow(() => desk.Twin.Faults.Add(new Fault { Operation = operation, Kind = FaultKind.RateLimited }));
        }
    }

    private static async Task TryAsync(Func<Task<GifqReply>> send)
    {
        try
        {
            await send();
        }
        catch (HttpRequestException)
        {
            // A lost answer is what was asked for.
        }
    }
}
