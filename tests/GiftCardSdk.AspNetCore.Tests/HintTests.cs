using System.Net;
using GiftCardSdk.Gifq;
using static System.Net.HttpStatusCode;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What nothing signs is believed by nobody: the order is read, and what it shows becomes an event.</summary>
public sealed class HintTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_of_Gift_Card_Partners_makes_the_order_be_read()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.GiftCardPartners, "survey-1");

        (await PostAsync(shop, Shop.GiftCardPartners, $$"""{"Id":"{{order.Id}}","Status":"Failed"}""")).ShouldBe(OK);
        shop.Notebook.Calls.ShouldBe(0);
        await shop.DispatchAsync();

        shop.ToldOf(order)
            .ShouldBe(
                ["delivered ReadBack survey-1", "order.completed ReadBack survey-1"],
                "The order is completed, whatever the call says."
            );
        (await shop.Receiver.KeptAsync()).ShouldAllBe(record => record.Kind != "webhook-hint");
    }

    [Fact]
    public async Task An_order_that_is_named_by_the_callers_key_alone_is_found()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.GiftCardPartners, "survey-1");

        await PostAsync(shop, Shop.GiftCardPartners, """{"Order":{"PONumber":"survey-1"}}""");
        await shop.DispatchAsync();

        shop.ToldOf(order).ShouldBe(["delivered ReadBack survey-1", "order.completed ReadBack survey-1"]);
    }

    [Fact]
    public async Task A_call_that_comes_before_the_end_tells_nothing_and_the_poller_the_rest()
    {
        await using var shop = await Shop.StartAsync(twins => twins.GiftCardPartners.AsyncThreshold = 0);
        var order = await shop.PlaceAsync(Shop.GiftCardPartners, "survey-1");
        order.Status.ShouldBe(OrderStatus.Pending);

        await PostAsync(shop, Shop.GiftCardPartners, $$"""{"Id":"{{order.Id}}","Status":"Completed"}""");
        await shop.Webhooks.DispatchAsync(Token);
        shop.ToldOf(order).ShouldBeEmpty();

        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.Webhooks.PollAsync(Token);
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.Webhooks.PollAsync(Token);
        await shop.DispatchAsync();
        shop.ToldOf(order).ShouldBe(["delivered ReadBack survey-1", "order.completed ReadBack survey-1"]);
    }

    [Fact]
    public async Task A_stranger_who_names_an_order_that_does_not_exist_costs_three_looks_and_no_more()
    {
        await using var shop = await Shop.StartAsync();

        await PostAsync(shop, Shop.GiftCardPartners, """{"Id":"ord-made-up","Status":"Completed"}""");
        for (var i = 0; i < 10; i++)
        {
            await shop.Webhooks.DispatchAsync(Token);
            shop.Clock.Advance(TimeSpan.FromHours(2));
        }

        shop.Notebook.Calls.ShouldBe(0);
        shop.Sandbox.GiftCardPartners.Requests.Count("orders.get").ShouldBe(3);
        (await shop.Receiver.KeptAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_callback_of_Huuray_is_a_hint_until_the_options_say_how_it_is_signed()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.Huuray, "survey-1");
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        var body =
            $$"""{"OrderUID":"{{order.Id}}","RefID":"survey-1","Vouchers":[{"ID":1,"Code":"CANARY-CODE","RedeemLink":"https://canary.example"}]}""";

        (await PostAsync(shop, Shop.Huuray, body, ("X-Event", "redemption"))).ShouldBe(OK);
        await shop.DispatchAsync();

        shop.ToldOf(order).ShouldBe(["order.completed ReadBack survey-1"]);
        (await shop.Receiver.KeptAsync()).ShouldAllBe(record => !record.Body.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_callback_of_Huuray_that_is_signed_as_the_options_say_is_believed()
    {
        var signature = new WebhookSignatureOptions { Header = "X-Signature", TimestampHeader = "X-Timestamp" };
        await using var shop = await Shop.StartAsync(accounts: accounts =>
            accounts.Huuray = options =>
            {
                options.Webhooks.Signature = signature;
                options.Webhooks.Secrets.Add("huurays-secret");
                options.WireAssumptions.WebhookEventHeader = "X-Event";
            }
        );
        var order = await shop.PlaceAsync(Shop.Huuray, "survey-1");
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        var body = $$"""{"OrderUID":"{{order.Id}}","RefID":"survey-1","Vouchers":[{"ID":8801460}]}""";
        var headers = WebhookSigner
            .Sign(System.Text.Encoding.UTF8.GetBytes(body), "huurays-secret", signature, shop.Clock.GetUtcNow())
            .Select(header => (header.Key, header.Value));

        (await PostAsync(shop, Shop.Huuray, body, [.. headers, ("X-Event", "redemption")])).ShouldBe(OK);
        (await PostAsync(shop, Shop.Huuray, body, ("X-Event", "redemption"))).ShouldBe(Unauthorized);
        await shop.DispatchAsync();

        shop.ToldOf(order).ShouldBe(["order.completed ReadBack survey-1", "redeemed Webhook survey-1"]);
        shop.Notebook.Told.Single(told => told.Kind == GiftCardEventKind.Redeemed).RewardId.ShouldBe("8801460");
    }

    [Fact]
    public async Task A_payout_of_Gifq_is_believed_where_the_options_say_how_it_is_signed_and_looked_for_where_not()
    {
        var signature = WebhookSignatureOptions.Digest("X-Gifq-Signature");
        await using var unsigned = await Shop.StartAsync();
        await using var signed = await Shop.StartAsync(accounts: accounts =>
            accounts.Gifq = options =>
            {
                options.Webhooks.Signature = signature;
                options.Webhooks.Secrets.Add("gifqs-secret");
            }
        );
        var body =
            """{"event":"payout.updated","data":{"id":"pay-1","payout_order_id":"po-1","status":"completed","redeemed_at":"2026-01-15T11:00:00Z"}}""";
        var headers = WebhookSigner
            .Sign(System.Text.Encoding.UTF8.GetBytes(body), "gifqs-secret", signature, signed.Clock.GetUtcNow())
            .Select(header => (header.Key, header.Value));

        (await PostAsync(unsigned, Shop.Gifq, body)).ShouldBe(OK);
        (await PostAsync(signed, Shop.Gifq, body, [.. headers])).ShouldBe(OK);
        await unsigned.DispatchAsync();
        await signed.DispatchAsync();

        unsigned.Notebook.Told.ShouldBeEmpty("GIFQ lists no such payout.");
        unsigned.Sandbox.Gifq.Requests.Count("payouts.list").ShouldBeGreaterThan(0);
        var told = signed.Notebook.Told.ShouldHaveSingleItem();
        (told.Kind, told.OrderId, told.RewardId).ShouldBe((GiftCardEventKind.Redeemed, "po-1", "pay-1"));
        told.OccurredAt.ShouldBe(new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_payout_of_Gifq_that_its_list_shows_as_claimed_is_redeemed()
    {
        await using var shop = await Shop.StartAsync();
        var account = shop.Receiver.GiftCards.GetAccount(Shop.Gifq);
        var api = account.GetService<IGifqApi>();
        var campaign = await api.CreateCampaignAsync(
            new()
            {
                Name = "Panel",
                EmailSubject = "For you",
                EmailBody = "{{amount}} is ready.",
            }
        );
        await api.ActivateCampaignAsync(campaign.Id);
        var batch = await account
            .GetService<IGifqPayouts>()
            .DispatchAsync(
                "wave-1",
                new()
                {
                    CampaignId = campaign.Id,
                    WalletCurrency = "EUR",
                    ExpiresInDays = 45,
                    Recipients =
                    [
                        new()
                        {
                            Email = "ida@fjord.example",
                            Name = "Ida",
                            Amount = 20,
                            Currency = "EUR",
                        },
                    ],
                }
            );
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        var payout = (await api.ListPayoutsAsync()).Rows.ShouldHaveSingleItem();
        var body = $$$"""{"event":"payout.updated","data":{"id":"{{{payout.Id}}}","payout_order_id":"po-invented","status":"failed"}}""";

        (await PostAsync(shop, Shop.Gifq, body)).ShouldBe(OK);
        await shop.DispatchAsync();
        shop.Notebook.Told.ShouldBeEmpty("The list does not say that it has failed.");
        shop.Sandbox.Gifq.Claim(payout.Id);
        (await PostAsync(shop, Shop.Gifq, body)).ShouldBe(OK);
        await shop.DispatchAsync();

        var told = shop.Notebook.Told.ShouldHaveSingleItem();
        (told.Kind, told.OrderId, told.RewardId).ShouldBe((GiftCardEventKind.Redeemed, batch.Value.Id, payout.Id));
        (told.Source, told.OccurredAt is null).ShouldBe((GiftCardEventSource.ReadBack, false));
    }

    [Fact]
    public async Task Links_that_are_ready_are_completed_and_not_delivered()
    {
        await using var shop = await Shop.StartAsync();
        var body = Giftronaut.Delivered("LO-1").Replace("ONE_TIME", "LINK", StringComparison.Ordinal);
        (await shop.Receiver.PostAsync(shop.Receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(OK);

        await shop.DispatchAsync();

        shop.Notebook.Told.ShouldHaveSingleItem().Kind.ShouldBe(GiftCardEventKind.OrderCompleted);
    }

    [Fact]
    public async Task An_unsigned_call_without_the_token_is_for_nobody()
    {
        await using var shop = await Shop.StartAsync();
        foreach (var account in (string[])[Shop.GiftCardPartners, Shop.Huuray, Shop.Gifq, Shop.Giftbit])
        {
            (await shop.Receiver.PostAsync(shop.Receiver.AddressOf(account), """{"Id":"x"}""")).ShouldBe(NotFound);
        }

        (await PostAsync(shop, Shop.Giftbit, """{"Id":"x"}""")).ShouldBe(NotFound, "Giftbit has no webhooks.");
    }

    private static Task<HttpStatusCode> PostAsync(Shop shop, string account, string body, params (string Name, string Value)[] headers) =>
        shop.Receiver.PostAsync(
            shop.Receiver.AddressOf(account, Shop.Token),
            body,
            headers.Select(header => KeyValuePair.Create(header.Name, header.Value))
        );
}
