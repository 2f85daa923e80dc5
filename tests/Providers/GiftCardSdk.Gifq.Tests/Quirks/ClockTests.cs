using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>
/// This machine's clock, the provider's, a gateway's: an order that was sold is never believed absent because one of them is off, and a list is read no
/// farther back than it must be where they are right.
/// </summary>
public sealed class ClockTests
{
    public static TheoryData<int, WireDate> Clocks => new MatrixTheoryData<int, WireDate>([-600, 0, 10], Enum.GetValues<WireDate>());

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task An_order_that_was_sold_is_found_however_far_the_clocks_are_apart(int minutesAhead, WireDate date)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.WriteDate(date.Header());
        var clock = new ShiftedClock(stage.Clock) { Ahead = TimeSpan.FromMinutes(minutesAhead) };
        await using var ours = Accounts.At(stage.Sandbox, clock);
        await ours.Account.Orders.PlaceAsync(Requests.Order("before-1"));
        await ours.Account.Orders.PlaceAsync(Requests.Order("before-2"));
        stage.Clock.Advance(TimeSpan.FromHours(1));

        Strike(stage, "orders.create", FaultKind.CloseAfterCommit, times: 1);
        Strike(stage, "orders.create", FaultKind.ServerErrorBeforeCommit);
        Strike(stage, "orders.list", FaultKind.ServerErrorBeforeCommit);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => ours.Account.Orders.PlaceAsync(Requests.Order("lost")));
        stage.Twin.Faults.Clear();
        await PlaceNewerAsync(stage, 25);
        var entry = await ResolveAsync(stage, ours);

        entry.State.ShouldBe(OrderJournalState.Accepted);
        entry.ProviderOrderIds.ShouldBe([stage.Twin.Ledger.SalesFor("lost").ShouldHaveSingleItem().OrderId]);
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task An_order_that_was_never_sold_is_believed_absent(int minutesAhead, WireDate date)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.WriteDate(date.Header());
        var clock = new ShiftedClock(stage.Clock) { Ahead = TimeSpan.FromMinutes(minutesAhead) };
        await using var ours = Accounts.At(stage.Sandbox, clock);
        await PlaceNewerAsync(stage, 45);
        stage.Clock.Advance(TimeSpan.FromDays(3));
        await ours.Account.Orders.PlaceAsync(Requests.Order("before-1"));
        await ours.Account.Orders.PlaceAsync(Requests.Order("before-2"));
        stage.Clock.Advance(TimeSpan.FromHours(1));

        Strike(stage, "orders.create", FaultKind.CloseBeforeCommit);
        Strike(stage, "orders.list", FaultKind.ServerErrorBeforeCommit);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => ours.Account.Orders.PlaceAsync(Requests.Order("lost")));
        stage.Twin.Faults.Clear();
        var lists = stage.Twin.Requests.Count("orders.list");
        var entry = await ResolveAsync(stage, ours);

        entry.State.ShouldBe(OrderJournalState.Absent);
        // One or two passes: a page each where dates can be compared, else the whole list.
        (stage.Twin.Requests.Count("orders.list") - lists).ShouldBeOneOf(date is WireDate.Own ? [1, 2] : [3, 6]);
    }

    private static void Strike(Stage stage, string operation, FaultKind kind, int? times = null) =>
        stage.Twin.Faults.Add(
            new()
            {
                Operation = operation,
                Kind = kind,
                Times = times,
            }
        );

    /// <summary>Orders of another system of the same account.</summary>
    private static async Task PlaceNewerAsync(Stage stage, int count)
    {
        await using var others = stage.Restarted();
        foreach (var number in Enumerable.Range(0, count))
        {
            await others.Account.Orders.PlaceAsync(Requests.Order($"newer-{number}"));
            stage.Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>Passes until the quiet time is over.</summary>
    private static async Task<JournalEntry> ResolveAsync(Stage stage, Accounts ours)
    {
        var giftCards = ours.Services.GetRequiredService<IGiftCards>();
        await giftCards.Journal.ResolveAsync();
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        await giftCards.Journal.ResolveAsync();
        var journal = ours.Services.GetRequiredService<IOrderJournal>();
        return await journal.ListAsync(new()).SingleAsync(entry => entry.Identity.Reference.Value == "lost");
    }
}
