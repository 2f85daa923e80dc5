using System.Globalization;
using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirk 16: a batch of payouts carries no key, so it goes through the journal and is found again by its recipients.</summary>
public sealed class PayoutTests
{
    [Fact]
    public async Task A_batch_is_sent_once_for_each_reference()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());

        var first = await stage.Payouts.DispatchAsync("wave-1", batch);
        var second = await stage.Payouts.DispatchAsync("wave-1", batch);

        (first.WasReplayed, second.WasReplayed, second.Value.Id).ShouldBe((false, true, first.Value.Id));
        stage.Twin.Requests.Count("payout_orders.create").ShouldBe(1);
    }

    [Fact]
    public async Task Many_callers_of_one_reference_send_one_batch()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.Payouts.DispatchAsync("wave-1", batch)));

        results.Select(result => result.Value.Id).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("campaign")]
    [InlineData("currency")]
    [InlineData("recipient")]
    [InlineData("amount")]
    [InlineData("more")]
    public async Task Another_batch_under_the_same_reference_is_a_conflict(string what)
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        await stage.Payouts.DispatchAsync("wave-1", batch);
        var recipient = batch.Recipients[0];
        var other = what switch
        {
            "campaign" => batch with { CampaignId = await stage.CampaignAsync() },
            "currency" => batch with { WalletCurrency = "USD" },
            "recipient" => batch with { Recipients = [recipient with { Email = "ola@fjord.example" }] },
            "amount" => batch with { Recipients = [recipient with { Amount = 21 }] },
            _ => batch with { Recipients = [recipient, recipient with { Email = "ola@fjord.example" }] },
        };

        var conflict = await Should.ThrowAsync<GiftCardException>(() => stage.Payouts.DispatchAsync("wave-1", other));

        (conflict.Code, conflict.Outcome).ShouldBe((GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated));
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_retry_may_write_addresses_and_texts_another_way()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        await stage.Payouts.DispatchAsync("wave-1", batch);
        var again = batch with
        {
            WalletCurrency = "eur",
            ExpiresInDays = 30,
            CallbackUrl = "https://hooks.fjord.example/gifq",
            Recipients = [batch.Recipients[0] with { Email = "IDA@fjord.example", Name = "Ida B", Amount = 20.00m }],
        };

        (await stage.Payouts.DispatchAsync("wave-1", again)).WasReplayed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ida@fjord.example\u200b", "Ida", "Recipients[0].Email", "U+200B at index 17")]
    [InlineData(" ida@fjord.example", "Ida", "Recipients[0].Email", "U+0020")]
    [InlineData("ida@fjord", "Ida", "Recipients[0].Email", "no dot")]
    [InlineData("ida@fjord.example", "Ida\r\nBcc: x", "Recipients[0].Name", "U+000D at index 3")]
    [InlineData("ida@fjord.example", "Ida <half>", "Recipients[0].Name", "U+D83C")]
    public async Task Text_that_cannot_be_delivered_is_refused_before_anything_is_sent(
        string email,
        string name,
        string place,
        string reason
    )
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        var wrong = batch with
        {
            Recipients = [batch.Recipients[0] with { Email = email, Name = name.Replace("<half>", "\uD83C", StringComparison.Ordinal) }],
        };
        var before = stage.Twin.Requests.Total;

        var mistake = await Should.ThrowAsync<ArgumentException>(() => stage.Payouts.DispatchAsync("wave-1", wrong));

        mistake.Message.ShouldContain($"{place}: ");
        mistake.Message.ShouldContain(reason);
        mistake.Message.ShouldNotContain("ida@fjord");
        stage.Twin.Requests.Total.ShouldBe(before);
    }

    [Theory]
    [InlineData(FaultKind.CloseAfterCommit, GifqListOrder.NewestFirst)]
    [InlineData(FaultKind.ResetAfterCommit, GifqListOrder.OldestFirst)]
    [InlineData(FaultKind.ServerErrorAfterCommit, GifqListOrder.NewestFirst)]
    [InlineData(FaultKind.BrokenBody, GifqListOrder.OldestFirst)]
    [InlineData(FaultKind.EmptyBody, GifqListOrder.NewestFirst)]
    public async Task A_lost_answer_is_found_again_by_its_recipients(FaultKind fault, GifqListOrder order)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ListOrder = order);
        var campaign = await stage.CampaignAsync();
        for (var i = 0; i < 25; i++)
        {
            await stage.Payouts.DispatchAsync(Reference(i), Requests.Batch(campaign, Address(i)));
        }

        stage.Twin.Faults.Add(
            new()
            {
                Operation = "payout_orders.create",
                Kind = fault,
                Times = 1,
            }
        );

        var found = await stage.Payouts.DispatchAsync("wave-lost", Requests.Batch(campaign, "ida@fjord.example"));

        var payout = await stage.Api.ListAllPayoutsAsync().SingleAsync(row => row.PayoutOrderId == found.Value.Id);
        payout.Email.ShouldBe("ida@fjord.example");
        (stage.Twin.Ledger.Count, found.WasReplayed).ShouldBe((26, false));
    }

    [Fact]
    public async Task An_equal_batch_of_another_reference_is_not_taken_for_a_lost_one()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        var first = await stage.Payouts.DispatchAsync("wave-1", batch);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "payout_orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

        var second = await stage.Payouts.DispatchAsync("wave-2", batch);

        second.Value.Id.ShouldNotBe(first.Value.Id, StringComparer.Ordinal);
        stage.Twin.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_found_stays_unknown_is_never_sent_again_and_is_left_to_a_person()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "payout_orders.create",
                Kind = FaultKind.CloseBeforeCommit,
                Times = 1,
            }
        );

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Payouts.DispatchAsync("wave-1", batch));
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        var parked = await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Payouts.DispatchAsync("wave-1", batch));

        (unknown.IsTransient, parked.IsTransient).ShouldBe((true, false));
        parked.Message.ShouldContain("a person has to decide");
        stage.Twin.Requests.Count("payout_orders.create").ShouldBe(1);
        var journal = stage.Accounts.Services.GetRequiredService<IOrderJournal>();
        (await journal.ListAsync(JournalQuery.Unresolved).SingleAsync()).Identity.Operation.ShouldBe("payout-order");
    }

    [Fact]
    public async Task A_batch_that_is_committed_late_is_found_by_the_next_call()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync());
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "payout_orders.create",
                Kind = FaultKind.LateCommit,
                Delay = TimeSpan.FromMinutes(3),
                Times = 1,
            }
        );

        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Payouts.DispatchAsync("wave-1", batch));
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        var found = await stage.Payouts.DispatchAsync("wave-1", batch);

        found.WasReplayed.ShouldBeTrue();
        stage.Twin.Ledger.Sales.ShouldHaveSingleItem().OrderId.ShouldBe(found.Value.Id);
    }

    /// <summary>A batch carries no key: a second send pays everybody twice.</summary>
    [Fact]
    public async Task Whatever_a_gateway_answers_after_the_batch_it_is_found_and_paid_once()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("EUR", 100_000);
        var campaign = await stage.CampaignAsync();
        foreach (var (index, answer) in Gateways.Answers("payout_orders.create", FaultKind.ServerErrorAfterCommit).Index())
        {
            stage.Twin.Faults.Clear();
            stage.Twin.Faults.Add(answer);
            var before = stage.Twin.Ledger.Count;

            var sent = await stage.Payouts.DispatchAsync($"wave-{index}", Requests.Batch(campaign, $"ida.{index}@fjord.example"));

            stage.Twin.Ledger.Sales.Skip(before).Select(sale => sale.OrderId).ShouldBe([sent.Value.Id], answer.Describe());
        }
    }

    [Fact]
    public async Task Quirk_7_too_little_money_refuses_the_whole_batch_and_frees_its_reference()
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch(await stage.CampaignAsync(), "ida@fjord.example", "ola@fjord.example");
        stage.Twin.SetBalance("EUR", 39.99m);

        var refusal = await Should.ThrowAsync<GiftCardException>(() => stage.Payouts.DispatchAsync("wave-1", batch));
        stage.Twin.SetBalance("EUR", 40);
        var sent = await stage.Payouts.DispatchAsync("wave-1", batch);

        (refusal.Outcome, refusal.HttpStatus).ShouldBe((GiftCardOutcome.NothingCreated, 422));
        (sent.WasReplayed, stage.Twin.Balances["EUR"]).ShouldBe((false, 0m));
    }

    [Fact]
    public async Task A_thousand_recipients_are_one_batch()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("EUR", 20_000);
        var batch = Requests.Batch(await stage.CampaignAsync(), [.. Enumerable.Range(0, 1000).Select(Address)]);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "payout_orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

        var found = await stage.Payouts.DispatchAsync("wave-1", batch);

        found.Value.RecipientsCount.ShouldBe(1000);
        stage.Twin.Ledger.Sales.ShouldHaveSingleItem().Cards.ShouldBe(1000);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("too many")]
    [InlineData("campaign")]
    [InlineData("wallet")]
    [InlineData("days")]
    [InlineData("callback")]
    [InlineData("address")]
    [InlineData("amount")]
    [InlineData("places")]
    [InlineData("currency")]
    [InlineData("null")]
    public async Task A_batch_that_cannot_be_right_is_refused_before_it_is_journalled_without_naming_anybody(string what)
    {
        await using var stage = await Stage.StartAsync();
        var batch = Requests.Batch("campaign-7");
        var recipient = batch.Recipients[0];
        var (wrong, part) = what switch
        {
            "none" => (batch with { Recipients = [] }, "Recipients: 0 were given"),
            "too many" => (batch with { Recipients = [.. Enumerable.Repeat(recipient, 1001)] }, "Recipients: 1001 were given"),
            "campaign" => (batch with { CampaignId = " " }, "CampaignId"),
            "wallet" => (batch with { WalletCurrency = "EURO" }, "WalletCurrency: 'EURO'"),
            "days" => (batch with { ExpiresInDays = 0 }, "ExpiresInDays: 0"),
            "callback" => (batch with { CallbackUrl = "http://hooks.fjord.example" }, "CallbackUrl"),
            "address" => (batch with { Recipients = [recipient with { Email = "ida.fjord.example" }] }, "Recipients[0].Email"),
            "amount" => (batch with { Recipients = [recipient with { Amount = 0 }] }, "Recipients[0].Amount: 0.00 EUR"),
            "places" => (batch with { Recipients = [recipient with { Amount = 1.005m }] }, "Recipients[0].Amount: 1.005 EUR"),
            "currency" => (batch with { Recipients = [recipient with { Currency = "€" }] }, "Recipients[0].Currency: '€'"),
            _ => (batch with { Recipients = [recipient, null!] }, "Recipients[1]: a recipient may not be null"),
        };

        var mistake = await Should.ThrowAsync<ArgumentException>(() => stage.Payouts.DispatchAsync("wave-1", wrong));

        (mistake.ParamName, mistake.Message).ShouldSatisfyAllConditions(
            told => told.ParamName.ShouldBe("payoutOrder"),
            told => told.Message.ShouldContain(part),
            told => told.Message.ShouldNotContain("fjord.example")
        );
        stage.Twin.Requests.Total.ShouldBe(0);
        await Should.ThrowAsync<ArgumentException>(() => stage.Payouts.DispatchAsync(default, batch));
    }

    [Fact]
    public async Task Real_payouts_need_a_journal_that_survives_a_crash()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.Environment = GiftCardEnvironment.Production);

        var mistake = await Should.ThrowAsync<InvalidOperationException>(() =>
            accounts.Payouts.DispatchAsync("wave-1", Requests.Batch("campaign-7"))
        );

        mistake.Message.ShouldContain("the order journal is in memory");
        server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task A_batch_like_it_whose_recipients_are_others_or_not_listed_yet_is_not_taken()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Method == "POST" ? new("broken", 500)
            : request.Path == "/api/payout-orders"
                ? new(
                    """
                    [ { "id": "po-1", "campaign_id": "c", "wallet_currency": "EUR", "recipients_count": 1, "total_amount": 20, "created_at": "2099-01-01T00:00:00Z" },
                      { "id": "po-2", "campaign_id": "c", "wallet_currency": "EUR", "recipients_count": 1, "total_amount": 20, "created_at": "2099-01-01T00:00:00Z" } ]
                    """
                )
            : new("""[ { "id": "p-1", "payout_order_id": "po-1", "email": "ola@fjord.example", "amount": 20, "currency": "EUR" } ]""");

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            accounts.Payouts.DispatchAsync("wave-1", Requests.Batch("c"))
        );

        unknown.Message.ShouldContain("whose payouts are not all listed");
        server.Requests.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_like_it_that_does_not_say_its_time_proves_nothing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Method == "POST"
                ? new("broken", 500)
                : new("""[ { "id": "po-1", "campaign_id": "c", "wallet_currency": "EUR", "recipients_count": 1 } ]""");

        var unknown = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            accounts.Payouts.DispatchAsync("wave-1", Requests.Batch("c"))
        );

        unknown.Message.ShouldContain("may be older than the first send, or may not");
    }

    [Fact]
    public async Task A_batch_is_read_from_the_list_where_it_has_no_path_of_its_own()
    {
        await using var stage = await Stage.StartAsync(account: options => options.WireAssumptions.PayoutOrderPath = "api/nowhere/{id}");
        var batch = Requests.Batch(await stage.CampaignAsync());
        var first = await stage.Payouts.DispatchAsync("wave-1", batch);

        var again = await stage.Payouts.DispatchAsync("wave-1", batch);

        (again.Value.Id, again.WasReplayed).ShouldBe((first.Value.Id, true));
    }

    [Fact]
    public async Task Quirk_23_a_payout_that_was_taken_as_something_else_has_no_brand()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Payouts.DispatchAsync("wave-1", Requests.Batch(await stage.CampaignAsync(), "ida@fjord.example", "ola@fjord.example"));
        stage.LetTimePass();
        var payouts = await stage.Api.ListAllPayoutsAsync().OrderBy(row => row.Email, StringComparer.Ordinal).ToListAsync();
        stage.Twin.Claim(payouts[0].Id, Requests.Brand);
        stage.Twin.ClaimWithoutCard(payouts[1].Id);

        var claimed = await stage.Api.ListAllPayoutsAsync().OrderBy(row => row.Email, StringComparer.Ordinal).ToListAsync();

        claimed.Select(row => (row.Status, row.Brand)).ShouldBe([("completed", Requests.Brand), ("completed", null)]);
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"r{number}@fjord.example");

    private static OrderReference Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"wave-{number}");
}
