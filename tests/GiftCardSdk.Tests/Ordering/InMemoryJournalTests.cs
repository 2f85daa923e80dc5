using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering;

public sealed class InMemoryJournalTests() : JournalContract(new InMemoryOrderJournal())
{
    [Fact]
    public void It_says_that_a_crash_forgets_it_and_that_no_other_process_sees_it()
    {
        var journal = new InMemoryOrderJournal();

        journal.IsDurable.ShouldBeFalse();
        journal.IsExclusive.ShouldBeTrue();
    }

    protected override IOrderJournal CreateAnother() => new InMemoryOrderJournal();
}
