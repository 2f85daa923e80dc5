using GiftCardSdk.Journal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Ordering.Limits;

/// <summary>Records in a database that has a clock of its own.</summary>
internal sealed class DatedRecords(IJournalRecords inner, TimeProvider clock) : ForwardingRecords(inner)
{
    public override ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) => new(clock.GetUtcNow());
}
