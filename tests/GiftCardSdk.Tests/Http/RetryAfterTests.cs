using System.Net;

namespace GiftCardSdk.Tests.Http;

public sealed class RetryAfterTests
{
    [Fact]
    public async Task Seconds_are_waited_for()
    {
        (await WaitBeforeSecondAttemptAsync("7")).ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_date_is_waited_for()
    {
        // The clock of the tests stands at noon.
        (await WaitBeforeSecondAttemptAsync("Thu, 15 Jan 2026 12:00:09 GMT")).ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_date_is_taken_relative_to_the_answers_own_date()
    {
        (await WaitBeforeSecondAttemptAsync("Thu, 15 Jan 2026 15:30:05 GMT", date: "Thu, 15 Jan 2026 15:30:00 GMT")).ShouldBe(
            TimeSpan.FromSeconds(5)
        );
    }

    [Theory]
    [InlineData("Thu, 15 Jan 2026 11:59:00 GMT")]
    [InlineData("0")]
    [InlineData("soon")]
    public async Task A_wait_that_has_passed_or_is_not_one_means_the_usual_wait(string retryAfter)
    {
        (await WaitBeforeSecondAttemptAsync(retryAfter)).ShouldBe(TimeSpan.FromMilliseconds(375));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_wait_beyond_the_deadline_ends_the_call_at_once(int status)
    {
        var stub = new StubTransport(_ => StubTransport.Status((HttpStatusCode)status, retryAfter: "31"));
        await using var account = TestAccount.OnStub(stub);
        var before = account.Clock.GetUtcNow();

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Read));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(31));
        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("31 s");
        stub.Arrivals.ShouldBe(1);
        account.Clock.GetUtcNow().ShouldBe(before);
    }

    [Fact]
    public async Task A_create_shows_the_wait_and_does_not_take_it()
    {
        var stub = new StubTransport(_ => StubTransport.Status(HttpStatusCode.TooManyRequests, retryAfter: "2"));
        await using var account = TestAccount.OnStub(stub);

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stub.Arrivals.ShouldBe(1);
    }

    private static async Task<TimeSpan> WaitBeforeSecondAttemptAsync(string retryAfter, string? date = null)
    {
        var times = new List<DateTimeOffset>();
        TestAccount account = null!;
        var stub = new StubTransport(arrival =>
        {
            times.Add(account.Clock.GetUtcNow());
            if (arrival > 1)
            {
                return StubTransport.Thing();
            }

            var busy = StubTransport.Status(HttpStatusCode.ServiceUnavailable, retryAfter);
            if (date is not null)
            {
                busy.Headers.TryAddWithoutValidation("Date", date);
            }

            return busy;
        });
        account = TestAccount.OnStub(stub);
        await using var owned = account;
        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));
        return times[1] - times[0];
    }
}
