using GiftCardSdk.Http.Internal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stretched = Window / 0.98;
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _clock = new();
    private RateLimiter? _limiter;

    public void Dispose() => _limiter?.Dispose();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_window_ever_holds_more_than_the_limit_and_nobody_overtakes(int seed)
    {
        var random = new Random(seed);
        var limit = random.Next(1, 12);
        var limiter = Limiter(limit, burst: random.Next(1, limit + 1));
        var grants = new List<(int Caller, TimeSpan At)>();
        var calls = new List<Task>();
        var (begin, expected) = (_clock.GetTimestamp(), new List<int>());
        for (var step = 0; step < 300; step++)
        {
            if (random.Next(3) > 0)
            {
                var caller = calls.Count;
                var impatient = new CancellationTokenSource();
                var turn = limiter.WaitAsync(TimeSpan.FromDays(1), impatient.Token).AsTask();
                if (!turn.IsCompleted && random.Next(5) == 0)
                {
                    await impatient.CancelAsync();
                }
                else
                {
                    expected.Add(caller);
                }

                calls.Add(NoteAsync(caller, turn));
            }
            else
            {
                if (random.Next(20) == 0)
                {
                    limiter.Pause(TimeSpan.FromMilliseconds(random.Next(1, 1500)));
                }

                _clock.Advance(TimeSpan.FromMilliseconds(random.Next(0, 400)));
            }
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(calls);

        // Continuations run on other threads: what counts is when the grant was given, which its wait tells.
        var ordered = grants.OrderBy(grant => grant.Caller).ToList();
        ordered.Select(grant => grant.Caller).ShouldBe(expected);
        ordered.Select(grant => grant.At).ShouldBe(ordered.Select(grant => grant.At).Order());
        for (var i = limit; i < ordered.Count; i++)
        {
            (ordered[i].At - ordered[i - limit].At).ShouldBeGreaterThanOrEqualTo(Window);
        }

        async Task NoteAsync(int caller, Task<RateLimiter.Turn> turn)
        {
            var askedAt = _clock.GetElapsedTime(begin);
            try
            {
                var granted = await turn;
                granted.IsGranted.ShouldBeTrue();
                lock (grants)
                {
                    grants.Add((caller, askedAt + granted.Wait));
                }
            }
            catch (OperationCanceledException)
            {
                // It gave up, and its place went to the next.
            }
        }
    }

    [Fact]
    public async Task A_few_go_at_once_after_a_rest_and_the_rest_are_spaced_evenly_at_98_percent()
    {
        var limiter = Limiter(10, burst: 3);

        var waits = new List<Task<RateLimiter.Turn>>();
        for (var caller = 0; caller < 100; caller++)
        {
            waits.Add(limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask());
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        var turns = await Task.WhenAll(waits);
        turns.Count(turn => turn.Wait == TimeSpan.Zero).ShouldBe(3);
        // Within the first window; each timer counts whole milliseconds, and what it is late is not lost.
        turns[3..8]
            .Select((turn, i) => turn.Wait - ((i + 1) * Stretched / 10))
            .ShouldAllBe(late => late >= TimeSpan.Zero && late <= Millisecond);
        turns[^1].Wait.ShouldBeInRange(9 * Stretched, (9.7 * Stretched) + Millisecond);
    }

    [Fact]
    public async Task A_timer_that_is_late_costs_nothing_of_the_pace_and_no_window_holds_more_than_the_limit()
    {
        var limiter = Limiter(10);
        var waits = Enumerable.Range(0, 101).Select(_ => limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask()).ToList();

        // A machine whose timers are up to 17 ms late.
        for (var step = 0; step < 700; step++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(17));
        }

        var at = (await Task.WhenAll(waits)).Select(turn => turn.Wait).ToList();
        at[^1].ShouldBeLessThan((10 * Stretched) + TimeSpan.FromMilliseconds(34));
        at.Skip(10).Select((grant, i) => grant - at[i]).ShouldAllBe(span => span >= Window);
    }

    [Fact]
    public async Task How_an_account_stands_can_be_looked_at_and_changes_nothing()
    {
        var limiter = Limiter(10, burst: 1);
        await limiter.WaitAsync(TimeSpan.Zero, default);
        var waiting = limiter.WaitAsync(TimeSpan.FromDays(1), default);
        limiter.SetShare(0.5, goodFor: null);
        limiter.Pause(Window);

        var look = limiter.Look("shop");

        // 98 % of ten a second, slower by a twentieth after a 429.
        (look.Account, Math.Round(look.CallsPerMinute!.Value), look.Share, look.Waiting).ShouldBe(("shop", 560, 0.5, 1));
        look.PausedFor.ShouldBe(Window);
        limiter.Look("shop").ShouldBe(look);
        _clock.Advance(TimeSpan.FromHours(1));
        (await waiting).IsGranted.ShouldBeTrue();
        (limiter.Look("shop").Waiting, limiter.Look("shop").PausedFor).ShouldBe((0, null));
        Limiter(null, burst: 1).Look("shop").CallsPerMinute.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_429_the_pace_is_slower_and_comes_back()
    {
        var limiter = Limiter(10);
        limiter.Pause(Window);
        var waits = Enumerable.Range(0, 201).Select(_ => limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask()).ToList();

        _clock.Advance(TimeSpan.FromMinutes(1));

        var at = (await Task.WhenAll(waits)).Select(turn => turn.Wait).ToList();
        (at[10] - at[0]).ShouldBeGreaterThan(1.04 * Stretched);
        (at[200] - at[190]).ShouldBeInRange(Window, Stretched + Millisecond);
    }

    [Fact]
    public async Task An_order_that_has_not_begun_waits_however_long_the_line_is_and_lets_calls_go_first()
    {
        var limiter = Limiter(1);
        var starts = Enumerable.Range(0, 300).Select(_ => limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), default).AsTask()).ToList();
        var call = limiter.WaitAsync(TimeSpan.FromSeconds(30), default).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(1.1));
        (await call).IsGranted.ShouldBeTrue();
        starts[1].IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(400));
        (await Task.WhenAll(starts)).ShouldAllBe(turn => turn.IsGranted);
    }

    [Fact]
    public async Task Calls_without_end_do_not_keep_an_order_from_beginning()
    {
        var limiter = Limiter(1);
        var calls = Enumerable.Range(0, 20).Select(_ => limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask()).ToList();
        var start = limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), default).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(6));

        (await start).Wait.ShouldBeLessThan(TimeSpan.FromSeconds(5.2));
        calls[^1].IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task An_order_waits_for_no_pause_that_is_longer_than_a_send_may_take()
    {
        var limiter = Limiter(1);
        await limiter.WaitAsync(TimeSpan.FromDays(1), default);
        var early = limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), default).AsTask();

        limiter.Pause(TimeSpan.FromSeconds(200));

        (await early).ShouldBe(new RateLimiter.Turn(false, TimeSpan.FromSeconds(200)));
        (await limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), default)).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_has_waited_before_waits_again_for_nothing_but_a_pause()
    {
        var limiter = Limiter(1);
        await limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), default);

        (await limiter.WaitAsync(TimeSpan.FromSeconds(1), default, hasTurn: true)).IsGranted.ShouldBeTrue();
        limiter.Pause(TimeSpan.FromSeconds(20));
        (await limiter.WaitAsync(TimeSpan.FromSeconds(1), default, hasTurn: true)).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_is_refused_at_once_and_says_how_long_it_would_be()
    {
        var limiter = Limiter(1);
        await limiter.WaitAsync(TimeSpan.FromDays(1), default);
        var second = limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask();

        var third = limiter.WaitAsync(2 * Stretched, default).AsTask();

        third.IsCompleted.ShouldBeTrue();
        (await third).ShouldBe(new RateLimiter.Turn(false, 2 * Stretched));
        second.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_gives_up_gives_its_place_to_the_next()
    {
        var limiter = Limiter(1);
        await limiter.WaitAsync(TimeSpan.FromDays(1), default);
        using var impatient = new CancellationTokenSource();
        var second = limiter.WaitAsync(TimeSpan.FromDays(1), impatient.Token).AsTask();
        var third = limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask();

        await impatient.CancelAsync();
        _clock.Advance(TimeSpan.FromSeconds(1.1));

        (await Should.ThrowAsync<OperationCanceledException>(() => second)).CancellationToken.ShouldBe(impatient.Token);
        (await third).IsGranted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_pause_holds_everybody_and_refuses_those_who_cannot_wait_so_long()
    {
        var limiter = Limiter(null);
        limiter.Pause(TimeSpan.FromSeconds(5));
        var patient = limiter.WaitAsync(TimeSpan.FromSeconds(60), default).AsTask();
        var hurried = limiter.WaitAsync(TimeSpan.FromSeconds(10), default).AsTask();

        limiter.Pause(TimeSpan.FromSeconds(20));

        (await hurried).ShouldBe(new RateLimiter.Turn(false, TimeSpan.FromSeconds(20)));
        _clock.Advance(TimeSpan.FromSeconds(19));
        patient.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await patient).ShouldBe(new RateLimiter.Turn(true, TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(1_800_000_000)]
    [InlineData(251_000_000_000)]
    public async Task No_pause_is_longer_than_the_longest(double seconds)
    {
        var limiter = Limiter(null);

        limiter.Pause(TimeSpan.FromSeconds(seconds)).ShouldBe(TimeSpan.FromMinutes(5));

        var waiting = limiter.WaitAsync(TimeSpan.FromHours(1), default).AsTask();
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await waiting).ShouldBe(new RateLimiter.Turn(true, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void A_shorter_pause_does_not_shorten_a_longer_one()
    {
        var limiter = Limiter(null);
        limiter.Pause(TimeSpan.FromSeconds(20));
        limiter.Pause(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(19));

        limiter.WaitAsync(TimeSpan.FromSeconds(60), default).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_pause_without_a_given_length_doubles_each_time_it_did_not_help()
    {
        var limiter = Limiter(null);
        var pauses = new List<double>();
        for (var time = 0; time < 5; time++)
        {
            pauses.Add(limiter.Pause(null).TotalSeconds);
            // Others were on their way already: their 429 says nothing about the pause.
            limiter.Pause(null).TotalSeconds.ShouldBe(pauses[^1]);
            _clock.Advance(TimeSpan.FromSeconds(pauses[^1]));
        }

        pauses.ShouldBe([1, 2, 4, 8, 8]);
        limiter.Calm();
        limiter.Pause(null).ShouldBe(TimeSpan.FromSeconds(1));
    }

    private RateLimiter Limiter(int? limit, int burst = 1) =>
        _limiter = new(new Pacer(limit, Window, burst), _clock, TimeSpan.FromMinutes(5));
}
