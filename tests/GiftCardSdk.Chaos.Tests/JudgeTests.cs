using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Judging;
using GiftCardSdk.Chaos.Reporting;
using static GiftCardSdk.Chaos.Tests.Facts;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>A judge who cannot find anything proves nothing: each disagreement that there can be is found, and agreement is not disturbed.</summary>
public sealed class JudgeTests
{
    [Fact]
    public void Orders_on_which_all_sides_agree_are_good()
    {
        Judge.Look(Bought).ShouldBeEmpty();
        Judge.Look(Facts.Refused).ShouldBeEmpty();
        Judge
            .Look(Facts.Refused with { Entry = Entry(OrderJournalState.Absent), Told = [new(Content.Wanted, Ending.Unknown)] })
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_parked_order_is_good_if_it_says_why_sold_or_not()
    {
        var parked = Facts.Refused with
        {
            Entry = Entry(OrderJournalState.Parked, reason: "undecidable"),
            Told = [new(Content.Wanted, Ending.Unknown)],
        };

        Judge.Look(parked).ShouldBeEmpty();
        Judge.Look(parked with { Sales = [Sale(Id)] }).ShouldBeEmpty();
        Lost(parked with { Entry = Entry(OrderJournalState.Parked) }).ShouldContain("parked without a reason");
    }

    [Fact]
    public void Two_sales_of_one_order_are_a_duplicate() =>
        Judge.Look(Bought with { Sales = [Sale(Id), Sale("sold-2")] }).ShouldBe([new Finding(Verdict.Duplicate, "sold 2 times")]);

    [Fact]
    public void Two_sales_that_callers_were_both_told_of_are_a_duplicate_and_two_ids()
    {
        var both = Bought with
        {
            Sales = [Sale(Id), Sale("sold-2")],
            Told = [.. Bought.Told, new(Content.Wanted, Ending.Bought, "sold-2")],
        };

        Judge
            .Look(both)
            .ShouldBe([
                new Finding(Verdict.Duplicate, "sold 2 times"),
                new Finding(Verdict.Lost, "returned under several ids: sold-1, sold-2"),
            ]);
    }

    [Fact]
    public void What_is_sold_and_not_in_the_journal_is_lost() =>
        Lost(Bought with { Entry = null, Told = [new(Content.Wanted, Ending.Unknown)] }).ShouldContain("the journal does not know it");

    [Theory]
    [InlineData(OrderJournalState.Refused)]
    [InlineData(OrderJournalState.Absent)]
    public void What_is_sold_and_denied_by_the_journal_is_lost(OrderJournalState state) =>
        Lost(Bought with { Entry = Entry(state), Told = [new(Content.Wanted, Ending.Unknown)] }).ShouldContain($"the journal says {state}");

    [Fact]
    public void What_is_sold_while_every_caller_was_told_that_nothing_was_created_is_lost()
    {
        var denied = Bought with { Told = [new(Content.Wanted, Ending.Refused), new(Content.Other, Ending.Conflict)] };

        Lost(denied).ShouldContain("every caller was told that nothing was created");
        // Whoever was killed, or did not wait, was not told that.
        Judge.Look(denied with { Told = [.. denied.Told, new(Content.Wanted, Ending.None)] }).ShouldBeEmpty();
        Judge.Look(denied with { Told = [.. denied.Told, new(Content.Wanted, Ending.Left)] }).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_sold_though_nobody_asked_is_found() => Lost(Bought with { Told = [] }).ShouldContain("nobody had asked");

    [Fact]
    public void What_was_returned_and_is_not_in_the_journal_is_lost() =>
        Lost(Bought with { Entry = Entry(OrderJournalState.Unknown) })
            .ShouldContain("told that it was bought, and the journal says Unknown");

    [Fact]
    public void What_was_returned_and_never_sold_is_found() =>
        Lost(Bought with { Sales = [] }).ShouldContain("told that it was bought as sold-1, and it was not sold as that");

    [Fact]
    public void Two_ids_for_one_order_are_found() =>
        Lost(Bought with { Told = [.. Bought.Told, new(Content.Wanted, Ending.Exists, "sold-9")] })
            .ShouldContain("several ids: sold-1, sold-9");

    [Fact]
    public void An_id_that_only_the_observer_was_told_counts_too() =>
        Lost(Bought with { ObservedIds = ["sold-9"] }).ShouldContain("several ids: sold-1, sold-9");

    [Fact]
    public void A_journal_that_has_what_was_never_sold_or_another_id_is_found()
    {
        Lost(Bought with { Sales = [], Told = [new(Content.Wanted, Ending.Unknown)] }).ShouldContain("says Accepted, and it was not sold");
        Lost(Bought with { Entry = Entry(OrderJournalState.Accepted, "sold-9") })
            .ShouldContain("another id than the one it was sold under");
    }

    [Fact]
    public void What_is_still_open_at_the_end_is_found() =>
        Lost(Facts.Refused with { Entry = Entry(OrderJournalState.Unknown) }).ShouldContain("open to the end");

    [Fact]
    public void Whoever_ordered_something_else_and_got_this_is_found() =>
        Lost(Bought with { Told = [.. Bought.Told, new(Content.Other, Ending.Bought, Id)] }).ShouldContain("ordered for 5000");

    [Fact]
    public void A_journal_with_another_value_than_was_sold_is_found() =>
        Lost(Bought with { JournalAmount = 5_000 }).ShouldContain("sold for 2500, and the journal has 5000");

    [Fact]
    public void An_exception_that_no_caller_should_see_is_found() =>
        Lost(Bought with { Told = [.. Bought.Told, new(Content.Wanted, Ending.Broke, "NullReferenceException")] })
            .ShouldContain("NullReferenceException");

    [Fact]
    public void The_last_line_counts_what_was_found_and_the_run_is_not_good()
    {
        var twice = Bought with { Sales = [Sale(Id), Sale("sold-2"), Sale("sold-3")] };
        var lost = Bought with { Number = 9, Entry = null };
        var unknown = Bought with { Number = 14, WasOpenAfterCrash = true };
        var outcome = new Outcome(
            [twice, lost, unknown],
            [Sale("stray")],
            new Dictionary<string, int>(StringComparer.Ordinal) { ["huuray"] = 7 },
            kills: 3
        );

        outcome.IsGood.ShouldBeFalse();
        outcome.LastLine.ShouldBe("chaos: providers=1 orders=3 faults=7 kills=3 unknown=1 resolved=1 parked=0 duplicates=2 lost=2");
        var report = string.Join('\n', Report.Write(outcome));
        report.ShouldContain("DUPLICATE huuray chaos-1-4, number 4, seed 1: sold 3 times. Ledger: [sold-1 at ");
        report.ShouldContain("LOST huuray chaos-1-4, number 9, seed 1: sold, and the journal does not know it.");
        report.ShouldContain("never placed to an end: huuray chaos-1-4, number 9, seed 1");
    }

    private static string Lost(OrderFacts order)
    {
        var findings = Judge.Look(order).Where(finding => finding.Verdict == Verdict.Lost).ToList();
        findings.ShouldNotBeEmpty();
        return string.Join('\n', findings.Select(finding => finding.What));
    }
}
