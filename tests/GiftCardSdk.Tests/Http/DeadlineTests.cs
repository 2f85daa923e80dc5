using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

public sealed class DeadlineTests
{
    [Fact]
    public void Reads_have_10_and_30_seconds_and_creates_100()
    {
        (Operations.Read.AttemptTimeout, Operations.Read.Deadline).ShouldBe((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)));
        (Operations.Create.AttemptTimeout, Operations.Create.Deadline).ShouldBe((TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100)));
    }

    [Fact]
    public async Task A_create_that_hangs_after_the_hand_over_may_exist()
    {
        var stub = Hanging();
        await using var account = TestAccount.OnStub(stub);
        var call = account.SendAsync(Operations.Create);
        await stub.NextArrivalAsync();

        account.Clock.Advance(TimeSpan.FromSeconds(100));
        var failure = await Should.ThrowAsync<GiftCardException>(() => call);

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.Code.ShouldBe(GiftCardErrorCode.ProviderUnavailable);
        failure.IsTransient.ShouldBeTrue();
        stub.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_whose_attempt_times_out_is_not_sent_again()
    {
        var stub = Hanging();
        await using var account = TestAccount.OnStub(stub);
        var call = account.SendAsync(Operations.CreateWithKey with { AttemptTimeout = TimeSpan.FromSeconds(5) });
        await stub.NextArrivalAsync();

        account.Clock.Advance(TimeSpan.FromSeconds(5));
        var failure = await Should.ThrowAsync<GiftCardException>(() => call);

        failure.Message.ShouldContain("within 5 s");
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        stub.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_create_that_hangs_before_the_hand_over_was_never_sent()
    {
        var connecting = new ConnectingTransport();
        await using var account = TestAccount.OnTransport(connecting);
        var call = account.SendAsync(Operations.Create);
        await connecting.Began.Task;

        account.Clock.Advance(TimeSpan.FromSeconds(100));
        var failure = await Should.ThrowAsync<GiftCardException>(() => call);

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("Nothing was sent.");
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_within_the_time_of_the_attempt()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stub = new StubTransport(_ => new() { Content = new StreamContent(new TricklingStream(reading)) });
        await using var account = TestAccount.OnStub(stub);
        var call = account.SendAsync(Operations.Create with { AttemptTimeout = TimeSpan.FromSeconds(10) });
        await reading.Task;

        account.Clock.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<GiftCardException>(() => call)).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task The_wait_for_a_token_is_within_the_deadline_and_cancelled_with_the_call()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = TestAccount.OnStub(stub, settings => settings with { Credentials = new WaitingCredentials() });
        var late = account.SendAsync(Operations.Create);
        using var caller = new CancellationTokenSource();
        var cancelled = account.SendAsync(Operations.Create, cancellationToken: caller.Token);

        await caller.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => cancelled)).CancellationToken.ShouldBe(caller.Token);
        account.Clock.Advance(TimeSpan.FromSeconds(100));
        var failure = await Should.ThrowAsync<GiftCardException>(() => late);

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
        stub.Arrivals.ShouldBe(0);
    }

    private static StubTransport Hanging() =>
        new(
            static async (_, _, cancellationToken) =>
            {
                await StubTransport.HangAsync(cancellationToken);
                return StubTransport.Thing();
            }
        );

    private sealed class WaitingCredentials : ProviderCredentials
    {
        public override async ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
        {
            await StubTransport.HangAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>Never gets as far as the body.</summary>
    private sealed class ConnectingTransport : HttpMessageHandler
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Began.SetResult();
            await StubTransport.HangAsync(cancellationToken);
            return new();
        }
    }

    private sealed class TricklingStream(TaskCompletionSource reading) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await StubTransport.HangAsync(cancellationToken);
            return 0;
        }
    }
}
