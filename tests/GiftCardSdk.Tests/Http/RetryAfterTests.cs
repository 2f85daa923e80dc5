using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    [Fact]
    public async Task A_date_of_the_old_form_has_two_blanks_before_a_day_of_one_figure()
    {
        (await WaitBeforeSecondAttemptAsync("Thu Jan  1 12:00:06 2026", date: "Thu, 01 Jan 2026 12:00:00 GMT")).ShouldBe(
            TimeSpan.FromSeconds(6)
        );
    }

    /// <summary>Half past twelve on 15 January 2026 is 1768480200 in Unix time; the clock of the tests stands at noon.</summary>
    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(" 7 ", 7)]
    [InlineData("1768478407", 7)]
    [InlineData("1768478407.5", 7.5)]
    [InlineData("1768478407250", 7.25)]
    [InlineData("Thu, 15 Jan 2026 12:00:09 GMT", 9)]
    [InlineData("Thursday, 15-Jan-26 12:00:09 GMT", 9)]
    [InlineData("Thu Jan 15 12:00:09 2026", 9)]
    [InlineData("2026-01-15T12:00:09Z", 9)]
    [InlineData("2026-01-15T13:00:07.5+01:00", 7.5)]
    [InlineData("2026-01-15 12:00:09", 9)]
    public async Task A_wait_is_understood_in_every_form_that_is_seen(string retryAfter, double seconds)
    {
        (await WaitBeforeSecondAttemptAsync(retryAfter)).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>What one answer asks for is told to its caller as it is, and silences the account for minutes at most.</summary>
    [Theory]
    [InlineData("86400", 86_400)]
    [InlineData("999999999", 999_999_999)]
    [InlineData("1800000000", 1_800_000_000 - 1_768_478_400)]
    [InlineData("1800000000000", 1_800_000_000 - 1_768_478_400)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799 - 1_768_478_400)]
    [InlineData("253402300799", 253_402_300_799 - 1_768_478_400)]
    public async Task A_senseless_wait_silences_nobody_for_years(string retryAfter, double seconds)
    {
        var stub = new StubTransport(arrival =>
            arrival == 1 ? StubTransport.Status(HttpStatusCode.TooManyRequests, retryAfter) : StubTransport.Thing()
        );
        await using var account = TestAccount.OnStub(stub);

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));
        var held = await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));
        account.Clock.Advance(TimeSpan.FromMinutes(5));

        failure.RetryAfter!.Value.TotalSeconds.ShouldBe(seconds, 1);
        (held.Code, held.Outcome, held.RetryAfter).ShouldBe(
            (GiftCardErrorCode.RateLimited, GiftCardOutcome.NothingCreated, TimeSpan.FromMinutes(5))
        );
        (await account.SendAsync(Operations.Create)).Status.ShouldBe(200);
        stub.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task The_longest_pause_is_an_option()
    {
        var stub = new StubTransport(arrival =>
            arrival == 1 ? StubTransport.Status(HttpStatusCode.TooManyRequests, retryAfter: "3600") : StubTransport.Thing()
        );
        await using var account = TestAccount.OnStub(
            stub,
            configure: services => services.Configure<ProviderHttpOptions>(options => options.LongestPause = TimeSpan.FromSeconds(20))
        );
        await Should.ThrowAsync<GiftCardException>(() => account.SendAsync(Operations.Create));

        account.Clock.Advance(TimeSpan.FromSeconds(20));

        (await account.SendAsync(Operations.Create)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("00:00:00.999", false)]
    [InlineData("00:00:01", true)]
    [InlineData("01:00:00", true)]
    [InlineData("01:00:01", false)]
    public async Task The_longest_pause_is_a_second_to_an_hour(string pause, bool isRight)
    {
        var services = new ServiceCollection();
        services.AddGiftCards().ConfigureHttp(options => options.LongestPause = TimeSpan.Parse(pause, CultureInfo.InvariantCulture));
        await using var provider = services.BuildServiceProvider();

        var read = () => provider.GetRequiredService<IOptions<ProviderHttpOptions>>().Value;

        if (isRight)
        {
            read().LongestPause.ToString().ShouldStartWith(pause);
        }
        else
        {
            Should.Throw<OptionsValidationException>(read).Message.ShouldContain("LongestPause is 0");
        }
    }

    [Theory]
    [InlineData("Thu, 15 Jan 2026 11:59:00 GMT")]
    [InlineData("2026-01-15T11:59:00Z")]
    [InlineData("1768478399")]
    [InlineData("1768478399000")]
    [InlineData("-5")]
    [InlineData("-1.5")]
    [InlineData("1,5")]
    [InlineData("5 s")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    [InlineData("Thu, 15 Jan 20260 12:00:09 GMT")]
    [InlineData("99999999999999999999")]
    [InlineData("9999999999999999999999999999999999999999999999")]
    [InlineData("0")]
    [InlineData("0.0")]
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
