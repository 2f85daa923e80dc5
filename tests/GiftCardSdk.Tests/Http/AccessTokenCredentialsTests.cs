using System.Net;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

public sealed class AccessTokenCredentialsTests
{
    private readonly TokenEndpoint _tokens = new();

    [Fact]
    public async Task However_many_callers_wait_one_fetch_is_on_its_way()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);
        _tokens.Hold();

        var calls = Enumerable.Range(0, 50).Select(_ => account.SendAsync(Operations.Read)).ToList();
        await _tokens.AskedAsync();
        _tokens.Release();
        await Task.WhenAll(calls);

        _tokens.Fetches.ShouldBe(1);
        stub.Tokens.ShouldBe(Enumerable.Repeat("token-1", 50));
    }

    [Fact]
    public async Task Each_waiter_may_give_up_by_itself()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);
        using var impatient = new CancellationTokenSource();
        _tokens.Hold();
        // The impatient one comes first: the fetch that it began serves the other anyway.
        var first = account.SendAsync(Operations.Read, cancellationToken: impatient.Token);
        var second = account.SendAsync(Operations.Read);
        await _tokens.AskedAsync();

        await impatient.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => first)).CancellationToken.ShouldBe(impatient.Token);
        _tokens.Release();
        (await second).Body.Name.ShouldBe("tea");
        _tokens.Fetches.ShouldBe(1);
        stub.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_fetched_anew_ahead_of_its_end_while_the_old_one_is_still_used()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);
        await account.SendAsync(Operations.Read);
        account.Clock.Advance(TimeSpan.FromMinutes(59));
        _tokens.Hold();

        await account.SendAsync(Operations.Read);
        await _tokens.AskedAsync();
        await account.SendAsync(Operations.Read);
        _tokens.Release();
        account.Clock.Advance(TimeSpan.FromMinutes(2));
        await account.SendAsync(Operations.Read);

        stub.Tokens.ShouldBe(["token-1", "token-1", "token-1", "token-2"]);
        _tokens.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_its_end_and_never_used_after_it()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);
        await account.SendAsync(Operations.Read);
        account.Clock.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromTicks(1));
        await account.SendAsync(Operations.Read);
        _tokens.Fetches.ShouldBe(1);

        account.Clock.Advance(TimeSpan.FromMinutes(2));
        await account.SendAsync(Operations.Read);

        stub.Tokens.ShouldBe(["token-1", "token-1", "token-2"]);
    }

    [Fact]
    public async Task A_failed_fetch_is_not_remembered_and_sends_nothing()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);
        _tokens.Fail(
            new GiftCardException("The token endpoint is down.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NotAnOrder)
            {
                IsTransient = true,
            }
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
        failure.Operation.ShouldBe("order.create");
        failure.Message.ShouldContain("The token endpoint is down.");
        stub.Arrivals.ShouldBe(0);

        (await account.SendAsync(Operations.Create)).Body.Name.ShouldBe("tea");
        stub.Tokens.ShouldBe(["token-2"]);
    }

    [Fact]
    public async Task After_a_401_the_token_is_renewed_once()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Status(HttpStatusCode.Unauthorized)), out var stub);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        failure.Code.ShouldBe(GiftCardErrorCode.Unauthorized);
        stub.Tokens.ShouldBe(["token-1", "token-2"]);
    }

    [Fact]
    public async Task A_create_that_a_gateway_answered_with_401_is_not_sent_again_with_a_new_token()
    {
        await using var account = Account(
            new StubTransport(_ => StubTransport.Json(HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}""")),
            out var stub
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.MayExist));
        stub.Tokens.ShouldBe(["token-1"]);
    }

    [Fact]
    public async Task A_refused_create_whose_new_token_never_comes_bought_nothing()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Status(HttpStatusCode.Unauthorized)), out var stub);
        await account.Clock.FailAsync(account.SendAsync(Operations.Read));
        _tokens.Hold();
        var call = account.SendAsync(Operations.Create with { Deadline = TimeSpan.FromSeconds(20) });
        await _tokens.AskedAsync();

        account.Clock.Advance(TimeSpan.FromSeconds(20));
        var failure = await Should.ThrowAsync<GiftCardException>(() => call);
        _tokens.Release();

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stub.Arrivals.ShouldBe(3);
    }

    [Fact]
    public async Task Many_callers_with_the_same_refused_token_renew_it_once()
    {
        var all = new TaskCompletionSource();
        var refused = 0;
        var transport = new StubTransport(
            async (request, _, _) =>
            {
                if (request.Headers.Authorization?.Parameter != "token-1")
                {
                    return StubTransport.Thing();
                }

                if (Interlocked.Increment(ref refused) == 20)
                {
                    all.SetResult();
                }

                await all.Task;
                return StubTransport.Status(HttpStatusCode.Unauthorized);
            }
        );
        await using var account = Account(transport, out _);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => account.SendAsync(Operations.Read)));

        _tokens.Fetches.ShouldBe(2);
    }

    [Fact]
    public async Task A_short_life_is_not_eaten_up_by_the_head_start()
    {
        _tokens.Lifetime = TimeSpan.FromSeconds(20);
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out var stub);

        await account.SendAsync(Operations.Read);
        account.Clock.Advance(TimeSpan.FromSeconds(9));
        await account.SendAsync(Operations.Read);

        _tokens.Fetches.ShouldBe(1);
        stub.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task The_fetch_carries_nothing_of_the_caller_who_happened_to_be_first()
    {
        await using var account = Account(new StubTransport(_ => StubTransport.Thing()), out _);
        _tokens.Ambient.Value = "tenant-7";

        await account.SendAsync(Operations.Read);

        _tokens.SeenAmbient.ShouldBeNull();
    }

    [Fact]
    public void An_empty_token_is_no_token()
    {
        Should.Throw<ArgumentException>(() => new AccessToken("", TimeSpan.FromHours(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => new AccessToken("t", TimeSpan.Zero));
    }

    [Theory]
    [InlineData(null, 600)]
    [InlineData(0.0, 600)]
    [InlineData(-5.0, 600)]
    [InlineData(0.00000001, 600)]
    [InlineData(90.5, 90.5)]
    [InlineData(2592001.0, 2592000)]
    [InlineData(1e20, 2592000)]
    public void A_life_that_cannot_be_believed_is_short_and_none_is_longer_than_30_days(double? expiresIn, double seconds) =>
        AccessToken.LifetimeOf((decimal?)expiresIn, TimeSpan.FromSeconds(1)).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void A_life_is_counted_in_its_unit()
    {
        AccessToken.LifetimeOf(90, TimeSpan.FromMinutes(1)).ShouldBe(TimeSpan.FromMinutes(90));
        Should.Throw<ArgumentOutOfRangeException>(() => AccessToken.LifetimeOf(90, TimeSpan.Zero)).ParamName.ShouldBe("unit");
    }

    private TestAccount Account(StubTransport transport, out StubTransport stub)
    {
        stub = transport;
        var clock = new TestHelpers.ManualTimeProvider();
        return TestAccount.OnStub(
            transport,
            settings => settings with { Credentials = new AccessTokenCredentials(_tokens.FetchAsync, clock) },
            clock: clock
        );
    }

    private sealed class TokenEndpoint
    {
        private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _gate;
        private Exception? _failure;
        private int _fetches;

        public int Fetches => Volatile.Read(ref _fetches);

        public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

        public AsyncLocal<string?> Ambient { get; } = new();

        public string? SeenAmbient { get; private set; }

        public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _fetches);
            SeenAmbient = Ambient.Value;
            if (Interlocked.Exchange(ref _failure, null) is { } failure)
            {
                throw failure;
            }

            if (_gate is { } gate)
            {
                _asked.TrySetResult();
                await gate.Task;
            }

            return new($"token-{number}", Lifetime);
        }

        public void Fail(Exception failure) => _failure = failure;

        public void Hold()
        {
            _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public Task AskedAsync() => _asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        public void Release() => Interlocked.Exchange(ref _gate, null)!.SetResult();
    }
}
