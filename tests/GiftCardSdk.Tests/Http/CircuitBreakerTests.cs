using System.Net;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Tests.Diagnostics;

namespace GiftCardSdk.Tests.Http;

public sealed class CircuitBreakerTests
{
    private bool _isUp;

    [Fact]
    public async Task An_open_breaker_sends_nothing_and_says_so()
    {
        var (account, stub) = await OpenedAsync(HttpStatusCode.InternalServerError);
        await using var owned = account;

        var read = await account.Clock.FailAsync(account.SendAsync(Operations.Read));
        var create = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        stub.Arrivals.ShouldBe(20);
        create.Code.ShouldBe(GiftCardErrorCode.ProviderUnavailable);
        (read.Outcome, create.Outcome).ShouldBe((GiftCardOutcome.NotAnOrder, GiftCardOutcome.NothingCreated));
        create.IsTransient.ShouldBeTrue();
        create.RetryAfter.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(15));
        create.HttpStatus.ShouldBeNull();
    }

    [Fact]
    public async Task After_the_break_one_call_is_tried_and_closes_it()
    {
        var (account, stub) = await OpenedAsync(HttpStatusCode.ServiceUnavailable);
        await using var owned = account;
        _isUp = true;

        account.Clock.Advance(TimeSpan.FromSeconds(15));
        await account.SendAsync(Operations.Create);
        await account.SendAsync(Operations.Create);

        stub.Arrivals.ShouldBe(22);
    }

    [Fact]
    public async Task The_meter_says_whether_it_is_open()
    {
        var stub = new StubTransport(_ => _isUp ? StubTransport.Thing() : StubTransport.Status(HttpStatusCode.ServiceUnavailable));
        await using var account = TestAccount.OnStub(stub);
        using var metrics = new MetricCollector(account.Services);
        for (var call = 0; call < 20; call++)
        {
            await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));
        }

        var opened = metrics.Of(GiftCardTelemetry.CircuitOpen);
        _isUp = true;
        account.Clock.Advance(TimeSpan.FromSeconds(15));
        await account.SendAsync(Operations.Create);

        opened.ShouldBe(["1 giftcards.account=main giftcards.provider=acme"]);
        metrics.Of(GiftCardTelemetry.CircuitOpen)[^1].ShouldBe("0 giftcards.account=main giftcards.provider=acme");
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task What_is_no_sign_of_a_sick_provider_does_not_open_it(HttpStatusCode status)
    {
        var stub = new StubTransport(_ => StubTransport.Status(status));
        await using var account = TestAccount.OnStub(stub);

        for (var call = 1; call <= 30; call++)
        {
            (await account.Clock.FailAsync(account.SendAsync(Operations.Create))).HttpStatus.ShouldBe((int)status);
        }

        stub.Arrivals.ShouldBe(30);
    }

    [Fact]
    public async Task A_429_does_not_open_it_however_many_there_are()
    {
        // All are on their way before the first answer, so that the pause after a 429 does not spread them out.
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stub = new StubTransport(
            async (_, arrival, _) =>
            {
                if (arrival == 40)
                {
                    all.SetResult();
                }

                await all.Task;
                return arrival <= 40 ? StubTransport.Status(HttpStatusCode.TooManyRequests) : StubTransport.Thing();
            }
        );
        await using var account = TestAccount.OnStub(stub);
        var calls = Enumerable.Range(0, 40).Select(_ => account.SendAsync(Operations.Create)).ToList();
        foreach (var call in calls)
        {
            (await Should.ThrowAsync<GiftCardException>(() => call)).HttpStatus.ShouldBe(429);
        }

        (await account.Clock.FinishAsync(account.SendAsync(Operations.Create))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Each_account_has_its_own()
    {
        var (account, _) = await OpenedAsync(HttpStatusCode.InternalServerError);
        await using var owned = account;
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var other = TestAccount.OnStub(stub);

        (await other.SendAsync(Operations.Create)).Status.ShouldBe(200);
    }

    private async Task<(TestAccount Account, StubTransport Stub)> OpenedAsync(HttpStatusCode status)
    {
        var stub = new StubTransport(_ => _isUp ? StubTransport.Thing() : StubTransport.Status(status));
        var account = TestAccount.OnStub(stub);
        for (var call = 0; call < 20; call++)
        {
            await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));
        }

        return (account, stub);
    }
}
