using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>The shared fault script against this twin: what was sold, and what the provider's own words are.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 1)]
    [InlineData(FaultKind.ResetBeforeCommit, 0)]
    [InlineData(FaultKind.ResetAfterCommit, 1)]
    [InlineData(FaultKind.CloseBeforeCommit, 0)]
    [InlineData(FaultKind.CloseAfterCommit, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    [InlineData(FaultKind.BrokenBody, 1)]
    [InlineData(FaultKind.EmptyBody, 1)]
    [InlineData(FaultKind.HtmlBody, 1)]
    [InlineData(FaultKind.OtherSuccessStatus, 1)]
    [InlineData(FaultKind.Redirect307, 0)]
    [InlineData(FaultKind.Unauthorized, 0)]
    [InlineData(FaultKind.RateLimited, 0)]
    [InlineData(FaultKind.ProductGone, 0)]
    [InlineData(FaultKind.BalanceEmpty, 0)]
    public async Task A_repeat_after_a_fault_ends_with_one_sale(FaultKind kind, int soldByThen)
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "branded_cards.order",
                Kind = kind,
                Occurrence = 1,
            }
        );

        await TryAsync(() => caller.OrderAsync("f-1"));
        var sold = caller.Twin.Ledger.Count;
        var repeat = await caller.OrderAsync("f-1");

        sold.ShouldBe(soldByThen);
        repeat.Status.ShouldBe(soldByThen == 1 ? HttpStatusCode.OK : HttpStatusCode.Created);
        caller.Twin.Ledger.SalesFor("f-1").ShouldHaveSingleItem();
        caller.Twin.Faults.History.Single().Key.ShouldBe("f-1");
    }

    [Theory]
    [InlineData(FaultKind.RateLimited, HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED")]
    [InlineData(FaultKind.Unauthorized, HttpStatusCode.Unauthorized, "UNAUTHORIZED")]
    [InlineData(FaultKind.ProductGone, HttpStatusCode.NotFound, "PRODUCT_NOT_FOUND")]
    [InlineData(FaultKind.BalanceEmpty, HttpStatusCode.PaymentRequired, "INSUFFICIENT_BALANCE")]
    public async Task Status_faults_speak_the_providers_words(FaultKind kind, HttpStatusCode status, string code)
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxCharges = false);
        caller.Twin.Faults.Add(new Fault { Kind = kind, RetryAfter = TimeSpan.FromSeconds(7) });

        foreach (
            var answer in (GiftronautAnswer[])
                [
                    await caller.OrderAsync("f-2"),
                    await caller.PostAsync("orders/reward-links", Bodies.Links, "f-3"),
                    await caller.PostAsync("campaigns/CA-9K2M4T7X/orders", """{"recipients":[{"email":"a@mail.example"}]}"""),
                ]
        )
        {
            (answer.Status, answer.Code).ShouldBe((status, code));
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        }
    }

    [Fact]
    public async Task A_late_commit_sells_after_a_look_up_found_nothing()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "branded_cards.order",
                Kind = FaultKind.LateCommit,
                Delay = TimeSpan.FromMinutes(1),
            }
        );

        await TryAsync(() => caller.OrderAsync("late-1"));
        var early = await caller.GetAsync("orders?clientOrderId=late-1");
        caller.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await caller.GetAsync("orders?clientOrderId=late-1");

        early.Data.ShouldBeEmpty();
        late.Data.Single().GetProperty("createdAt").GetString().ShouldBe("2026-01-15T12:01:00");
        caller.Twin.Ledger.SalesFor("late-1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_slow_commit_answers_when_it_has_sold()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "branded_cards.order",
                Kind = FaultKind.SlowCommit,
                Delay = TimeSpan.FromSeconds(9),
            }
        );

        var order = caller.OrderAsync("slow-1");
        await caller.Clock.WaitForTimersAsync(1);
        var before = caller.Twin.Ledger.Count;
        caller.Clock.Advance(TimeSpan.FromSeconds(9));

        (await order).Status.ShouldBe(HttpStatusCode.Created);
        (before, caller.Twin.Ledger.Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_fault_can_be_aimed_at_one_keys_order_and_look_up()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorAfterCommit, Key = "aimed-1" });

        (await caller.OrderAsync("other-1")).Status.ShouldBe(HttpStatusCode.Created);
        (await caller.OrderAsync("aimed-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await caller.GetAsync("orders?clientOrderId=aimed-1")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        caller.Twin.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_thousand_orders_through_random_faults_are_each_sold_once()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxRequestsPerMinute = null);
        caller.Twin.Requests.KeepContent = false;
        foreach (var kind in (FaultKind[])[FaultKind.CloseAfterCommit, FaultKind.ServerErrorBeforeCommit, FaultKind.BrokenBody])
        {
            caller.Twin.Faults.Add(
                new Fault
                {
                    Operation = "branded_cards.order",
                    Kind = kind,
                    Probability = 0.2m,
                }
            );
        }

        var keys = Enumerable.Range(0, 1_000).Select(i => "run-" + i).ToArray();
        await Parallel.ForEachAsync(
            keys,
            async (key, _) =>
            {
                while (await TryAsync(() => caller.OrderAsync(key)) is not { Status: HttpStatusCode.OK or HttpStatusCode.Created }) { }
            }
        );

        caller.Twin.Ledger.Count.ShouldBe(1_000);
        caller.Twin.Ledger.Duplicates.ShouldBe(0);
        caller.Twin.Faults.History.Count.ShouldBeGreaterThan(200);
    }

    private static async Task<GiftronautAnswer?> TryAsync(Func<Task<GiftronautAnswer>> call)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
