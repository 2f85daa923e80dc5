using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.History;

/// <summary>Records whose writer of one kind is overtaken just before it adds one.</summary>
internal sealed class LateRecords(string kind) : ForwardingRecords(new InMemoryOrderJournal().Records!)
{
    /// <summary>What happens meanwhile.</summary>
    public Func<Task>? BeforeAdd { get; set; }

    public override async ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default)
    {
        if (record.Kind == kind && BeforeAdd is { } meanwhile)
        {
            await meanwhile();
        }

        return await base.TryAddAsync(record, cancellationToken);
    }
}
