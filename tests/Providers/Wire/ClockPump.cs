namespace GiftCardSdk.Providers.Wire;

/// <summary>
/// Moves a clock while nothing else moves. Waits of ten seconds and more look like deadlines to a <see cref="ConformanceClock"/> and do not pass by themselves;
/// so when a run makes no progress for a moment of real time, it waits for such a one.
/// </summary>
internal sealed class ClockPump : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _pumping;
    private int _steps;

    public ClockPump(ConformanceClock clock) => _pumping = PumpAsync(clock);

    /// <summary>The run goes on: the clock stays as it is for now.</summary>
    public void Step() => Interlocked.Increment(ref _steps);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _pumping;
        _over.Dispose();
    }

    private async Task PumpAsync(ConformanceClock clock)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var seen = -1;
        while (!_over.IsCancellationRequested)
        {
            await ticks.WaitForNextTickAsync(CancellationToken.None);
            var steps = Volatile.Read(ref _steps);
            if (steps == seen)
            {
                clock.Advance(TimeSpan.FromSeconds(5));
            }

            seen = steps;
        }
    }
}
