namespace GiftCardSdk.AspNetCore.Health;

/// <summary>An answer that is kept for a time, so that somebody who asks every second costs nobody anything. One question at a time, for all who wait.</summary>
internal sealed class Periodic<T>(Func<CancellationToken, Task<T>> ask, TimeSpan period, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<T>? _answer;
    private long _askedAt;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_answer is null || (_answer.IsCompleted && (!_answer.IsCompletedSuccessfully || time.GetElapsedTime(_askedAt) >= period)))
            {
                _askedAt = time.GetTimestamp();
                // It answers everybody, so it ends with nobody's patience but its own.
                _answer = Task.Run(() => ask(CancellationToken.None), CancellationToken.None);
            }

            return _answer.WaitAsync(cancellationToken);
        }
    }
}
