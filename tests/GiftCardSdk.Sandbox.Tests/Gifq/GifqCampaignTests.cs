using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqCampaignTests
{
    [Fact]
    public async Task The_documented_campaign_is_created_as_a_draft()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var created = await desk.PostAsync(
            "api/campaigns",
            """
            { "name": "Panel thank-you", "sender_name": "Fjord Research", "email_subject": "For you, {{recipient_name}}",
              "email_body": "{{amount}} is ready.", "excluded_brand_ids": [] }
            """
        );

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(
            """{ "id": "c3d1f0aa-2a44-4a0e-8f0b-6f5d5b7e9921", "status": "draft", "name": "Panel thank-you" }"""
        );
        created.Word("status").ShouldBe("draft");
        created.Word("email_body").ShouldBe("{{amount}} is ready.");
        Guid.TryParse(created.Word("id"), out _).ShouldBeTrue();
        (await desk.GetAsync("api/campaigns/" + created.Word("id"))).Text.ShouldBe(created.Text);
        (await desk.GetAsync("api/campaigns")).Rows[0]!.ToJsonString().ShouldBe(created.Json.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_said_has_a_default()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var campaign = await desk.GetAsync("api/campaigns/" + await desk.CampaignAsync());

        campaign.Word("sender_name").ShouldBe("Harbour Pine Rewards");
        campaign.Json["description"].ShouldBeNull();
        campaign.Word("webpage_headline").ShouldNotBeNull().ShouldContain("{{recipient_name}}");
        campaign.Word("webpage_body").ShouldNotBeNull().ShouldContain("{{amount}}");
        campaign.Word("email_subject").ShouldNotBeNull().ShouldContain("{{recipient_name}}");
        campaign.Word("email_body").ShouldNotBeNull().ShouldContain("{{amount}}");
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/campaigns/" + await desk.CampaignAsync(""", "sender_name": "Fjord" """);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        var described = await desk.PatchAsync(path, """{ "description": "Wave 2" }""");
        var renamed = await desk.PatchAsync(path, """{ "name": "Wave two" }""");
        var cleared = await desk.PatchAsync(path, """{ "description": null }""");

        described.Status.ShouldBe(HttpStatusCode.OK);
        described.Word("description").ShouldBe("Wave 2");
        described.Word("updated_at").ShouldBe("2026-01-15T12:01:00Z");
        (renamed.Word("name"), renamed.Word("description"), renamed.Word("sender_name")).ShouldBe(("Wave two", "Wave 2", "Fjord"));
        cleared.Json["description"].ShouldBeNull();
        cleared.Word("name").ShouldBe("Wave two");
    }

    [Theory]
    [InlineData("", "activate", HttpStatusCode.OK, "active")]
    [InlineData("", "pause", HttpStatusCode.UnprocessableEntity, "draft")]
    [InlineData("", "archive", HttpStatusCode.OK, "archived")]
    [InlineData("activate", "activate", HttpStatusCode.UnprocessableEntity, "active")]
    [InlineData("activate", "pause", HttpStatusCode.OK, "paused")]
    [InlineData("activate", "archive", HttpStatusCode.UnprocessableEntity, "active")]
    [InlineData("activate,pause", "activate", HttpStatusCode.OK, "active")]
    [InlineData("activate,pause", "archive", HttpStatusCode.OK, "archived")]
    [InlineData("archive", "activate", HttpStatusCode.UnprocessableEntity, "archived")]
    [InlineData("archive", "pause", HttpStatusCode.UnprocessableEntity, "archived")]
    public async Task A_campaign_makes_only_the_documented_moves(string before, string move, HttpStatusCode answer, string status)
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/campaigns/" + await desk.CampaignAsync();
        foreach (var step in before.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            (await desk.PostAsync($"{path}/{step}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await desk.PostAsync($"{path}/{move}")).Status.ShouldBe(answer);
        (await desk.GetAsync(path)).Word("status").ShouldBe(status);
    }

    [Theory]
    [InlineData(""" "email_subject": "" """)]
    [InlineData(""" "email_body": " " """)]
    public async Task Activation_needs_both_texts_of_the_e_mail(string member)
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/campaigns/" + await desk.CampaignAsync("," + member);

        (await desk.PostAsync(path + "/activate")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Activation_needs_a_brand_to_choose()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/campaigns/" + await desk.CampaignAsync();
        foreach (var product in desk.Twin.Products)
        {
            desk.Twin.RemoveProduct(product);
        }

        (await desk.PostAsync(path + "/activate")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_archived_campaign_is_read_only()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var path = "api/campaigns/" + await desk.CampaignAsync();
        await desk.PostAsync(path + "/archive");

        (await desk.PatchAsync(path, """{ "name": "Late" }""")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_campaign_s_catalog_is_the_catalog_less_the_excluded_brands()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var all = (await desk.GetAsync("api/products?limit=20")).Rows;
        var id = await desk.CampaignAsync($$""", "excluded_brand_ids": ["{{all[0]!["id"]}}", "{{all[2]!["id"]}}"] """);

        var choice = await desk.GetAsync($"api/campaigns/{id}/catalog?limit=20");

        choice.Headers["total-count"].ShouldBe($"{desk.Twin.Products.Count - 2}");
        choice.Rows[0]!.ToJsonString().ShouldBe(all[1]!.ToJsonString());
        choice.Rows[1]!.ToJsonString().ShouldBe(all[3]!.ToJsonString());
        await desk.PatchAsync("api/campaigns/" + id, """{ "excluded_brand_ids": [] }""");
        (await desk.GetAsync($"api/campaigns/{id}/catalog")).Headers["total-count"].ShouldBe($"{desk.Twin.Products.Count}");
    }

    [Theory]
    [InlineData("""{ }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "name": " " }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "name": "N", "excluded_brand_ids": ["nothing"] }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "name": "N", "description": 7 }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "name": 7 }""", HttpStatusCode.BadRequest)]
    public async Task A_campaign_that_makes_no_sense_is_refused(string body, HttpStatusCode status)
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.PostAsync("api/campaigns", body)).ShouldBeRefused(status);
        (await desk.GetAsync("api/campaigns")).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_refusal_may_carry_a_request_id()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.RequestIdOnEveryRefusal = true);

        (await desk.PostAsync("api/campaigns", "{}")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
        (await desk.GetAsync("api/campaigns/nothing")).ShouldBeRefused(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("GET", "/catalog")]
    [InlineData("POST", "/activate")]
    [InlineData("POST", "/pause")]
    [InlineData("POST", "/archive")]
    public async Task An_unknown_campaign_is_not_found(string method, string tail)
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.SendAsync(new HttpMethod(method), "api/campaigns/nothing" + tail, "{}")).ShouldBeRefused(HttpStatusCode.NotFound);
    }
}
