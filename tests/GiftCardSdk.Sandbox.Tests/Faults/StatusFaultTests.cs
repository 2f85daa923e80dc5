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

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 1)]
    public async Task A_gateway_answers_in_the_providers_stead_in_words_of_its_own(FaultKind kind, int sales)
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var gateway = new Fault
        {
            Kind = kind,
            Status = 403,
            Times = 1,
        };
        caller.Twin.Faults.Add(gateway with { Body = """{"message":"Forbidden"}""" });
        caller.Twin.Faults.Add(gateway with { Body = "No entry.", ContentType = "text/plain", Status = 451 });
        caller.Twin.Faults.Add(gateway with { Body = "" });

        var json = await caller.OrderDirectLinkAsync("gateway-1");
        var text = await caller.OrderDirectLinkAsync("gateway-1");
        var empty = await caller.OrderDirectLinkAsync("gateway-1");

        ((int)json.Status, json.Text, json.ContentHeaders.ContentType?.MediaType).ShouldBe(
            (403, """{"message":"Forbidden"}""", "application/json")
        );
        ((int)text.Status, text.Text, text.ContentHeaders.ContentType?.MediaType).ShouldBe((451, "No entry.", "text/plain"));
        ((int)empty.Status, empty.Text).ShouldBe((403, ""));
        caller.Twin.Ledger.Count.ShouldBe(sales);
    }

    [Fact]
    public async Task An_answer_in_the_providers_stead_can_break_off()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.ServerErrorAfterCommit,
                Status = 400,
                Body = """{"message":"Bad Request"}""",
                IsCut = true,
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => caller.OrderDirectLinkAsync("cut-1"));

        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(304)]
    [InlineData(302)]
    public async Task A_status_without_a_body_is_played_too(int status)
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorAfterCommit, Status = status });

        ((int)(await caller.OrderDirectLinkAsync("not-modified-1")).Status).ShouldBe(status);
        caller.Twin.Ledger.Count.ShouldBe(1);
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
