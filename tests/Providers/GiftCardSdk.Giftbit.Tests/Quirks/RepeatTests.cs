using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Trap 14: nobody has documented what Giftbit answers to an id that it knows, or to one that it does not.</summary>
public sealed class RepeatTests
{
    [Theory]
    [InlineData(GiftbitDuplicateAnswer.OriginalOrder)]
    [InlineData(GiftbitDuplicateAnswer.Error)]
    public async Task Trap_14_an_order_whose_journal_is_lost_is_not_bought_twice(GiftbitDuplicateAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.DuplicateAnswer = answer);
        var first = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t14"));
        await using var restarted = stage.Restarted();

        var again = await restarted.Account.Orders.PlaceAsync(Requests.DirectLink("t14"));

        again.Id.ShouldBe(first.Id);
        again.Rewards.ShouldHaveSingleItem().Link.ShouldBe(first.Rewards[0].Link);
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(GiftbitDuplicateAnswer.OriginalOrder, GiftbitUnknownOrderAnswer.UnprocessableEntity)]
    [InlineData(GiftbitDuplicateAnswer.OriginalOrder, GiftbitUnknownOrderAnswer.NotFound)]
    [InlineData(GiftbitDuplicateAnswer.Error, GiftbitUnknownOrderAnswer.UnprocessableEntity)]
    [InlineData(GiftbitDuplicateAnswer.Error, GiftbitUnknownOrderAnswer.NotFound)]
    public async Task Trap_14_an_order_that_is_committed_after_the_look_up_is_not_bought_twice(
        GiftbitDuplicateAnswer duplicate,
        GiftbitUnknownOrderAnswer unknown
    )
    {
        await using var stage = await Stage.StartAsync(twin =>
        {
            twin.DuplicateAnswer = duplicate;
            twin.UnknownOrderAnswer = unknown;
        });
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "campaign.create",
                Kind = FaultKind.LateCommit,
                Delay = TimeSpan.FromSeconds(20),
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t14"));
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        stage.Twin.Ledger.SalesFor("t14").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("campaign.create").ShouldBe(2, "a repeat with the same id is safe");
    }

    [Theory]
    [InlineData(GiftbitUnknownOrderAnswer.UnprocessableEntity)]
    [InlineData(GiftbitUnknownOrderAnswer.NotFound)]
    public async Task An_unknown_order_is_not_found_by_either_answer(GiftbitUnknownOrderAnswer answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.UnknownOrderAnswer = answer);

        (await stage.Account.Status.FindAsync("nobody-knows-it")).ShouldBeNull();
        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.GetAsync("nobody-knows-it"));
        var cancel = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.CancelAsync("nobody", "knows-it"));

        (failure.Code, cancel.Code).ShouldBe((GiftCardErrorCode.NotFound, GiftCardErrorCode.NotFound));
    }

    [Fact]
    public async Task A_404_that_is_not_Giftbits_own_proves_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("<html>no such page</html>", 404, "text/html");

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.FindAsync("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.OutcomeUnknown);
        failure.Message.ShouldContain("404 without an error code of Giftbit's");
    }

    [Fact]
    public async Task A_look_up_that_finds_another_order_proves_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("campaign-get"));

        var found = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.FindAsync("o-1"));
        var read = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Status.GetAsync("o-1"));

        (found.Code, read.Code).ShouldBe((GiftCardErrorCode.OutcomeUnknown, GiftCardErrorCode.UnexpectedResponse));
    }

    [Fact]
    public async Task An_order_counts_as_found_even_if_its_rewards_cannot_be_read()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "direct_links.create",
                Kind = FaultKind.ServerErrorAfterCommit,
                Times = 1,
            }
        );
        stage.Twin.Faults.Add(new() { Operation = "gifts.list", Kind = FaultKind.ServerErrorBeforeCommit });

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("found"));

        (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Pending, 0));
        stage.Twin.Ledger.SalesFor("found").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("direct_links.create").ShouldBe(1);
    }

    [Fact]
    public async Task Trap_14_an_earlier_order_of_another_price_is_not_taken_for_the_one_that_was_asked_for()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t14"));
        await using var restarted = stage.Restarted();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            restarted.Account.Orders.PlaceAsync(Requests.DirectLink("t14", value: Money.Of(13, "USD")))
        );

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        stage.Twin.Ledger.SalesFor("t14").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(1200);
    }

    [Fact]
    public async Task A_refusal_that_no_document_names_stands_when_there_is_no_earlier_order()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("refused") with { TemplateId = "NOSUCH", Message = null };

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.ProviderCode.ShouldNotBeNull().ShouldStartWith("ERROR_SIM_");
        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_order_can_be_read_by_the_callers_own_id_too()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("by-own-id"));

        (await stage.Account.Status.GetAsync("by-own-id", RewardDetail.None)).Id.ShouldBe(order.Id);
    }
}
