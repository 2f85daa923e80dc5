using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>An inbox whose place can be down.</summary>
internal sealed class FailingRecords : IJournalRecords
{
    private readonly IJournalRecords _inner = new InMemoryOrderJournal().Records!;

    public bool IsDown { get; set; }

    public void AddTo(IServiceCollection services) => services.AddSingleton<IJournalRecords>(this);

    public ValueTask<JournalRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default) =>
        Up().FindAsync(kind, id, cancellationToken);

    public ValueTask<bool> TryAddAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        Up().TryAddAsync(record, cancellationToken);

    public ValueTask<bool> TryUpdateAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        Up().TryUpdateAsync(record, cancellationToken);

    public ValueTask<bool> TryRemoveAsync(JournalRecord record, CancellationToken cancellationToken = default) =>
        Up().TryRemoveAsync(record, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ListAsync(JournalRecordQuery query, CancellationToken cancellationToken = default) =>
        Up().ListAsync(query, cancellationToken);

    public ValueTask<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken = default) => Up().GetTimeAsync(cancellationToken);

    private IJournalRecords Up() => IsDown ? throw new OrderJournalException("The database is not there.") : _inner;
}
