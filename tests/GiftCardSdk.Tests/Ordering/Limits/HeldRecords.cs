using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records as one of several processes sees them, which stops before it reads one kind until it is let on.</summary>
internal sealed class HeldRecords(IJournalRecords inner, string held) : ForwardingRecords(inner)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the process stands before that kind.</summary>
    public Task Reached => _reached.Task;

    public void LetOn() => _letOn.SetResult();

    public override async ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
    {
        if (kind == held)
        {
            _reached.TrySetResult();
            await _letOn.Task;
        }

        return await base.FindAsync(kind, id, cancellationToken);
    }
}
