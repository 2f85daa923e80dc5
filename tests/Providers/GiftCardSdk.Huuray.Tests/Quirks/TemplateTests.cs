using System.Text.Json.Nodes;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirk 21: an order carries no channel, its template decides; so it is looked at before the order is sent.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData(Delivery.Email, "sv", 7310)]
    [InlineData(Delivery.Email, "en", 7311)]
    [InlineData(Delivery.Email, "EN-GB", 7311)]
    [InlineData(Delivery.Sms, "en", 7320)]
    [InlineData(Delivery.Sms, null, 7320)]
    public async Task Quirk_21_without_an_id_the_only_template_of_type_and_language_is_taken(Delivery delivery, string? language, int id)
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Order("o-1", delivery) with { Language = language });

        TemplateOf(stage).ShouldBe(id);
    }

    [Fact]
    public async Task The_accounts_own_template_stands_in_and_the_orders_goes_before_it()
    {
        await using var stage = await Stage.StartAsync(account: options => (options.EmailTemplateId, options.SmsTemplateId) = (7311, 7320));

        await stage.Account.Orders.PlaceAsync(Order("o-1", Delivery.Email));
        var own = TemplateOf(stage);
        await stage.Account.Orders.PlaceAsync(Order("o-2", Delivery.Email) with { TemplateId = "7310" });
        var named = TemplateOf(stage);
        await stage.Account.Orders.PlaceAsync(Order("o-3", Delivery.Sms));

        (own, named, TemplateOf(stage)).ShouldBe((7311, 7310, 7320));
        stage.Twin.Requests.Count("template.list").ShouldBe(1, "templates are kept for a while");
    }

    [Theory]
    [InlineData(Delivery.Email, null, null, "there is not exactly one")]
    [InlineData(Delivery.Email, null, "da", "type Email in 'da', and there is not exactly one")]
    [InlineData(Delivery.Email, "7320", null, "template 7320 is of type SMS")]
    [InlineData(Delivery.Sms, "7310", null, "template 7310 is of type Email")]
    [InlineData(Delivery.Email, "7399", null, "the account has no template 7399")]
    [InlineData(Delivery.Email, "7310", "en", "template 7310 is written in 'sv'")]
    public async Task Quirk_21_a_template_that_would_deliver_otherwise_is_refused_before_the_order_is_sent(
        Delivery delivery,
        string? template,
        string? language,
        string complaint
    )
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Order("o-1", delivery) with { TemplateId = template, Language = language })
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(complaint);
        failure.Message.ShouldContain("7310 (Email, sv), 7311 (Email, en), 7320 (SMS, en)");
        stage.Twin.Requests.Count("order.create").ShouldBe(0);
    }

    [Theory]
    [InlineData("order-search-none", 404)]
    [InlineData("""{ "Templates": [], "PDFTemplates": [{ "Uid": "u" }], "Status": 200 }""", 200)]
    public async Task Quirk_9_no_template_at_all_is_no_error_of_the_list_in_either_form(string body, int status)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(status == 404 ? Example.Read(body) : body, status);

        var list = await accounts.Api.ListTemplatesAsync();
        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.PlaceAsync(Order("o-1", Delivery.Email)));

        list.Templates.ShouldBeEmpty();
        list.PdfTemplates.Count.ShouldBe(status == 404 ? 0 : 1);
        failure.Message.ShouldContain("The account has no template");
        server.Requests.ShouldAllBe(request => request.Path == "/v4/Template");
    }

    [Fact]
    public async Task A_template_that_was_just_made_is_found()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Order("o-1", Delivery.Email) with { TemplateId = "7310" });
        stage.Twin.Options.Templates.Add(new(7400, "email", "da", "Tak"));

        await stage.Account.Orders.PlaceAsync(Order("o-2", Delivery.Email) with { TemplateId = "7400" });

        TemplateOf(stage).ShouldBe(7400);
    }

    [Fact]
    public async Task Templates_that_cannot_be_read_mean_that_nothing_was_sent()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(new() { Operation = "template.list", Kind = FaultKind.BrokenBody });

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Order("o-1", Delivery.Email)));
        stage.Twin.Faults.Clear();
        var order = await stage.Account.Orders.PlaceAsync(Order("o-1", Delivery.Email) with { TemplateId = "7310" });

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NothingCreated));
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
    }

    [Fact]
    public async Task Words_of_types_can_be_other_ones()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.Templates.Add(new(7500, "TextMessage", "en", "Text")),
            account => account.WireAssumptions.SmsTemplateType = "textmessage"
        );

        // What the twin takes for a text message is not the point; what is sent is.
        await stage.Account.Orders.PlaceAsync(Order("o-1", Delivery.Sms));

        TemplateOf(stage).ShouldBe(7500);
    }

    private static OrderRequest Order(string reference, Delivery delivery) =>
        (delivery == Delivery.Email ? Requests.Email(reference, "maja@fjord.example") : Requests.Sms(reference, "+46700000001")) with
        {
            TemplateId = null,
        };

    private static int TemplateOf(Stage stage) =>
        JsonNode.Parse(stage.Twin.Requests.For("order.create")[^1].Body)!["DeliveryTemplateId"]!.GetValue<int>();
}
