using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The database has committed, and the answer is lost: the journal knows its own write again.</summary>
public sealed class LostAnswerTests : IAsyncDisposable
{
    private readonly Processes _processes;
    private readonly LostAnswers _lost;
    private readonly RelationalJournal _journal;

    public LostAnswerTests(PostgresServer server)
    {
        _processes = new(server);
        _lost = new(_processes.Database);
        _journal = new(_lost, new PostgreSqlDialect());
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _lost.DisposeAsync();
        _processes.Dispose();
    }

    [Fact]
    public async Task A_new_order_is_the_writers_own()
    {
        await _journal.OpenAsync();
        _lost.Next = 1;

        (await _journal.TryAddAsync(Entries.Entry())).ShouldBeTrue();

        _lost.Lost.ShouldBe(1);
        (await _journal.TryAddAsync(Entries.Entry())).ShouldBeFalse("a second write of the same content is another write");
    }

    [Fact]
    public async Task A_changed_order_is_the_writers_own()
    {
        await _journal.TryAddAsync(Entries.Entry());
        _lost.Next = 1;

        (await _journal.TryUpdateAsync(Entries.Entry(state: Unknown) with { Version = 2 })).ShouldBeTrue();

        _lost.Lost.ShouldBe(1);
        (await _journal.FindAsync(Entries.Entry().Identity)).ShouldNotBeNull().State.ShouldBe(Unknown);
        (await _journal.TryUpdateAsync(Entries.Entry(state: Unknown) with { Version = 2 })).ShouldBeFalse();
    }

    [Fact]
    public async Task A_record_beside_the_orders_is_the_writers_own()
    {
        await _journal.OpenAsync();
        var records = _journal.Records.ShouldNotBeNull();
        var record = new JournalRecord
        {
            Kind = "note",
            Id = "1",
            CreatedAt = Entries.Noon,
            UpdatedAt = Entries.Noon,
            Body = "first",
        };
        _lost.Next = 1;
        (await records.TryAddAsync(record)).ShouldBeTrue();
        _lost.Next = 1;
        (await records.TryUpdateAsync(record.Next("second", Entries.Noon))).ShouldBeTrue();

        _lost.Lost.ShouldBe(2);
        (await records.TryUpdateAsync(record.Next("third", Entries.Noon))).ShouldBeFalse();
        (await records.FindAsync("note", "1")).ShouldNotBeNull().Body.ShouldBe("second");
    }

    [Fact]
    public async Task A_write_that_a_broken_connection_did_not_make_is_made_on_another_one()
    {
        await _journal.OpenAsync();
        (_lost.Next, _lost.BeforeWrite) = (1, true);

        (await _journal.TryAddAsync(Entries.Entry())).ShouldBeTrue();

        _lost.Lost.ShouldBe(1);
        (await _processes.Journal().FindAsync(Entries.Entry().Identity)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_that_does_not_come_back_is_told_of()
    {
        await _journal.OpenAsync();
        (_lost.Next, _lost.BeforeWrite) = (int.MaxValue, true);

        var failure = await Should.ThrowAsync<OrderJournalException>(_journal.TryAddAsync(Entries.Entry()).AsTask());

        failure.Message.ShouldContain("could not be written (NpgsqlException)");
        (await _processes.Journal().FindAsync(Entries.Entry().Identity)).ShouldBeNull();
    }
}
