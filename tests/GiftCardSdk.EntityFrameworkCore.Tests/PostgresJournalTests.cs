using GiftCardSdk.Journal;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The journal in PostgreSQL keeps the contract of every journal.</summary>
public sealed class PostgresJournalTests(PostgresServer server) : JournalContract(new Processes(server).Journal())
{
    [Fact]
    public void It_says_that_it_outlives_a_crash_and_that_others_may_have_it_open()
    {
        var journal = CreateAnother();

        journal.IsDurable.ShouldBeTrue();
        journal.IsExclusive.ShouldBeFalse();
    }

    protected override IOrderJournal CreateAnother() => new Processes(server).Journal();
}

/// <summary>So does the one that takes its connections from a context.</summary>
public sealed class ContextJournalTests(PostgresServer server) : JournalContract(JournalOf(new Processes(server)))
{
    protected override IOrderJournal CreateAnother() => JournalOf(new Processes(server));

    private static IOrderJournal JournalOf(Processes processes) => processes.StartWithContext().GetRequiredService<IOrderJournal>();
}
