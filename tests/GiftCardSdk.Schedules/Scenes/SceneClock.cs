namespace GiftCardSdk.Schedules.Scenes;

/// <summary>
/// A clock on which short waits are over at once, whenever the schedule wants, and long ones never end: deadlines are no part of these races.
/// </summary>
internal sealed class SceneClock : TimeProvider
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero && dueTime < Short)
            {
                _ = Task.Run(Ring);
            }

            return true;
        }

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring()
        {
            if (!_isDisposed)
            {
                callback(state);
            }
        }
    }
}
