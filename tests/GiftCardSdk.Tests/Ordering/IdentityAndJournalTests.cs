using GiftCardSdk.Testing;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rules 1 and 2: what an order is, and what is written down before the first byte.</summary>
public sealed class IdentityAndJournalTests
{
    [Fact]
    public async Task Before_the_first_byte_the_journal_holds_intent_key_and_fingerprint()
    {
        var shop = new Shop();
        JournalEntry? atSend = null;
        shop.Provider.ScriptOrders(_ =>
        {
            atSend = shop.EntryAsync().Result;
            return ScriptedEnd.Accepted;
        });

        await shop.PlaceAsync();

        atSend.ShouldNotBeNull();
        atSend.State.ShouldBe(OrderJournalState.Sending);
        atSend.ProviderKey.ShouldBe("order-1");
        atSend.Fingerprint.ShouldStartWith("v2:");
        atSend.Attempt.ShouldBe(1);
        atSend.FirstSentAt.ShouldBe(shop.Clock.GetUtcNow());
        atSend.Lines.ShouldBe([new JournalLine("coffee", Money.Of(25, "EUR"), 1, null)]);
        atSend.Owner.ShouldNotBeNull();
        atSend.LeaseUntil.ShouldBe(shop.Clock.GetUtcNow() + TimeSpan.FromSeconds(130));
    }

    [Fact]
    public async Task A_reference_that_no_provider_takes_goes_out_as_its_hash_and_is_stored_so()
    {
        var shop = new Shop();

        var order = await shop.PlaceAsync(Shop.Request("Umfrage 81 / Person 1044"));

        order.ProviderKey.ShouldStartWith("g-");
        shop.Provider.Ledger.Single().ProviderKey.ShouldBe(order.ProviderKey);

        (await shop.EntryAsync("Umfrage 81 / Person 1044")).ProviderKey.ShouldBe(order.ProviderKey);
    }

    [Fact]
    public async Task The_stored_key_is_used_even_if_the_rule_would_say_another_today()
    {
        var shop = new Shop();
        shop.Provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds));
        await shop.FailAsync<GiftCardException>();
        var entry = await shop.EntryAsync();
        await shop.Journal.TryUpdateAsync(entry with { ProviderKey = "older-rule", Version = entry.Version + 1 });

        var order = await shop.PlaceAsync();

        order.ProviderKey.ShouldBe("older-rule");
        shop.Provider.Ledger.Single().ProviderKey.ShouldBe("older-rule");
    }

    [Fact]
    public async Task The_same_reference_with_other_content_is_a_conflict_and_calls_nobody()
    {
        var shop = new Shop();
        var order = await shop.PlaceAsync();

        var conflict = await shop.FailAsync<GiftCardException>(Shop.Request(amount: 26));

        conflict.Code.ShouldBe(GiftCardErrorCode.Conflict);
        conflict.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        conflict.OrderId.ShouldBe(order.Id);
        shop.Provider.Arrivals.ShouldBe(1);
        shop.Provider.Lookups.ShouldBe(0);
    }

    [Fact]
    public async Task Message_template_schedule_and_expiry_may_change_since_the_original_stands()
    {
        var shop = new Shop();
        var first = await shop.PlaceAsync();

        var second = await shop.PlaceAsync(
            Shop.Request() with
            {
                Message = new() { Subject = "Thanks again" },
                TemplateId = "T2",
                SendAt = shop.Clock.GetUtcNow(),
                ClaimBy = new DateOnly(2027, 1, 1),
            }
        );

        second.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task The_same_reference_at_another_account_is_another_order()
    {
        var shop = new Shop();
        var other = shop.Account with { Name = "other", Adapter = shop.Provider.CreateAdapter("other") };

        var first = await shop.PlaceAsync();
        var second = await shop.Coordinator.PlaceAsync(other, Shop.Request(), CancellationToken.None);

        (second.Id == first.Id).ShouldBeFalse();
        second.WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_reference_with_real_money_is_another_order()
    {
        var shop = new Shop(journal: new FaultyJournal());
        var real = shop.Account with { Environment = GiftCardEnvironment.Production };
        await shop.PlaceAsync();

        await shop.Coordinator.PlaceAsync(real, Shop.Request(), CancellationToken.None);

        (await shop.Journal.FindAsync(shop.Identity() with { Environment = GiftCardEnvironment.Production })).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_record_holds_no_address_no_text_and_no_code()
    {
        var shop = new Shop();
        var request = Shop.Request() with
        {
            Delivery = Delivery.Email,
            Message = new() { Subject = "CANARY-SUBJECT", Body = "CANARY-BODY" },
            Lines =
            [
                new()
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = new() { Name = "CANARY-NAME", Email = "canary@person.example" },
                },
            ],
        };

        await shop.PlaceAsync(request);

        var entry = await shop.EntryAsync();
        var everything = string.Join('\n', entry.Print());
        everything.Contains("CANARY", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
        entry.Lines.Single().RecipientHash.ShouldNotBeNull().ShouldStartWith("v2:");
        shop.Log.Entries.ShouldAllBe(line => !line.Text.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("v9:abc:zzz")]
    [InlineData("v1:zzz")]
    public async Task An_entry_whose_content_another_version_compares_is_left_alone(string fingerprint)
    {
        var shop = new Shop();
        await shop.PlaceAsync();
        var entry = await shop.EntryAsync();
        await shop.Journal.TryUpdateAsync(entry with { Fingerprint = fingerprint, Version = entry.Version + 1 });

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.Message.ShouldContain("a version of GiftCardSdk");
        shop.Provider.Arrivals.ShouldBe(1);
    }
}
