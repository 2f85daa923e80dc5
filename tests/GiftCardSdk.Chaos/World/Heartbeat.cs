namespace GiftCardSdk.Chaos.World;

/// <summary>
/// Lets time pass, but only while the twins answer: each beat asks one of them, over a socket as a client does, and moves the clock when the
/// answer is there. What has reached a twin's socket is so taken in before much time has passed, and a busy machine makes a run slower, never a
/// commit later than its fault says.
/// </summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    /// <summary>How much faster the clock runs than the machine's.</summary>
    private const int Speed = 40;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(4);

    /// <summary>The most of the machine's time that one beat may stand for, however long the answer took.</summary>
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMilliseconds(20);

    private readonly SharedClock _clock;
    private readonly IReadOnlyList<Uri> _twins;
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _oneMove = new(1);
    private readonly Task _beating;

    public Heartbeat(SharedClock clock, IEnumerable<Uri> twins)
    {
        _clock = clock;
        _twins = [.. twins];
        _beating = BeatAsync();
    }

    /// <summary>Moves the clock at once, as when a machine was suspended; every twin has answered immediately before.</summary>
    public async Task JumpAsync(TimeSpan by)
    {
        await _oneMove.WaitAsync();
        try
        {
            await Task.WhenAll(_twins.Select(AskAsync));
            _clock.Advance(by);
        }
        finally
        {
            _oneMove.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        _http.Dispose();
        _stop.Dispose();
        _oneMove.Dispose();
    }

    private async Task BeatAsync()
    {
        using var beats = new PeriodicTimer(Beat, TimeProvider.System);
        var last = TimeProvider.System.GetTimestamp();
        for (var beat = 0; !_stop.IsCancellationRequested; beat++)
        {
            await beats.WaitForNextTickAsync(CancellationToken.None);
            await _oneMove.WaitAsync();
            await AskAsync(_twins[beat % _twins.Count]);
            var now = TimeProvider.System.GetTimestamp();
            var passed = TimeProvider.System.GetElapsedTime(last, now);
            _clock.Advance(Speed * (passed < LongestBeat ? passed : LongestBeat));
            last = now;
            _oneMove.Release();
        }
    }

    /// <summary>A path that no provider has, so that no fault strikes it; any answer will do.</summary>
    private async Task AskAsync(Uri twin)
    {
        using var answer = await _http.GetAsync(new Uri(twin, "/heartbeat"), HttpCompletionOption.ResponseHeadersRead);
    }
}
