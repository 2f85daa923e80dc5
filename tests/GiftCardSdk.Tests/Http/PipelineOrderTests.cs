using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Tests.Http;

public sealed class PipelineOrderTests
{
    [Fact]
    public async Task The_handlers_stand_in_one_fixed_order()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = TestAccount.OnStub(stub);

        var order = new List<Type>();
        for (var handler = account.Client.Pipeline; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            order.Add(handler.GetType());
        }

        // Between our last and the sealed transport stands the client factory's own, which only counts references.
        order.RemoveAt(7);
        order.ShouldBe([
            typeof(TelemetryHandler),
            typeof(ResilienceHandler),
            typeof(LimiterHandler),
            typeof(CredentialsHandler),
            typeof(AttemptTimeoutHandler),
            typeof(AuditHandler),
            typeof(AnswerHandler),
            typeof(SealedHandler),
            typeof(StubTransport),
        ]);
    }

    [Fact]
    public async Task The_deadline_lies_outside_the_retry_and_covers_its_waits()
    {
        // Each attempt hangs for its 10 seconds: the third is cut off by the 30 of the whole call, waits included.
        var stub = new StubTransport(
            static async (_, _, cancellationToken) =>
            {
                await StubTransport.HangAsync(cancellationToken);
                return StubTransport.Thing();
            }
        );
        await using var account = TestAccount.OnStub(stub);
        var call = account.SendAsync(Operations.Read);
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await stub.NextArrivalAsync();
            account.Clock.Advance(TimeSpan.FromSeconds(10));
            await account.Clock.WaitForTimersAsync(1, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            account.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await stub.NextArrivalAsync();
        account.Clock.Advance(TimeSpan.FromSeconds(8) - TimeSpan.FromTicks(1));
        call.IsCompleted.ShouldBeFalse();
        account.Clock.Advance(TimeSpan.FromTicks(1));

        (await Should.ThrowAsync<GiftCardException>(() => call)).Message.ShouldContain("within the 30 s");
        stub.Arrivals.ShouldBe(3);
    }

    [Fact]
    public async Task The_breaker_lies_within_the_retry_and_counts_every_attempt()
    {
        var stub = new StubTransport(_ => StubTransport.Status(System.Net.HttpStatusCode.InternalServerError));
        await using var account = TestAccount.OnStub(stub);

        // Three calls of four attempts, one of two when the retry budget is empty, and six of one: the twenty that open it.
        for (var call = 0; call < 10; call++)
        {
            (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).HttpStatus.ShouldBe(500);
        }

        stub.Arrivals.ShouldBe(20);
        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).HttpStatus.ShouldBeNull();
        stub.Arrivals.ShouldBe(20);
    }

    [Fact]
    public async Task The_limiter_lies_within_the_retry_and_spaces_every_attempt()
    {
        var times = new List<DateTimeOffset>();
        TestAccount account = null!;
        var stub = new StubTransport(arrival =>
        {
            times.Add(account.Clock.GetUtcNow());
            return arrival < 3 ? StubTransport.Status(System.Net.HttpStatusCode.InternalServerError) : StubTransport.Thing();
        });
        account = TestAccount.OnStub(stub, settings => settings with { RateLimit = 1, RateLimitWindow = TimeSpan.FromSeconds(5) });
        await using var owned = account;

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        (times[1] - times[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
        (times[2] - times[1]).ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_attempt_timeout_begins_after_the_waits_for_limit_and_token()
    {
        TestAccount account = null!;
        var stub = new StubTransport(_ => StubTransport.Thing());
        account = TestAccount.OnStub(stub, settings => settings with { RateLimit = 1, RateLimitWindow = TimeSpan.FromSeconds(20) });
        await using var owned = account;
        await account.SendAsync(Operations.Read);

        // Waits 20 seconds for its turn, twice what an attempt may take.
        var call = account.SendAsync(Operations.Read);
        account.Clock.Advance(TimeSpan.FromSeconds(21));
        var response = await call;

        response.Body.Name.ShouldBe("tea");
        stub.Arrivals.ShouldBe(2);
    }
}
