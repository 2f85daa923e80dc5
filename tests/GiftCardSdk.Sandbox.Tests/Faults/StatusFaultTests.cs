using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Faults;

public sealed class StatusFaultTests
{
    [Fact]
    public async Task A_scripted_rate_limit_names_no_wait_unless_told_to()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Operation = "direct_links.create", Kind = FaultKind.RateLimited });

        var answer = await caller.OrderDirectLinkAsync("limited-1");

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Code.ShouldBe("ERROR_TOO_MANY_REQUESTS");
        answer.Headers.RetryAfter.ShouldBeNull();
        caller.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Retry_after_is_written_in_seconds_or_as_a_date_by_the_sandboxs_clock()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var wait = TimeSpan.FromSeconds(90);
        caller.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.RateLimited,
                RetryAfter = wait,
                Times = 1,
            }
        );
        caller.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.ServerErrorBeforeCommit,
                RetryAfter = wait,
                RetryAfterAsDate = true,
                Status = 503,
            }
        );

        var seconds = await caller.GetAsync("ping");
        var date = await caller.GetAsync("ping");

        seconds.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(wait);
        date.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        date.Headers.RetryAfter.ShouldNotBeNull().Date.ShouldBe(caller.Clock.GetUtcNow() + wait);
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit, null, 500, 0)]
    [InlineData(FaultKind.ServerErrorBeforeCommit, 408, 408, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, null, 500, 1)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 504, 504, 1)]
    public async Task A_server_error_is_a_page_of_html_before_or_after_the_sale(FaultKind kind, int? status, int seen, int sales)
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = kind,
                Status = status,
            }
        );

        var answer = await caller.OrderDirectLinkAsync("down-1");

        ((int)answer.Status).ShouldBe(seen);
        answer.ContentHeaders.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/html");
        answer.Text.ShouldStartWith("<html>");
        caller.Twin.Ledger.Count.ShouldBe(sales);
    }

    [Fact]
    public async Task A_401_although_the_token_is_good_sells_nothing()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.Unauthorized, Times = 1 });

        var refused = await caller.OrderDirectLinkAsync("auth-1");
        var accepted = await caller.OrderDirectLinkAsync("auth-1");

        refused.Code.ShouldBe("ERROR_UNAUTHORIZED");
        accepted.Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_leads_back_so_that_following_it_is_seen()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = FaultKind.Redirect307,
                Times = 1,
            }
        );
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "ping",
                Kind = FaultKind.Redirect307,
                Status = 302,
                Location = new Uri("https://elsewhere.example/x"),
            }
        );

        var answer = await caller.OrderDirectLinkAsync("moved-1");
        var elsewhere = await caller.GetAsync("ping");

        answer.Status.ShouldBe(HttpStatusCode.TemporaryRedirect);
        answer.Headers.Location.ShouldBe(new Uri(caller.Twin.BaseAddress, "papi/v1/direct_links"));
        caller.Twin.Ledger.Count.ShouldBe(0);
        elsewhere.Status.ShouldBe(HttpStatusCode.Found);
        elsewhere.Headers.Location.ShouldBe(new Uri("https://elsewhere.example/x"));
    }

    [Fact]
    public async Task Another_success_status_carries_the_proper_body_and_a_sale()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Operation = "direct_links.create", Kind = FaultKind.OtherSuccessStatus });

        var answer = await caller.OrderDirectLinkAsync("accepted-1");

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer.Code.ShouldBe("INFO_CAMPAIGN_CREATED");
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_204_has_no_body_and_a_sale()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.OtherSuccessStatus, Status = 204 });

        var answer = await caller.OrderDirectLinkAsync("silent-1");

        (answer.Status, answer.Text).ShouldBe((HttpStatusCode.NoContent, ""));
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_product_can_be_gone_for_one_call()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ProductGone, Times = 2 });

        var detail = await caller.GetAsync("brands/northcafeus");
        var refused = await caller.OrderDirectLinkAsync("gone-1");
        var accepted = await caller.OrderDirectLinkAsync("gone-1");

        detail.Code.ShouldBe("ERROR_BRANDS_NO_SUCH_BRAND");
        refused.Code.ShouldBe("ERROR_CAMPAIGN_INVALID_BRAND");
        accepted.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_balance_can_be_empty_for_one_call()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "direct_links.create",
                Kind = FaultKind.BalanceEmpty,
                Occurrence = 1,
            }
        );

        var parked = await caller.OrderDirectLinkAsync("empty-1");
        var paid = await caller.OrderDirectLinkAsync("empty-2");

        parked.OrderStatus.ShouldBe("AWAITING_FUNDS");
        paid.OrderStatus.ShouldBe("API_CREATING");
    }
}
