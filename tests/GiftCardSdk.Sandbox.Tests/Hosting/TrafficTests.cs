namespace GiftCardSdk.Sandbox.Tests.Hosting;

public sealed class TrafficTests
{
    [Fact]
    public async Task An_arrival_shows_the_request_word_for_word()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        await caller.SendAsync(
            HttpMethod.Post,
            "papi/v1/direct_links?a=b%20c",
            """{ "nested": { "id": "no" }, "id": "wire-1" }""",
            ("X-Probe", "yes")
        );

        var arrival = caller.Twin.Requests.All.ShouldHaveSingleItem();
        (arrival.Sequence, arrival.Operation, arrival.Method).ShouldBe((1, "direct_links.create", "POST"));
        arrival.PathAndQuery.ShouldBe("/papi/v1/direct_links?a=b%20c");
        arrival.Body.ShouldBe("""{ "nested": { "id": "no" }, "id": "wire-1" }""");
        arrival.Headers["x-probe"].ShouldBe("yes");
        arrival.Headers["Authorization"].ShouldBe("Bearer " + caller.Twin.ApiToken);
        arrival.Key.ShouldBe("wire-1");
        arrival.Status.ShouldBe(400);
        arrival.At.ShouldBe(caller.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_arrival_prints_without_its_content()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("secret-1", "mira@mail.example");

        caller.Twin.Requests.All.ShouldHaveSingleItem().ToString().ShouldBe("#1 POST campaign.create -> 200");
    }

    [Fact]
    public async Task For_long_runs_content_and_old_arrivals_are_let_go_and_the_counts_are_kept()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        (caller.Twin.Requests.KeepContent, caller.Twin.Requests.Capacity) = (false, 3);

        for (var i = 1; i <= 10; i++)
        {
            await caller.OrderDirectLinkAsync($"run-{i}");
        }

        caller.Twin.Requests.All.Select(arrival => arrival.Key).ShouldBe(["run-8", "run-9", "run-10"]);
        caller.Twin.Requests.All.ShouldAllBe(arrival => arrival.Body == "" && arrival.Headers.Count == 0);
        caller.Twin.Requests.Total.ShouldBe(10);
        caller.Twin.Requests.Counts["direct_links.create"].ShouldBe(10);
    }

    [Fact]
    public async Task Clearing_forgets_arrivals_and_counts()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.GetAsync("ping");

        caller.Twin.Requests.Clear();

        caller.Twin.Requests.All.ShouldBeEmpty();
        caller.Twin.Requests.Count("ping").ShouldBe(0);
        await caller.GetAsync("ping");
        caller.Twin.Requests.For("ping").ShouldHaveSingleItem().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Arrivals_can_be_awaited()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var second = caller.Twin.Requests.WaitForAsync("ping", 2);
        await caller.GetAsync("ping");
        var tooEarly = second.IsCompleted;
        await caller.GetAsync("ping");
        await second;

        tooEarly.ShouldBeFalse();
        caller.Twin.Requests.WaitForAsync("ping", 1).IsCompletedSuccessfully.ShouldBeTrue();
    }
}
