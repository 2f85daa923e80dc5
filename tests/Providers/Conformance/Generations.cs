using GiftCardSdk.Conformance;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Providers.Conformance;

/// <summary>Processes of one application that live and die one after the other. What they wrote into their journal is all that the next one knows.</summary>
internal sealed class Generations<TProcess>(Func<IOrderJournal, TProcess> begin)
    where TProcess : IAsyncDisposable
{
    public InMemoryOrderJournal Journal { get; } = new();

    /// <summary>A process that lives.</summary>
    public TProcess Begin() => begin(Journal);

    /// <summary>A process that dies at a step. Whether its work came to its end before; if not, nothing of it is ended in peace.</summary>
    public async Task<bool> LiveAsync(Func<JournalStep, bool> diesAt, Func<TProcess, Task> work)
    {
        var journal = new CrashingJournal(Journal, diesAt);
        var process = begin(journal);
        if (!await journal.SurvivesAsync(work(process)))
        {
            return false;
        }

        await process.DisposeAsync();
        return true;
    }

    /// <summary>A process that dies while it buys: before a byte has left, or before the end is written down.</summary>
    public async Task DieAsync(bool wasSold, Func<TProcess, Task> work) =>
        (await LiveAsync(step => wasSold ? step.IsAfterTheSend : step.IsBeforeTheSend, work)).ShouldBeFalse();

    /// <summary>What the journal says of one purchase.</summary>
    public async Task<JournalEntry> EntryAsync(OrderReference reference) =>
        await Journal.ListAsync(new()).SingleAsync(entry => entry.Identity.Reference == reference);
}
