using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Tests.Http;

namespace GiftCardSdk.Tests.Diagnostics;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_call_is_measured_from_its_beginning_to_its_end_with_its_waits()
    {
        await using var account = TestAccount.OnStub(
            new(arrival => arrival == 1 ? StubTransport.Status(HttpStatusCode.ServiceUnavailable, "7") : StubTransport.Thing())
        );
        using var metrics = new MetricCollector(account.Services);

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        metrics
            .Of(GiftCardTelemetry.OperationDuration)
            .ShouldBe(["7 giftcards.account=main giftcards.operation=thing.get giftcards.provider=acme"]);
        metrics.Of(GiftCardTelemetry.Retries).ShouldBe(["1 giftcards.account=main giftcards.operation=thing.get giftcards.provider=acme"]);
    }

    [Fact]
    public async Task A_failure_says_what_went_wrong_and_what_may_exist()
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Status(HttpStatusCode.InternalServerError)));
        using var metrics = new MetricCollector(account.Services);

        await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        metrics
            .Of(GiftCardTelemetry.OperationDuration)
            .ShouldBe([
                "0 error.type=ProviderUnavailable giftcards.account=main giftcards.operation=order.create giftcards.outcome=MayExist giftcards.provider=acme",
            ]);
    }

    [Fact]
    public async Task A_cancelled_call_is_told_from_a_failed_one()
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Thing()));
        using var metrics = new MetricCollector(account.Services);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            account.SendAsync(Operations.Read, cancellationToken: new CancellationToken(canceled: true))
        );

        metrics
            .Of(GiftCardTelemetry.OperationDuration)
            .ShouldBe(["0 error.type=cancelled giftcards.account=main giftcards.operation=thing.get giftcards.provider=acme"]);
    }

    [Fact]
    public async Task A_wait_for_the_limit_is_measured()
    {
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Thing()),
            settings => settings with { RateLimit = 1, RateLimitWindow = TimeSpan.FromSeconds(4.9) }
        );
        using var metrics = new MetricCollector(account.Services);

        await account.SendAsync(Operations.Read);
        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        metrics
            .Of(GiftCardTelemetry.RateLimitWait)
            .ShouldBe(["5 giftcards.account=main giftcards.operation=thing.get giftcards.provider=acme"]);
    }

    [Fact]
    public async Task Every_429_is_counted_though_a_later_attempt_makes_it_good()
    {
        await using var account = TestAccount.OnStub(
            new(arrival => arrival <= 2 ? StubTransport.Status(HttpStatusCode.TooManyRequests, "1") : StubTransport.Thing())
        );
        using var metrics = new MetricCollector(account.Services);

        (await account.Clock.FinishAsync(account.SendAsync(Operations.Read))).Status.ShouldBe(200);

        const string once = "1 giftcards.account=main giftcards.operation=thing.get giftcards.provider=acme";
        metrics.Of(GiftCardTelemetry.RateLimited).ShouldBe([once, once]);
    }

    [Fact]
    public async Task A_call_is_an_activity_named_after_its_operation()
    {
        await using var account = TestAccount.OnStub(
            new(arrival => arrival == 1 ? StubTransport.Thing() : StubTransport.Status(HttpStatusCode.Conflict))
        );
        using var activities = new ActivityCollector();
        using var parent = new Activity("parent").Start();

        await account.SendAsync(Operations.Read);
        await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        var (read, create) = (activities.Below(parent)[0], activities.Below(parent)[1]);
        (read.OperationName, read.Kind, read.Status).ShouldBe(("thing.get", ActivityKind.Client, ActivityStatusCode.Unset));
        read.GetTagItem(GiftCardTelemetry.StatusTag).ShouldBe(200);
        read.GetTagItem(GiftCardTelemetry.AccountTag).ShouldBe("main");
        (create.Status, create.StatusDescription).ShouldBe((ActivityStatusCode.Error, null));
        create.GetTagItem(GiftCardTelemetry.StatusTag).ShouldBe(409);
        create.GetTagItem(GiftCardTelemetry.ErrorTypeTag).ShouldBe("Conflict");
    }

    [Fact]
    public async Task Every_log_entry_has_its_documented_id_and_level()
    {
        using var log = new LogCollector();
        var answers = new Queue<HttpResponseMessage>([
            StubTransport.Status(HttpStatusCode.TooManyRequests),
            StubTransport.Thing(),
            StubTransport.Status(HttpStatusCode.Conflict),
        ]);
        await using var account = TestAccount.OnStub(
            new(_ => answers.TryDequeue(out var answer) ? answer : throw new HttpRequestException(HttpRequestError.ConnectionError)),
            null,
            services => services.WithLog(log)
        );
        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));
        await account.Clock.FailAsync(account.SendAsync(Operations.Create));
        for (var call = 0; call < 20; call++)
        {
            await account.Clock.FailAsync(account.SendAsync(Operations.Change));
        }

        var heads = log.Heads.ToHashSet(StringComparer.Ordinal);
        foreach (var head in new[] { "Debug 1000", "Debug 1001", "Debug 1002", "Warning 1003", "Warning 1004", "Warning 1005" })
        {
            heads.Contains($"{head} GiftCardSdk.Http").ShouldBeTrue(head);
        }

        log.Lines.ShouldContain(line =>
            line.Contains(
                "acme/main order.create failed after 1 attempts: Conflict, outcome NothingCreated, status 409, provider code E_FAILED",
                StringComparison.Ordinal
            )
        );
    }

    private sealed class ActivityCollector : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _stopped = [];
        private readonly ActivityListener _listener;

        public ActivityCollector()
        {
            _listener = new()
            {
                ShouldListenTo = static source => source.Name == GiftCardTelemetry.ActivitySourceName,
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        /// <summary>Tests run side by side: only what happened below the test's own activity.</summary>
        public IReadOnlyList<Activity> Below(Activity parent) => [.. _stopped.Where(activity => activity.ParentId == parent.Id)];

        public void Dispose() => _listener.Dispose();
    }
}
