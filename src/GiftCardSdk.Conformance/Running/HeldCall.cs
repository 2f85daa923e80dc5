namespace GiftCardSdk.Conformance.Running;

/// <summary>A call that stays where it is until it is let go, or until whoever made it gives up.</summary>
internal sealed class HeldCall(int number, bool isAfterAnswer)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = number;

    public bool IsAfterAnswer { get; } = isAfterAnswer;

    /// <summary>Completes when the call is there.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Counts a call; true for the one that is meant.</summary>
    public bool IsReached() => --_left == 0;

    public Task StayAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }

    public void Release() => _released.TrySetResult();
}
