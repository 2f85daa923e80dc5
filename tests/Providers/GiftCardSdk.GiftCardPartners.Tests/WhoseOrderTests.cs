using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddGiftCardPartners(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.BaseAddress = new Uri("https://api.partner.example");
                        options.Email = "orders@account.example";
                        options.AccessToken = key;
                    }
                )
        ).Check();

    [Fact]
    public async Task Another_systems_order_under_the_same_key_is_a_conflict_and_nothing_is_handed_out()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Links("shared", quantity: 3));
        await using var ours = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(ours.Account.Orders.PlaceAsync(Requests.Links("shared")));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
    }

    [Fact]
    public async Task The_same_order_of_before_is_returned_and_was_replayed()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Account.Orders.PlaceAsync(Requests.Links("shared"));
        await using var ours = stage.Restarted();

        var order = await ours.Account.Orders.PlaceAsync(Requests.Links("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }

    [Fact]
    public async Task What_another_system_bought_minutes_ago_was_replayed_though_a_send_of_ours_was_lost()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Account.Orders.PlaceAsync(Requests.Links("shared"));
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await using var ours = stage.Restarted();
        stage.Break("orders.create", FaultKind.ResetBeforeCommit);

        var order = await ours.Account.Orders.PlaceAsync(Requests.Links("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }

    public static TheoryData<int, WireDate, int?> Clocks =>
        new MatrixTheoryData<int, WireDate, int?>([-10, 0, 10], Enum.GetValues<WireDate>(), [null, -5, 9]);

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task What_we_bought_was_not_replayed_however_far_the_clocks_are_apart(int minutesAhead, WireDate date, int? zone)
    {
        await using var stage = await Stage.StartAsync(twin => twin.UnsaidOffset = zone is { } hours ? TimeSpan.FromHours(hours) : null);
        stage.Twin.WriteDate(date.Header());
        var clock = new ShiftedClock(stage.Clock) { Ahead = TimeSpan.FromMinutes(minutesAhead) };
        await using var ours = Accounts.At(stage.Twin, clock);

        var first = await ours.Account.Orders.PlaceAsync(Requests.Links("first"));
        stage.Break("orders.create", FaultKind.CloseAfterCommit);
        var lost = await ours.Account.Orders.PlaceAsync(Requests.Links("lost"));

        (first.WasReplayed, lost.WasReplayed).ShouldBe((false, false));
        (first.IsCreatedAtExact, lost.IsCreatedAtExact).ShouldBe((zone is null, zone is null));
    }
}
