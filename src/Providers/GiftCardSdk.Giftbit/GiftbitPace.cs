namespace GiftCardSdk.Giftbit;

/// <summary>Spaces the calls of a catalog evenly, so that listing it leaves room for orders under Giftbit's adaptive limit.</summary>
internal sealed class GiftbitPace(TimeProvider time, int? perSecond)
{
    private readonly Lock _lock = new();
    private long _next = time.GetTimestamp();

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (perSecond is not { } rate)
        {
            return Task.CompletedTask;
        }

        long turn;
        var now = time.GetTimestamp();
        lock (_lock)
        {
            turn = Math.Max(_next, now);
            _next = turn + (time.TimestampFrequency / rate);
        }

        return turn <= now ? Task.CompletedTask : Task.Delay(time.GetElapsedTime(now, turn), time, cancellationToken);
    }
}
