using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>The orders and status roles over the twin.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task A_returned_order_is_one_call_and_comes_with_its_cards()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 2));

        (order.Status, order.RawStatus, order.Delivery).ShouldBe((OrderStatus.Completed, null, Delivery.Returned));
        (order.Reference!.Value.Value, order.ProviderKey, order.WasReplayed).ShouldBe(("o-1", "o-1", false));
        (order.Provider, order.Account, order.TotalCost).ShouldBe(("huuray", "huuray", null));
        order.Lines.ShouldBe(Requests.Returned("o-1", quantity: 2).Lines);
        order.Rewards.Count.ShouldBe(2);
        order.Rewards.ShouldAllBe(reward =>
            reward.Code != null && reward.Link != null && reward.SecurityCode != null && reward.Pin == null
        );
        var reward = order.Rewards[0];
        (reward.Line, reward.ProductId, reward.FaceValue).ShouldBe((0, Requests.Product, Money.Of(250, "SEK")));
        (reward.Delivery, reward.Recipient, reward.Redemption).ShouldBe((DeliveryState.Returned, null, default));
        stage.Twin.Requests.Total.ShouldBe(1);
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Theory]
    [InlineData(HuurayMissingVouchers.Null)]
    [InlineData(HuurayMissingVouchers.EmptyArray)]
    public async Task A_mailed_order_is_pending_until_a_search_shows_its_cards(HuurayMissingVouchers missing)
    {
        await using var stage = await Stage.StartAsync(twin => twin.MissingVouchers = missing);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example"));
        var running = await stage.Account.Status.GetAsync(order.Id);
        var complete = await stage.Account.Status.WaitForCompletionAsync(order.Id);

        (order.Status, order.Rewards.Count, order.Delivery).ShouldBe((OrderStatus.Pending, 0, Delivery.Email));
        (running.Status, running.Rewards.Count).ShouldBe((OrderStatus.Pending, 0), "a search does not show it, but this process placed it");
        complete.Status.ShouldBe(OrderStatus.Completed);
        complete
            .Rewards.Select(reward => (reward.Line, reward.Recipient!.Email, reward.HasSecret))
            .ShouldBe([(0, "maja@fjord.example", true), (1, "ola@fjord.example", true)]);
        complete.Rewards.ShouldAllBe(reward => reward.Delivery == default(DeliveryState) && reward.FaceValue == Money.Of(250, "SEK"));
    }

    [Fact]
    public async Task A_texted_order_goes_to_the_number()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.PlaceAndWaitAsync(Requests.Sms("o-1", "+46700000001"), TimeSpan.FromMinutes(1));

        (order.Status, order.Delivery).ShouldBe((OrderStatus.Completed, Delivery.Sms));
        order.Rewards.ShouldHaveSingleItem().Recipient!.Phone.ShouldBe("+46700000001");
        Body(stage)["DeliveryTemplateId"]!.GetValue<int>().ShouldBe(7320);
    }

    [Fact]
    public async Task Everything_that_an_order_may_carry_reaches_the_wire()
    {
        await using var stage = await Stage.StartAsync(twin => (twin.InvoiceFields, twin.PurchaseOrderFiles) = (true, true));
        var upload = await stage.Api.UploadAsync(WireCalls.File);
        var now = stage.Clock.GetUtcNow();
        var request = Requests.Email("o-1", "maja@fjord.example") with
        {
            Message = new() { Body = "Five years!" },
            SendAt = now.AddDays(2),
            ClaimBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(90),
            Options =
            [
                new HuurayOrderOptions
                {
                    PdfTemplateUid = "2b6f1f0e-9a41-4c53-8f0d-6f1f7c0b9d11",
                    AdditionalReference = "a",
                    CustomerReference = "HR desk",
                    ArticleNumber = "n",
                    Description = "d",
                    PurchaseOrderFileToken = upload.Token,
                },
            ],
        };

        var order = await stage.Account.Orders.PlaceAsync(request);

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        var body = Body(stage);
        (body["PersonalMessage"]!.GetValue<string>(), body["CustomerReference"]!.GetValue<string>()).ShouldBe(("Five years!", "HR desk"));
        body["DeliveryDatetime"]!.GetValue<string>().ShouldBe("2026-01-17T12:00:00.000Z");
        body["Product"]!["Expires"]!.GetValue<string>().ShouldBe("2026-04-15T23:59:59.999Z");
        body["PurchaseOrderFileToken"]!.GetValue<string>().ShouldBe(upload.Token);
    }

    [Fact]
    public async Task The_same_reference_again_is_the_same_order()
    {
        await using var stage = await Stage.StartAsync();

        var first = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));
        var second = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));
        var other = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", Money.Of(500, "SEK")))
        );

        (second.Id, second.WasReplayed, second.Status).ShouldBe((first.Id, true, OrderStatus.Completed));
        second.Rewards[0].Code.ShouldBe(first.Rewards[0].Code);
        other.Code.ShouldBe(GiftCardErrorCode.Conflict);
        (stage.Twin.Ledger.Count, stage.Twin.Requests.Count("order.create")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Fewer_cards_than_ordered_are_not_complete()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AsyncEnd = HuurayAsyncEnd.OneMissing);

        var order = await stage.Account.PlaceAndWaitAsync(
            Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example"),
            TimeSpan.FromMinutes(1)
        );

        (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Pending, 1));
    }

    [Fact]
    public async Task An_order_that_no_search_ever_shows_stays_pending_and_is_never_sent_again()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AsyncEnd = HuurayAsyncEnd.NeverFound);

        var order = await stage.Account.PlaceAndWaitAsync(Requests.Email("o-1", "maja@fjord.example"), TimeSpan.FromHours(1));
        var again = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1", "maja@fjord.example"));

        (order.Status, again.Id, again.WasReplayed).ShouldBe((OrderStatus.Pending, order.Id, true));
        stage.Twin.Requests.Count("order.create").ShouldBe(1);
    }

    [Fact]
    public async Task An_order_of_another_process_is_known_by_its_PDFs_before_a_search_shows_it()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1", "maja@fjord.example"));
        await using var restarted = stage.Restarted();
        await using var careless = stage.Restarted(options => options.WireAssumptions.PdfTellsRunningOrders = false);

        var running = await restarted.Account.Status.GetAsync(order.Id);
        var unknown = await Should.ThrowAsync<GiftCardException>(() => restarted.Account.Status.GetAsync("no-such-order"));
        var unasked = await Should.ThrowAsync<GiftCardException>(() => careless.Account.Status.GetAsync(order.Id));
        var complete = await restarted.Account.Status.WaitForCompletionAsync(order.Id);

        running.Status.ShouldBe(OrderStatus.Pending);
        (unknown.Code, unasked.Code).ShouldBe((GiftCardErrorCode.NotFound, GiftCardErrorCode.NotFound));
        (complete.Status, complete.Delivery).ShouldBe((OrderStatus.Completed, Delivery.Email));
    }

    [Fact]
    public async Task Quirk_26_a_card_expires_by_our_clock_whatever_the_form_of_its_time()
    {
        await using var stage = await Stage.StartAsync(twin => twin.TimesWithOffset = false);
        var today = DateOnly.FromDateTime(stage.Clock.GetUtcNow().UtcDateTime);
        var request = Requests.Returned("o-1") with { ClaimBy = today.AddDays(3) };

        var order = await stage.Account.Orders.PlaceAsync(request);
        stage.Clock.Advance(TimeSpan.FromDays(5));
        var later = await stage.Account.Status.GetAsync(order.Id);

        order.Rewards.ShouldHaveSingleItem().ExpiresOn.ShouldBe(today.AddDays(3));
        later.Rewards.ShouldHaveSingleItem().Redemption.ShouldBe(RedemptionState.Expired);
    }

    private static JsonNode Body(Stage stage) => JsonNode.Parse(stage.Twin.Requests.For("order.create").ShouldHaveSingleItem().Body!)!;
}
