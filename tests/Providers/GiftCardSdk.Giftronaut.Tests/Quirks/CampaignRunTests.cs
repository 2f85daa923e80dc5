using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Campaign runs: once for each reference, looked up by their key, and repeated only where the account says that this is safe.</summary>
public sealed class CampaignRunTests
{
    [Fact]
    public async Task A_run_is_carried_out_once_for_each_reference()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();

        var first = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run("ana@panel.example", "ida@panel.example"));
        var second = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run("ana@panel.example", "IDA@panel.example"));

        (first.WasReplayed, second.WasReplayed, second.Value.OrderId).ShouldBe((false, true, first.Value.OrderId));
        first.Value.TotalCost.ShouldBe(new GiftronautMoney { Amount = 50, Currency = "USD" });
        stage.Twin.Requests.Count("campaigns.run").ShouldBe(1);
        var status = await stage.Account.Status.GetAsync(first.Value.OrderId);
        (status.Delivery, status.Rewards.Count, status.Rewards[0].FaceValue).ShouldBe((Delivery.Email, 2, Money.Of(25, "USD")));
    }

    [Fact]
    public async Task A_run_and_an_order_of_the_same_reference_are_two_purchases()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        var order = await stage.Account.Orders.PlaceAsync(
            Requests.Email("wave-1", Requests.Line("ana.ruiz@panel.example", 25, Requests.Choice))
        );
        stage.Break("campaigns.run", FaultKind.CloseBeforeCommit);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run()));
        var run = await stage.Campaigns.RunAsync("wave-2", campaign, Requests.Run());
        var second = await stage.Account.Orders.PlaceAsync(Requests.Email("wave-2", Requests.Line(product: Requests.Choice)));

        // The lost run of the first reference is not mistaken for the order that looks just like it.
        new[] { order.Id, run.Value.OrderId, second.Id }
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(3);
        stage.Twin.Ledger.Count.ShouldBe(3);
    }

    /// <summary>Whether a second run buys again, no document says; so it is found by its key, and never sent twice.</summary>
    [Fact]
    public async Task Whatever_a_gateway_answers_after_the_run_it_is_found_and_carried_out_once()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("USD", 100_000);
        var campaign = await stage.CampaignAsync();
        foreach (var (index, answer) in Gateways.Answers("campaigns.run", FaultKind.ServerErrorAfterCommit).Index())
        {
            stage.Twin.Faults.Clear();
            stage.Twin.Faults.Add(answer);
            var before = stage.Twin.Ledger.Count;

            var run = await stage.Campaigns.RunAsync($"wave-{index}", campaign, Requests.Run($"ana.{index}@panel.example"));

            stage.Twin.Ledger.Sales.Skip(before).Select(sale => sale.OrderId).ShouldBe([run.Value.OrderId], answer.Describe());
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Many_callers_of_one_reference_run_it_once()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run())));

        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.CloseAfterCommit)]
    [InlineData(FaultKind.ResetAfterCommit)]
    [InlineData(FaultKind.ServerErrorAfterCommit)]
    [InlineData(FaultKind.BrokenBody)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task A_lost_answer_is_found_by_its_key(FaultKind kind)
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());
        stage.Break("campaigns.run", kind);

        var found = await stage.Campaigns.RunAsync("wave-2", campaign, Requests.Run());

        stage.Twin.Ledger.SalesFor("run.wave-2").ShouldHaveSingleItem().OrderId.ShouldBe(found.Value.OrderId);
        (stage.Twin.Ledger.Count, stage.Twin.Requests.Count("campaigns.run"), found.WasReplayed).ShouldBe((2, 2, false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_found_is_never_sent_again_and_is_left_to_a_person(bool isFilterObeyed)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = isFilterObeyed);
        var campaign = await stage.CampaignAsync();
        await stage.Campaigns.RunAsync("wave-0", campaign, Requests.Run());
        stage.Break("campaigns.run", FaultKind.CloseBeforeCommit);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run()));
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run())
        );

        stage.Twin.Requests.Count("campaigns.run").ShouldBe(2);
        later.IsTransient.ShouldBeFalse("it is parked: where a miss proves nothing, neither does a list that ignores the key");
        var journal = stage.Accounts.Services.GetRequiredService<IOrderJournal>();
        (await journal.ListAsync(JournalQuery.Unresolved).SingleAsync()).Identity.Operation.ShouldBe("campaign-run");
    }

    [Fact]
    public async Task Where_the_account_says_that_runs_take_keys_a_lost_answer_is_asked_for_again()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.ClientOrderIdHonoured = false,
            options => options.WireAssumptions.CampaignRunsTakeKeys = true
        );
        var campaign = await stage.CampaignAsync();
        await stage.Campaigns.RunAsync("wave-0", campaign, Requests.Run());
        stage.Break("campaigns.run", FaultKind.CloseAfterCommit);

        var run = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());

        stage.Twin.Ledger.SalesFor("run.wave-1").ShouldHaveSingleItem().OrderId.ShouldBe(run.Value.OrderId);
        stage.Twin.Requests.Count("campaigns.run").ShouldBe(3);
    }

    [Fact]
    public async Task A_run_that_a_lost_journal_has_forgotten_returns_the_first_one()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        var first = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());
        await using var restarted = stage.Restarted();

        var same = await restarted.Campaigns.RunAsync("wave-1", campaign, Requests.Run());
        await using var again = stage.Restarted();
        var otherText = await again.Campaigns.RunAsync("wave-1", campaign, Requests.Run() with { Subject = "Written anew" });

        (same.Value.OrderId, otherText.Value.OrderId, stage.Twin.Ledger.Count).ShouldBe((first.Value.OrderId, first.Value.OrderId, 1));
    }

    [Theory]
    [InlineData("recipient")]
    [InlineData("more")]
    [InlineData("amount")]
    [InlineData("refund")]
    [InlineData("campaign")]
    public async Task Another_run_under_the_same_reference_is_a_conflict(string what)
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());
        var (other, run) = what switch
        {
            "recipient" => (campaign, Requests.Run("ola@panel.example")),
            "more" => (campaign, Requests.Run("ana.ruiz@panel.example", "ola@panel.example")),
            "amount" => (campaign with { Amount = 26 }, Requests.Run()),
            "refund" => (campaign with { RefundOption = true }, Requests.Run()),
            _ => (await stage.CampaignAsync(), Requests.Run()),
        };

        var conflict = await Should.ThrowAsync<GiftCardException>(() => stage.Campaigns.RunAsync("wave-1", other, run));

        (conflict.Code, conflict.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_campaign_that_was_changed_since_it_was_read_is_not_run()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        await stage.Api.ReplaceCampaignAsync(campaign.CampaignId, Requests.Campaign with { Amount = 250 });

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run()));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("another product or amount");
        stage.Twin.Requests.Count("campaigns.run").ShouldBe(0);
    }

    [Fact]
    public async Task A_campaign_that_is_gone_is_refused_and_a_run_that_was_made_before_is_still_returned()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        var first = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());
        await stage.Api.DeleteCampaignAsync(campaign.CampaignId);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Campaigns.RunAsync("wave-2", campaign, Requests.Run()));
        var again = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.NotFound, GiftCardOutcome.NothingCreated));
        (again.Value.OrderId, again.WasReplayed).ShouldBe((first.Value.OrderId, true));
    }

    [Fact]
    public async Task A_lack_of_money_refuses_the_whole_run_and_frees_its_reference()
    {
        await using var stage = await Stage.StartAsync(twin => twin.RefillBelow = null);
        var campaign = await stage.CampaignAsync();
        stage.Twin.SetBalance("USD", 49);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run("ana@panel.example", "ida@panel.example"))
        );
        var run = await stage.Campaigns.RunAsync("wave-1", campaign, Requests.Run());

        (failure.Code, failure.Outcome, run.WasReplayed).ShouldBe(
            (GiftCardErrorCode.InsufficientFunds, GiftCardOutcome.NothingCreated, false)
        );
    }

    [Fact]
    public async Task A_run_can_be_scheduled()
    {
        await using var stage = await Stage.StartAsync();
        var at = stage.Clock.GetUtcNow() + TimeSpan.FromDays(2);

        var run = await stage.Campaigns.RunAsync(
            "wave-1",
            await stage.CampaignAsync(),
            Requests.Run() with
            {
                SendTiming = GiftronautSendTiming.At(at, "Europe/Berlin"),
            }
        );

        run.Value.Status.ShouldBe(GiftronautWords.OrderStatus.Pending);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("address")]
    [InlineData("invisible")]
    [InlineData("no domain")]
    [InlineData("subject")]
    [InlineData("message")]
    [InlineData("half")]
    [InlineData("twice")]
    [InlineData("null")]
    [InlineData("campaign")]
    public async Task A_run_that_cannot_be_right_is_refused_before_it_is_journalled_without_naming_anybody(string what)
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        var before = stage.Twin.Requests.Total;
        var (wrong, run, part) = what switch
        {
            "none" => (campaign, Requests.Run() with { Recipients = [] }, "Recipients: none were given"),
            "address" => (campaign, Requests.Run("ana.panel.example"), "Recipients[0].Email: this is not an e-mail address"),
            "invisible" => (campaign, Requests.Run("ana@panel.example\u200b"), "U+200B at index 17"),
            "no domain" => (campaign, Requests.Run("first.last@mail"), "no dot"),
            "subject" => (campaign, Requests.Run() with { Subject = "For\r\nyou" }, "Subject: U+000D at index 3"),
            "message" => (campaign, Requests.Run() with { Message = "For\n\0you" }, "Message: U+0000 at index 4"),
            "half" => (campaign, Requests.Run() with { SenderName = "Kim \uD83C" }, "SenderName: half a surrogate pair (U+D83C)"),
            "twice" => (
                campaign,
                Requests.Run("ana@panel.example", "Ana@panel.example"),
                "Recipients[1]: the address is that of Recipients[0]"
            ),
            "null" => (campaign, Requests.Run() with { Recipients = [null!] }, "Recipients[0]"),
            _ => (campaign with { Amount = null }, Requests.Run(), "no amount"),
        };

        var mistake = await Should.ThrowAsync<ArgumentException>(() => stage.Campaigns.RunAsync("wave-1", wrong, run));

        mistake.Message.ShouldContain(part);
        mistake.Message.ShouldNotContain("panel.example");
        stage.Twin.Requests.Total.ShouldBe(before);
        await Should.ThrowAsync<ArgumentException>(() => stage.Campaigns.RunAsync(default, campaign, Requests.Run()));
    }

    [Fact]
    public async Task Real_money_needs_a_journal_that_survives_a_crash()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            stage.Twin.ProductionClientId,
            stage.Twin.ProductionClientSecret,
            stage.Clock,
            options => options.Environment = GiftCardEnvironment.Production,
            allowsMemoryJournal: false
        );

        Should.Throw<InvalidOperationException>(() => accounts.Campaigns).Message.ShouldContain("the order journal is in memory");
    }
}
