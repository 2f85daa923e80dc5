using GiftCardSdk.Http.Internal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stretched = Window / 0.98;

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
        var limiter = Limiter(limit);
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
            (ordered[i].At - ordered[i - limit].At).ShouldBeGreaterThanOrEqualTo(Stretched);
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
    public async Task The_first_of_a_window_go_at_once_and_the_pace_is_98_percent()
    {
        var limiter = Limiter(10);

        var waits = new List<Task<RateLimiter.Turn>>();
        for (var caller = 0; caller < 100; caller++)
        {
            waits.Add(limiter.WaitAsync(TimeSpan.FromDays(1), default).AsTask());
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        var turns = await Task.WhenAll(waits);
        turns.Count(turn => turn.Wait == TimeSpan.Zero).ShouldBe(10);
        // Ninety more take nine stretched windows; timers count whole milliseconds.
        turns[^1].Wait.ShouldBeInRange(9 * Stretched, (9 * Stretched) + TimeSpan.FromMilliseconds(9));
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

    private RateLimiter Limiter(int? limit) => _limiter = new(limit, Window, _clock, TimeSpan.FromMinutes(5));
}
