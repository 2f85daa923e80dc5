using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Hosting;

public sealed class ControlTests
{
    [Fact]
    public async Task Faults_are_set_listed_and_cleared_over_http()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var added = await PostAsync(
            caller,
            "giftbit/faults",
            """{"operation":"ping","kind":"RateLimited","occurrence":1,"retryAfterSeconds":2.5,"delaySeconds":1}"""
        );
        var struck = await caller.GetAsync("ping");
        var listed = await ControlAsync(caller, HttpMethod.Get, "giftbit/faults");
        var history = await ControlAsync(caller, HttpMethod.Get, "giftbit/faults/history");
        await ControlAsync(caller, HttpMethod.Delete, "giftbit/faults");

        added.Status.ShouldBe(HttpStatusCode.OK);
        struck.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        struck.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(TimeSpan.FromSeconds(3));
        listed.Json[0].GetProperty("delaySeconds").GetDouble().ShouldBe(1);
        Answer.Word(history.Json[0], "kind").ShouldBe("RateLimited");
        caller.Twin.Faults.Active.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gateways_words_are_set_over_http()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        const string Fault =
            """{"kind":"ServerErrorAfterCommit","status":403,"body":"No entry.","contentType":"text/plain","isCut":false}""";

        await PostAsync(caller, "giftbit/faults", Fault);
        var answer = await caller.OrderDirectLinkAsync("gateway-1");
        var listed = (await ControlAsync(caller, HttpMethod.Get, "giftbit/faults")).Json[0];

        (answer.Status, answer.Text).ShouldBe((HttpStatusCode.Forbidden, "No entry."));
        (Answer.Word(listed, "body"), Answer.Word(listed, "contentType")).ShouldBe(("No entry.", "text/plain"));
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"operation":"nonsense","kind":"RateLimited"}""", "nonsense")]
    [InlineData("""{"kind":"Nonsense"}""", "kind")]
    [InlineData("""{"kind":"RateLimited","occurence":1}""", "occurence")]
    [InlineData("not json", "invalid JSON")]
    public async Task A_mistake_in_a_fault_is_answered_in_words(string body, string words)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await PostAsync(caller, "giftbit/faults", body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        Answer.Word(answer.Json, "error").ShouldNotBeNull().ShouldContain(words);
        caller.Twin.Faults.Active.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ledger_and_traffic_are_read_over_http()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderDirectLinkAsync("c-1", links: 2);

        var ledger = (await ControlAsync(caller, HttpMethod.Get, "giftbit/ledger")).Json;
        var counts = (await ControlAsync(caller, HttpMethod.Get, "giftbit/requests/counts")).Json;
        var requests = await ControlAsync(caller, HttpMethod.Get, "giftbit/requests");
        await ControlAsync(caller, HttpMethod.Delete, "giftbit/requests");

        ledger.GetProperty("cards").GetInt32().ShouldBe(2);
        ledger.GetProperty("duplicates").GetInt32().ShouldBe(0);
        Answer.Word(ledger.GetProperty("entries")[0], "clientKey").ShouldBe("c-1");
        counts.GetProperty("counts").GetProperty("direct_links.create").GetInt32().ShouldBe(1);
        requests.Json[0].GetProperty("status").GetInt32().ShouldBe(200);
        requests.Text.ShouldNotContain(caller.Twin.ApiToken);
        caller.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Balances_are_set_and_added_to_over_http()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        await ControlAsync(caller, HttpMethod.Put, "giftbit/balances/USD", """{"cents":100}""");
        await PostAsync(caller, "giftbit/balances/USD/add", """{"cents":50}""");
        var balances = await ControlAsync(caller, HttpMethod.Get, "giftbit/balances");
        var refused = await ControlAsync(caller, HttpMethod.Put, "giftbit/balances/dollars", """{"cents":1}""");

        balances.Json.GetProperty("USD").GetInt64().ShouldBe(150);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_clock_made_for_it_is_moved_over_http()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = new SandboxClock());
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using var day = new StringContent("""{"seconds":86400}""");

        using var response = await http.PostAsync(new Uri("_sandbox/clock/advance", UriKind.Relative), day);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((SandboxClock)sandbox.TimeProvider).Offset.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Any_other_clock_stays_where_it_is()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var before = caller.Clock.GetUtcNow();

        (await PostAsync(caller, "clock/advance", """{"seconds":1}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        caller.Clock.GetUtcNow().ShouldBe(before);
    }

    [Fact]
    public async Task Faults_never_strike_the_controls()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.ResetBeforeCommit });

        (await ControlAsync(caller, HttpMethod.Get, "giftbit/ledger")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_help_page_and_its_json_name_every_address_credential_and_route()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var page = await caller.SendAsync(HttpMethod.Get, "");
        var overview = await caller.SendAsync(HttpMethod.Get, "_sandbox");

        page.Text.ShouldContain(caller.Twin.BaseAddress.ToString());
        page.Text.ShouldContain(caller.Twin.ApiToken);
        page.Text.ShouldContain("/_sandbox/giftbit/faults");
        var twin = overview.Json.GetProperty("twins")[0];
        Answer.Word(twin.GetProperty("credentials"), "api token").ShouldBe(caller.Twin.ApiToken);
        twin.GetProperty("operations").GetArrayLength().ShouldBe(15);
        overview.Json.GetProperty("faultKinds").GetArrayLength().ShouldBe(Enum.GetValues<FaultKind>().Length);
    }

    [Fact]
    public async Task The_pretend_recipient_acts_over_http()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("p-1", "mira@mail.example");
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var reward = Answer.Word((await caller.GetAsync("gifts?campaign_id=p-1")).Gifts[0], "uuid");

        await PostAsync(caller, $"giftbit/rewards/{reward}/claim", "");
        var again = await PostAsync(caller, $"giftbit/rewards/{reward}/claim", "");
        var nobody = await PostAsync(caller, "giftbit/rewards/nobody/claim", "");

        Answer.Word((await caller.GetAsync("gifts?campaign_id=p-1")).Gifts[0], "status").ShouldBe("REDEEMED");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        nobody.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<Answer> PostAsync(GiftbitCaller caller, string path, string body) =>
        ControlAsync(caller, HttpMethod.Post, path, body);

    private static Task<Answer> ControlAsync(GiftbitCaller caller, HttpMethod method, string path, string? body = null) =>
        caller.SendAsync(method, "_sandbox/" + path, body);
}
