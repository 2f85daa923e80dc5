using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Faults;

public sealed class LateFaultTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_slow_answer_has_sold_long_before_it_comes()
    {
        await using var caller = await StartAsync(FaultKind.SlowAnswer);

        var slow = caller.OrderDirectLinkAsync("slow-1");
        await caller.Clock.WaitForTimersAsync(1);
        var soldMeanwhile = caller.Twin.Ledger.Count;
        var answeredMeanwhile = slow.IsCompleted;
        caller.Clock.Advance(Delay);
        var answer = await slow;

        (soldMeanwhile, answeredMeanwhile).ShouldBe((1, false));
        answer.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_slow_commit_sells_late_and_then_answers()
    {
        await using var caller = await StartAsync(FaultKind.SlowCommit);

        var slow = caller.OrderDirectLinkAsync("slow-2");
        await caller.Clock.WaitForTimersAsync(1);
        var soldMeanwhile = caller.Twin.Ledger.Count;
        caller.Clock.Advance(Delay);
        var answer = await slow;

        soldMeanwhile.ShouldBe(0);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_gave_up_on_a_slow_commit_has_bought_all_the_same()
    {
        await using var caller = await StartAsync(FaultKind.SlowCommit);
        using var patience = new CancellationTokenSource();

        var slow = caller.Http.PostAsync(
            new Uri("papi/v1/direct_links", UriKind.Relative),
            new StringContent(
                """{"id":"slow-3","price_in_cents":2500,"brand_codes":["northcafeus"]}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
            patience.Token
        );
        await caller.Clock.WaitForTimersAsync(1);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => slow);
        caller.Clock.Advance(Delay);

        caller.Twin.Ledger.SalesFor("slow-3").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_late_commit_comes_after_the_look_up_said_not_found()
    {
        await using var caller = await StartAsync(FaultKind.LateCommit);
        var sent = caller.Clock.GetUtcNow();

        var error = await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync("late-1"));
        var missing = await caller.GetAsync("campaign/late-1");
        var soldMeanwhile = caller.Twin.Ledger.Count;
        caller.Clock.Advance(Delay + TimeSpan.FromHours(1));
        var found = await caller.GetAsync("campaign/late-1");

        error.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        missing.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        soldMeanwhile.ShouldBe(0);
        found.Status.ShouldBe(HttpStatusCode.OK);
        found.OrderStatus.ShouldBe("CAMPAIGN_CREATED");
        caller.Twin.Ledger.SalesFor("late-1").ShouldHaveSingleItem().SoldAt.ShouldBe(sent + Delay);
    }

    [Fact]
    public async Task A_repeat_before_the_late_commit_still_makes_one_sale()
    {
        await using var caller = await StartAsync(FaultKind.LateCommit);

        await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync("late-2"));
        await caller.OrderDirectLinkAsync("late-2");
        caller.Clock.Advance(Delay);

        caller.Twin.Ledger.SalesFor("late-2").ShouldHaveSingleItem();
    }

    private static async Task<GiftbitCaller> StartAsync(FaultKind kind)
    {
        var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = kind,
                Delay = Delay,
                Times = 1,
            }
        );
        return caller;
    }
}
