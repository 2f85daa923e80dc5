using System.Net;

namespace GiftCardSdk.Tests.Http;

public sealed class LimitTests
{
    [Fact]
    public async Task A_call_that_would_wait_past_its_deadline_is_refused_as_never_sent()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = Limited(stub, TimeSpan.FromMinutes(2));
        await account.SendAsync(Operations.Read);

        var read = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Read));
        var create = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        stub.Arrivals.ShouldBe(1);
        (read.Outcome, create.Outcome).ShouldBe((GiftCardOutcome.NotAnOrder, GiftCardOutcome.NothingCreated));
        create.Code.ShouldBe(GiftCardErrorCode.RateLimited);
        create.IsTransient.ShouldBeTrue();
        create.RetryAfter.ShouldBe(TimeSpan.FromMinutes(2) / 0.98);
    }

    [Fact]
    public async Task An_even_pace_lets_one_call_go_in_each_part_of_the_window_and_keeps_their_order()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = TestAccount.OnStub(stub, settings => settings with { RateLimit = 10, EvenPace = true });
        var calls = Enumerable.Range(0, 20).Select(_ => account.SendAsync(Operations.Read)).ToList();

        for (var sent = 1; sent <= 20; sent++)
        {
            await calls[sent - 1];
            (stub.Arrivals, calls.Count(call => call.IsCompleted)).ShouldBe((sent, sent));
            account.Clock.Advance(TimeSpan.FromMilliseconds(101));
            stub.Arrivals.ShouldBe(sent);
            account.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_limit_at_once()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = Limited(stub, TimeSpan.FromSeconds(5));
        await account.SendAsync(Operations.Read);
        using var caller = new CancellationTokenSource();
        var call = account.SendAsync(Operations.Create, cancellationToken: caller.Token);
        call.IsCompleted.ShouldBeFalse();

        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(caller.Token);
        stub.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_429_to_one_call_pauses_all_of_the_account()
    {
        var stub = new StubTransport(arrival =>
            arrival == 1 ? StubTransport.Status(HttpStatusCode.TooManyRequests, retryAfter: "20") : StubTransport.Thing()
        );
        await using var account = TestAccount.OnStub(stub);
        await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        var create = account.SendAsync(Operations.Create);
        var read = account.SendAsync(Operations.Read);
        account.Clock.Advance(TimeSpan.FromSeconds(19.9));
        (create.IsCompleted, read.IsCompleted, stub.Arrivals).ShouldBe((false, false, 1));

        account.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(create, read);
        stub.Arrivals.ShouldBe(3);
    }

    [Fact]
    public async Task A_429_pauses_no_other_account()
    {
        var busy = new StubTransport(_ => StubTransport.Status(HttpStatusCode.TooManyRequests, retryAfter: "20"));
        var idle = new StubTransport(_ => StubTransport.Thing());
        await using var first = TestAccount.OnStub(busy);
        await using var second = TestAccount.OnStub(idle);
        await Should.ThrowAsync<GiftCardException>(() => first.SendAsync(Operations.Create));

        (await second.SendAsync(Operations.Create)).Status.ShouldBe(200);
    }

    private static TestAccount Limited(StubTransport stub, TimeSpan window) =>
        TestAccount.OnStub(stub, settings => settings with { RateLimit = 1, RateLimitWindow = window });
}
