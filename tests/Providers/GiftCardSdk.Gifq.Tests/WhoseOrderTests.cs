using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Whose an order is: one account under two names, and another system on the same account.</summary>
public sealed class WhoseOrderTests
{
    [Fact]
    public void Two_names_with_one_credential_are_refused_at_start_unless_they_share_one_journal_id() =>
        new OneAccountTwoNames(
            static (cards, name, journalId, key) =>
                cards.AddGifq(
                    name,
                    options =>
                    {
                        options.JournalId = journalId;
                        options.ApiToken = key;
                    }
                )
        ).Check();

    [Fact]
    public async Task Another_systems_order_under_the_same_reference_is_a_conflict_and_nothing_is_handed_out()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Order("shared", Money.Of(50, "USD")));
        await using var ours = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(
            ours.Account.Orders.PlaceAsync(Requests.Order("shared", Money.Of(25, "USD")))
        );

        failure.Code.ShouldBeOneOf(GiftCardErrorCode.Conflict, GiftCardErrorCode.OutcomeUnknown);
    }

    [Theory]
    [InlineData(GifqDuplicateAnswer.OriginalOrder, false)]
    [InlineData(GifqDuplicateAnswer.OriginalOrder, true)]
    [InlineData(GifqDuplicateAnswer.Error, true)]
    public async Task What_another_system_bought_minutes_ago_under_the_same_reference_was_replayed(GifqDuplicateAnswer answer, bool isLost)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = answer);
        var before = await stage.Account.Orders.PlaceAsync(Requests.Order("shared"));
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await using var ours = stage.Restarted();
        if (isLost)
        {
            Lose(stage, FaultKind.ResetBeforeCommit);
        }

        var order = await ours.Account.Orders.PlaceAsync(Requests.Order("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }

    public static TheoryData<int, WireDate> Clocks => new MatrixTheoryData<int, WireDate>([-10, 0, 10], Enum.GetValues<WireDate>());

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task What_we_bought_was_not_replayed_however_far_the_clocks_are_apart(int minutesAhead, WireDate date)
    {
        await using var stage = await Stage.StartAsync(twin => twin.CompletionDelay = TimeSpan.Zero);
        stage.Twin.WriteDate(date.Header());
        var clock = new ShiftedClock(stage.Clock) { Ahead = TimeSpan.FromMinutes(minutesAhead) };
        await using var ours = Accounts.At(stage.Sandbox, clock);

        foreach (var reference in new[] { "first", "second" })
        {
            (await ours.Account.Orders.PlaceAsync(Requests.Order(reference))).WasReplayed.ShouldBeFalse();
        }

        Lose(stage, FaultKind.CloseAfterCommit);
        var lost = await ours.Account.Orders.PlaceAsync(Requests.Order("lost"));
        (lost.WasReplayed, lost.CreatedAt is null).ShouldBe((false, false));
    }

    private static void Lose(Stage stage, FaultKind kind) =>
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = kind,
                Times = 1,
            }
        );

    [Fact]
    public async Task What_was_bought_days_ago_under_the_same_reference_was_replayed()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Account.Orders.PlaceAsync(Requests.Order("shared"));
        stage.LetTimePass();
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await using var ours = stage.Restarted();

        var order = await ours.Account.Orders.PlaceAsync(Requests.Order("shared"));

        (order.Id, order.WasReplayed).ShouldBe((before.Id, true));
    }
}
