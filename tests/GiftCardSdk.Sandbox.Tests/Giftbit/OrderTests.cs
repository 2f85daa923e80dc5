using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class OrderTests
{
    [Fact]
    public async Task An_email_order_is_being_created_first_and_has_its_reward_after_the_delay()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var created = await caller.OrderEmailAsync("mail-1", "mira@mail.example");
        var early = await caller.GetAsync("gifts?campaign_id=mail-1");
        caller.Clock.Advance(caller.Twin.Options.CompletionDelay);
        var order = await caller.GetAsync("campaign/mail-1");
        var late = await caller.GetAsync("gifts?campaign_id=mail-1");

        created.Code.ShouldBe("INFO_CAMPAIGN_CREATED");
        created.OrderStatus.ShouldBe("API_CREATING");
        created.Json.GetProperty("status").GetInt32().ShouldBe(200);
        created.Campaign.GetProperty("contacts_success_count").GetInt32().ShouldBe(1);
        early.Gifts.ShouldBeEmpty();
        order.Code.ShouldBe("INFO_CAMPAIGN_RETRIEVED");
        order.OrderStatus.ShouldBe("CAMPAIGN_CREATED");
        order.Json.TryGetProperty("status", out _).ShouldBeFalse();
        order.Campaign.TryGetProperty("contacts_success_count", out _).ShouldBeFalse();
        order.Campaign.GetProperty("contacts")[0].TryGetProperty("added_succesfully", out _).ShouldBeFalse();
        Answer.Word(late.Gifts.ShouldHaveSingleItem(), "delivery_status").ShouldBe("UNSENT");
    }

    [Fact]
    public async Task An_order_is_found_by_its_id_and_by_its_uuid()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var uuid = Answer.Word((await caller.OrderDirectLinkAsync("find-1")).Campaign, "uuid");

        var byId = await caller.GetAsync("campaign/find-1");
        var byUuid = await caller.GetAsync("campaign/" + uuid);

        uuid.ShouldNotBeNull().Length.ShouldBe(32);
        byId.Text.ShouldBe(byUuid.Text);
    }

    [Fact]
    public async Task A_bad_contact_is_a_success_that_counts_a_failure_and_sells_nothing_for_it()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.OrderEmailAsync("partial-1", "mira@mail.example", "bad-contact@sandbox.example", "nonsense");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Campaign.GetProperty("contacts_success_count").GetInt32().ShouldBe(1);
        answer.Campaign.GetProperty("contacts_failure_count").GetInt32().ShouldBe(2);
        var flags = answer.Campaign.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("added_succesfully").GetBoolean());
        flags.ShouldBe([true, false, false]);
        caller.Twin.Ledger.Sales.ShouldHaveSingleItem().Cards.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_whose_every_contact_failed_exists_but_sold_nothing()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.OrderEmailAsync("failed-1", "bad-contact@sandbox.example");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        (await caller.GetAsync("campaign/failed-1")).Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.Count.ShouldBe(0);
        caller.Twin.Balances["USD"].ShouldBe(2_500_000_000);
    }

    [Fact]
    public async Task A_full_catalog_order_names_a_region_and_costs_the_regions_currency()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync("direct_links", """{"id":"ca-1","price_in_cents":5000,"region":"Canada"}""");

        Answer.Word(answer.Campaign, "region").ShouldBe("Canada");
        answer.Campaign.TryGetProperty("brand_codes", out _).ShouldBeFalse();
        caller.Twin.Ledger.Sales.ShouldHaveSingleItem().Currency.ShouldBe("CAD");
    }

    [Fact]
    public async Task Fees_show_the_face_value_and_a_null_tax_on_retrieval()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var created = (await caller.OrderEmailAsync("fees-1", "mira@mail.example", "jon@mail.example")).Campaign.GetProperty("fees");
        var retrieved = (await caller.GetAsync("campaign/fees-1")).Campaign.GetProperty("fees");

        created.GetProperty("total_in_cents").GetInt64().ShouldBe(2_400);
        created.GetProperty("cost_entries")[0].GetProperty("number_of_gifts").GetInt32().ShouldBe(2);
        created.GetProperty("cost_entries")[1].GetProperty("percentage").GetRawText().ShouldBe("75.000");
        retrieved.GetProperty("cost_entries")[1].GetProperty("tax_in_cents").GetRawText().ShouldBe("null");
    }

    [Fact]
    public async Task A_template_takes_the_place_of_the_texts_and_may_add_an_expiry()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answer = await caller.PostAsync(
            "campaign",
            """{"id":"t-1","gift_template":"PROMO","contacts":[{"email":"a@mail.example"}],"price_in_cents":1200,"brand_codes":["northcafeus"]}"""
        );

        Answer.Word(answer.Campaign, "gift_template").ShouldBe("PROMO");
        Answer.Word(answer.Campaign, "expiry").ShouldBe("2026-04-15");
        answer.Campaign.GetProperty("subject").GetRawText().ShouldBe("null");
    }

    [Fact]
    public async Task An_embedded_reward_has_its_link_in_the_reply_and_is_redeemed_at_once()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        const string body = """{"id":"app-1","brand_code":"northcafeus","price_in_cents":800}""";

        var answer = await caller.PostAsync("embedded", body);
        var repeat = await caller.PostAsync("embedded", body);
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var reward = (await caller.GetAsync("gifts?campaign_id=app-1")).Gifts.ShouldHaveSingleItem();

        Answer.Word(answer.Json, "gift_link").ShouldNotBeNull().ShouldContain("/embeddedRewards/index/");
        Answer.Word(repeat.Json, "gift_link").ShouldBe(Answer.Word(answer.Json, "gift_link"));
        answer.Campaign.GetProperty("fees").GetProperty("cost_entries").GetArrayLength().ShouldBe(0);
        Answer.Word(reward, "status").ShouldBe("REDEEMED");
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_currency_without_decimals_is_counted_in_hundredths_too()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        await caller.PostAsync("direct_links", """{"id":"jp-1","price_in_cents":100000,"brand_codes":["hikarigamesjp"]}""");

        var sale = caller.Twin.Ledger.Sales.ShouldHaveSingleItem();
        (sale.Currency, sale.AmountInMinorUnits).ShouldBe(("JPY", 100_000));
    }
}
