using GiftCardSdk.Journal;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>What every journal that keeps records beside the orders keeps of theirs.</summary>
public abstract partial class JournalContract
{
    private IJournalRecords Records => _journal.Records.ShouldNotBeNull();

    [Fact]
    public async Task A_record_is_read_back_as_it_was_written()
    {
        var record = Record("1") with { Group = "Gruppe ß", DueAt = Noon.AddHours(2), Body = """{"text":"🎁 'quoted'"}""" };

        (await Records.TryAddAsync(record)).ShouldBeTrue();

        (await Records.FindAsync("note", "1")).ShouldBe(record);
        (await Records.FindAsync("note", "2")).ShouldBeNull();
        (await Records.FindAsync("other", "1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_record_can_be_added_once_and_is_replaced_only_by_the_version_after_it()
    {
        (await Records.TryAddAsync(Record("1"))).ShouldBeTrue();
        (await Records.TryAddAsync(Record("1") with { Body = "another" })).ShouldBeFalse();
        var second = Record("1").Next("second", Noon.AddHours(1));

        (await Records.TryUpdateAsync(second with { Version = 3 })).ShouldBeFalse();
        (await Records.TryUpdateAsync(second)).ShouldBeTrue();
        (await Records.TryUpdateAsync(second)).ShouldBeFalse();
        (await Records.TryUpdateAsync(Record("never added").Next("", Noon))).ShouldBeFalse();

        (await Records.FindAsync("note", "1")).ShouldBe(second);
    }

    [Fact]
    public async Task Only_the_record_that_was_read_can_be_removed()
    {
        await Records.TryAddAsync(Record("1"));
        var second = Record("1").Next("second", Noon);
        await Records.TryUpdateAsync(second);

        (await Records.TryRemoveAsync(Record("1"))).ShouldBeFalse();
        (await Records.TryRemoveAsync(second)).ShouldBeTrue();
        (await Records.TryRemoveAsync(second)).ShouldBeFalse();

        (await Records.FindAsync("note", "1")).ShouldBeNull();
        (await Records.TryAddAsync(Record("1"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_that_add_to_one_record_none_loses_what_another_added()
    {
        await Records.TryAddAsync(Record("sum") with { Body = "0" });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(AddOneAsync)));

        (await Records.FindAsync("note", "sum")).ShouldNotBeNull().Body.ShouldBe("16");
    }

    [Fact]
    public async Task Records_are_listed_oldest_first_by_all_that_a_query_sets()
    {
        await Records.TryAddAsync(Record("late") with { CreatedAt = Noon.AddHours(1), Group = "b" });
        await Records.TryAddAsync(Record("early") with { DueAt = Noon.AddHours(3), Group = "a" });
        await Records.TryAddAsync(Record("due") with { CreatedAt = Noon.AddMinutes(1), DueAt = Noon, Group = "a" });
        await Records.TryAddAsync(Record("early") with { Kind = "other" });

        (await IdsAsync(new() { Kind = "note" })).ShouldBe(["early", "due", "late"]);
        (await IdsAsync(new() { Kind = "note", Group = "a" })).ShouldBe(["early", "due"]);
        (await IdsAsync(new() { Kind = "note", Group = "A" })).ShouldBeEmpty();
        (await IdsAsync(new() { Kind = "note", DueBefore = Noon.AddHours(1) })).ShouldBe(["due"]);
        (await IdsAsync(new() { Kind = "note", CreatedFrom = Noon.AddHours(1) })).ShouldBe(["late"]);
        (await IdsAsync(new() { Kind = "note", UpdatedBefore = Noon })).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_records_than_a_page_holds_are_all_listed()
    {
        var ids = Enumerable.Range(0, 700).Select(i => $"{i:000}").ToArray();
        foreach (var id in ids)
        {
            // Many of one moment.
            await Records.TryAddAsync(Record(id) with { CreatedAt = Noon.AddMinutes(int.Parse(id, null) / 300) });
        }

        (await IdsAsync(new() { Kind = "note" })).Order(StringComparer.Ordinal).ShouldBe(ids);
    }

    private async Task AddOneAsync()
    {
        while (true)
        {
            var read = (await Records.FindAsync("note", "sum")).ShouldNotBeNull();
            if (await Records.TryUpdateAsync(read.Next(FormattableString.Invariant($"{int.Parse(read.Body, null) + 1}"), Noon)))
            {
                return;
            }
        }
    }

    private async Task<List<string>> IdsAsync(JournalRecordQuery query)
    {
        var ids = new List<string>();
        await foreach (var record in Records.ListAsync(query))
        {
            ids.Add(record.Id);
        }

        return ids;
    }

    private static JournalRecord Record(string id) =>
        new()
        {
            Kind = "note",
            Id = id,
            CreatedAt = Noon,
            UpdatedAt = Noon,
            Body = "first",
        };
}
