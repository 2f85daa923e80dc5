using GiftCardSdk.Ordering;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The relational journal keeps the contract of every journal.</summary>
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
