using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Hosting;

public sealed class SandboxTests
{
    [Fact]
    public async Task Two_sandboxes_live_side_by_side_and_share_nothing()
    {
        await using var one = await GiftbitCaller.StartAsync();
        await using var two = await GiftbitCaller.StartAsync();

        await one.OrderDirectLinkAsync("mine-1");

        one.Twin.BaseAddress.ShouldNotBe(two.Twin.BaseAddress);
        two.Twin.Ledger.Count.ShouldBe(0);
        (await two.GetAsync("campaign/mine-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Equal_calls_under_an_equal_seed_get_equal_ids_and_links()
    {
        await using var one = await GiftbitCaller.StartAsync(seed: 5);
        await using var two = await GiftbitCaller.StartAsync(seed: 5);
        await using var other = await GiftbitCaller.StartAsync(seed: 6);

        var text = (await one.OrderDirectLinkAsync("eq-1")).Text;

        (await two.OrderDirectLinkAsync("eq-1")).Text.ShouldBe(text);
        (await other.OrderDirectLinkAsync("eq-1")).Text.ShouldNotBe(text, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Disposal_does_not_wait_for_an_answer_that_is_slow_on_purpose()
    {
        var caller = await GiftbitCaller.StartAsync();
        caller.Twin.Faults.Add(new Fault { Kind = FaultKind.SlowAnswer, Delay = TimeSpan.FromDays(1) });
        var hanging = caller.GetAsync("ping");
        await caller.Clock.WaitForTimersAsync(1);

        await caller.Sandbox.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => hanging);
        caller.Http.Dispose();
    }

    [Fact]
    public async Task Disposing_twice_is_harmless_and_nobody_answers_afterwards()
    {
        var caller = await GiftbitCaller.StartAsync();

        await caller.Sandbox.DisposeAsync();
        await caller.Sandbox.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => caller.GetAsync("ping"));
        caller.Http.Dispose();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        await using var first = await GiftCardSandbox.StartAsync();

        var error = await Should.ThrowAsync<IOException>(() =>
            GiftCardSandbox.StartAsync(options => options.Port = first.BaseAddress.Port)
        );

        error.Message.ShouldContain("address already in use");
    }

    [Fact]
    public async Task Only_the_loopback_listens()
    {
        await using var sandbox = await GiftCardSandbox.StartAsync();

        sandbox.BaseAddress.Host.ShouldBe("127.0.0.1");
        sandbox.Giftbit.BaseAddress.ShouldBe(sandbox.BaseAddress);
    }
}
