using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records on a disk that is full until it is said to work.</summary>
internal sealed class FailingRecords() : ForwardingRecords(new InMemoryOrderJournal().Records!)
{
    public bool IsWorking { get; set; }

    /// <summary>Whether what fails was written all the same.</summary>
    public bool LosesAnswers { get; init; }

    public override ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => base.TryAddAsync(record, cancellationToken));

    public override ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => base.TryUpdateAsync(record, cancellationToken));

    public override ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        WriteAsync(() => base.TryRemoveAsync(record, cancellationToken));

    private async ValueTask<bool> WriteAsync(Func<ValueTask<bool>> write)
    {
        if (IsWorking)
        {
            return await write();
        }

        if (LosesAnswers)
        {
            await write();
        }

        throw new OrderJournalException("The disk is full.");
    }
}
