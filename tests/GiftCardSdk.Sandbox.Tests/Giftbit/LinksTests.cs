using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class LinksTests
{
    private const string ShortLinks =
        """{"id":"sms-1","delivery_type":"SHORTLINK","link_count":3,"message":"Tap.","price_in_cents":1500,"brand_codes":["trailgearus","northcafeus"]}""";

    [Fact]
    public async Task Direct_links_are_in_the_reply_and_the_same_in_the_list_under_its_other_name()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var created = await caller.OrderDirectLinkAsync("dl-1", links: 2);
        var listed = await caller.GetAsync("links/dl-1");

        var links = created.Json.GetProperty("direct_links").EnumerateArray().Select(link => link.GetString()).ToArray();
        links.Length.ShouldBe(2);
        links.ShouldBeUnique(StringComparer.Ordinal);
        listed.Json.GetProperty("directlinks").EnumerateArray().Select(row => Answer.Word(row, "link")).ShouldBe(links);
        created.Campaign.GetProperty("subject").GetRawText().ShouldBe("null");
        Answer.Word(created.Campaign, "delivery_type").ShouldBe("DIRECT_LINK");
    }

    [Fact]
    public async Task Short_links_are_not_in_the_reply_and_before_they_are_ready_there_is_nothing_but_info()
    {
        await using var caller = await GiftbitCaller.StartAsync(options => options.LinksReadyDelay = TimeSpan.FromMinutes(5));

        var created = await caller.PostAsync("campaign", ShortLinks);
        caller.Clock.Advance(TimeSpan.FromMinutes(5));
        var early = await caller.GetAsync("links/sms-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var ready = await caller.GetAsync("links/sms-1");

        created.Campaign.GetProperty("link_count").GetInt32().ShouldBe(3);
        created.Json.TryGetProperty("direct_links", out _).ShouldBeFalse();
        early.Status.ShouldBe(HttpStatusCode.OK);
        early.Json.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("info");
        early.Code.ShouldBe("INFO_LINKS_GENERATION_IN_PROGRESS");
        ready.Code.ShouldBe("INFO_LINKS");
        ready.Json.GetProperty("shortlinks").EnumerateArray().Select(row => row.GetProperty("number").GetInt32()).ShouldBe([1, 2, 3]);
        ready.Json.GetProperty("total_count").GetInt32().ShouldBe(3);
        Answer.Word(ready.Json.GetProperty("shortlinks")[0], "shortlink").ShouldNotBeNull().ShouldStartWith("http://");
    }

    [Fact]
    public async Task More_than_fifty_links_come_in_pages_of_at_most_a_hundred()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderDirectLinkAsync("many-1", links: 130);

        var usual = (await caller.GetAsync("links/many-1")).Json;
        var large = (await caller.GetAsync("links/many-1?limit=500")).Json;
        var rest = (await caller.GetAsync("links/many-1?limit=100&offset=100")).Json;

        usual.GetProperty("directlinks").GetArrayLength().ShouldBe(50);
        large.GetProperty("limit").GetInt32().ShouldBe(100);
        rest.GetProperty("directlinks")[0].GetProperty("number").GetInt32().ShouldBe(101);
        rest.GetProperty("number_of_results").GetInt32().ShouldBe(30);
    }

    [Fact]
    public async Task Short_links_may_be_tied_to_contacts()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        await caller.PostAsync(
            "campaign",
            """{"id":"sms-2","delivery_type":"SHORTLINK","contacts":[{"email":"mira@mail.example","firstname":"Mira"}],"message":"Tap.","price_in_cents":1500,"brand_codes":["trailgearus"]}"""
        );
        caller.Clock.Advance(TimeSpan.FromSeconds(2));

        var reward = (await caller.GetAsync("gifts?campaign_id=sms-2")).Gifts.ShouldHaveSingleItem();
        Answer.Word(reward, "recipient_email").ShouldBe("mira@mail.example");
        Answer.Word(reward, "delivery_status").ShouldBe("LINKCREATED");
        Answer.Word(reward, "shortlink").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_email_order_has_no_links()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("mail-1", "mira@mail.example");

        (await caller.GetAsync("links/mail-1")).Code.ShouldBe("ERROR_LINKS_BAD_CAMPAIGN");
    }

    [Fact]
    public async Task Links_are_gone_after_the_claim_date()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.PostAsync(
            "direct_links",
            """{"id":"old-1","price_in_cents":2500,"brand_codes":["northcafeus"],"expiry":"2026-01-15"}"""
        );

        caller.Clock.Advance(TimeSpan.FromDays(1));

        (await caller.GetAsync("links/old-1")).Code.ShouldBe("ERROR_LINKS_CAMPAIGN_INACTIVE");
    }
}
