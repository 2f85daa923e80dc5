using GiftCardSdk.Journal;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>The journal in SQLite keeps the contract of every journal.</summary>
public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly JournalFolder _folder;

    public SqliteJournalTests()
        : this(new()) { }

    private SqliteJournalTests(JournalFolder folder)
        : base(folder.Open()) => _folder = folder;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_that_it_outlives_a_crash_and_that_others_may_have_it_open()
    {
        var journal = CreateAnother();

        journal.IsDurable.ShouldBeTrue();
        journal.IsExclusive.ShouldBeFalse();
    }

    protected override IOrderJournal CreateAnother() => _folder.Open(Path.Combine(_folder.Folder, Guid.NewGuid().ToString("N")));
}
