using System.Text.Json.Nodes;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirks 18 to 20: what one order may hold, checked before anything is sent.</summary>
public sealed class ShapeTests
{
    [Fact]
    public async Task Quirk_18_twenty_five_returned_cards_go_in_one_order_and_one_more_does_not()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1", quantity: 25));
        await RefuseAsync(stage, Requests.Returned("o-2", quantity: 26), "at most 25");

        order.Rewards.Count.ShouldBe(25);
        stage.Twin.Requests.Count("order.create").ShouldBe(1, "an order is never split silently");
    }

    [Fact]
    public async Task Quirk_18_a_delivered_order_is_asynchronous_and_may_be_larger()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1", [.. Enumerable.Range(0, 40).Select(index => $"person-{index}@fjord.example")]);

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(5));

        (order.Status, order.Rewards.Count).ShouldBe((OrderStatus.Completed, 40));
        order.Rewards.ShouldAllBe(reward => reward.HasSecret);
        order.Rewards.Select(reward => reward.Line).ShouldBe(Enumerable.Range(0, 40).Select(index => (int?)index));
        Body(stage)["Sync"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Quirk_19_one_order_is_one_product_at_one_value()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example");

        await RefuseAsync(
            stage,
            request with
            {
                Lines = [request.Lines[0], request.Lines[1] with { ProductId = "pt-nord-kaffe-flex-se" }],
            },
            "one product"
        );
        await RefuseAsync(
            stage,
            request with
            {
                Lines = [request.Lines[0], request.Lines[1] with { FaceValue = Money.Of(100, "SEK") }],
            },
            "one face value"
        );
        await RefuseAsync(stage, Requests.Returned("o-1") with { Lines = [.. request.Lines.Select(Bare)] }, "at most 1");

        static OrderLine Bare(OrderLine line) => line with { Recipient = null };
    }

    [Fact]
    public async Task Quirk_20_one_recipient_of_several_cards_is_named_once()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1", "maja@fjord.example");

        var order = await stage.Account.PlaceAndWaitAsync(
            request with
            {
                Lines = [request.Lines[0] with { Quantity = 3 }],
            },
            TimeSpan.FromMinutes(1)
        );

        (Body(stage)["Product"]!["Quantity"]!.GetValue<int>(), Body(stage)["Recipients"]!.AsArray().Count).ShouldBe((3, 1));
        order.Rewards.Count.ShouldBe(3);
        order.Rewards.ShouldAllBe(reward => reward.Line == 0 && reward.Recipient!.Email == "maja@fjord.example");
    }

    [Fact]
    public async Task Quirk_20_several_recipients_are_as_many_as_the_cards()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1", "maja@fjord.example", "ola@fjord.example");

        await stage.Account.PlaceAndWaitAsync(
            request with
            {
                Lines =
                [
                    request.Lines[0] with
                    {
                        Quantity = 2,
                    },
                    request.Lines[1] with
                    {
                        Recipient = new()
                        {
                            FirstName = "Ola",
                            LastName = "Berg",
                            Email = "ola@fjord.example",
                            Phone = "+46700000002",
                            Reference = "emp-78",
                        },
                    },
                ],
            },
            TimeSpan.FromMinutes(1)
        );

        Body(stage)["Product"]!["Quantity"]!.GetValue<int>().ShouldBe(3);
        Body(stage)["Recipients"]!
            .ToJsonString()
            .ShouldBeJson(
                """
                [{ "Name": "Maja Ek", "Email": "maja@fjord.example" }, { "Name": "Maja Ek", "Email": "maja@fjord.example" },
                 { "Name": "Ola Berg", "Email": "ola@fjord.example", "Phone": "+46700000002", "RefID": "emp-78" }]
                """
            );
    }

    [Fact]
    public async Task What_Huuray_has_no_place_for_is_not_dropped_silently()
    {
        await using var stage = await Stage.StartAsync();
        var mail = Requests.Email("o-1", "maja@fjord.example");

        await RefuseAsync(stage, mail with { Message = new() { Subject = "s" } }, "Message.Subject");
        await RefuseAsync(stage, mail with { Message = new() { SenderName = "n" } }, "Message.SenderName");
        await RefuseAsync(stage, mail with { MaxCost = Money.Of(1, "SEK") }, "MaxCost");
        await RefuseAsync(stage, Requests.Returned("o-1") with { TemplateId = "7310" }, "TemplateId");
        await RefuseAsync(stage, Requests.Returned("o-1") with { SendAt = stage.Clock.GetUtcNow().AddDays(1) }, "SendAt");
        await RefuseAsync(
            stage,
            Requests.Returned("o-1") with
            {
                Lines = [Requests.Returned("o-1").Lines[0] with { Country = "SE" }],
            },
            "Country"
        );
    }

    [Fact]
    public async Task What_only_Huuray_would_refuse_is_told_before_it_is_sent()
    {
        await using var stage = await Stage.StartAsync();
        var (mail, now) = (Requests.Email("o-1", "maja@fjord.example"), stage.Clock.GetUtcNow());

        await RefuseAsync(stage, mail with { SendAt = now }, "SendAt: a time to come");
        await RefuseAsync(
            stage,
            mail with
            {
                ClaimBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
            },
            "ClaimBy: 2026-01-14 has passed"
        );
        await RefuseAsync(stage, mail with { TemplateId = "thank-you" }, "TemplateId: 'thank-you'");
        await RefuseAsync(
            stage,
            Requests.Returned("o-1") with
            {
                Options = [new HuurayOrderOptions { PdfTemplateUid = "u" }],
            },
            "PdfTemplateUid"
        );
        foreach (var (name, options) in LongTexts)
        {
            await RefuseAsync(stage, mail with { Options = [options] }, $"HuurayOrderOptions.{name}: 251 characters");
        }
    }

    private static IEnumerable<(string Name, HuurayOrderOptions Options)> LongTexts =>
        [
            (nameof(HuurayOrderOptions.AdditionalReference), new() { AdditionalReference = new('x', 251) }),
            (nameof(HuurayOrderOptions.CustomerReference), new() { CustomerReference = new('x', 251) }),
            (nameof(HuurayOrderOptions.ArticleNumber), new() { ArticleNumber = new('x', 251) }),
            (nameof(HuurayOrderOptions.Description), new() { Description = new('x', 251) }),
        ];

    private static JsonNode Body(Stage stage) => JsonNode.Parse(stage.Twin.Requests.For("order.create").ShouldHaveSingleItem().Body)!;

    private static async Task RefuseAsync(Stage stage, OrderRequest request, string complaint)
    {
        var sent = stage.Twin.Requests.Total;

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        failure.Message.ShouldContain(complaint);
        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        stage.Twin.Requests.Total.ShouldBe(sent);
    }
}
