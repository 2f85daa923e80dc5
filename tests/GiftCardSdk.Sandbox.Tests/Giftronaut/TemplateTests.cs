using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class TemplateTests
{
    [Fact]
    public async Task The_default_template_comes_first()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var templates = (await caller.GetAsync("templates")).Data;

        templates.Select(template => template.GetProperty("isDefault").GetBoolean()).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_template_is_created_read_replaced_whole_and_deleted()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var created = await caller.PostAsync("templates", Bodies.Template);
        var path = "templates/" + created["templateId"].GetString();
        var read = await caller.GetAsync(path);
        var replaced = await caller.PutAsync(path, """{"name":"Summer","senderName":"Fabrikam"}""");
        var deleted = await caller.DeleteAsync(path);

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(Bodies.Template);
        read.Text.ShouldBe(created.Text);
        replaced.Status.ShouldBe(HttpStatusCode.OK);
        replaced.Json.TryGetProperty("message", out _).ShouldBeFalse();
        (replaced["imageAlignment"].GetString(), replaced["imageSize"].GetInt32()).ShouldBe(("center", 40));
        (deleted.Status, deleted.Text).ShouldBe((HttpStatusCode.NoContent, ""));
        (await caller.GetAsync(path)).Code.ShouldBe("TEMPLATE_NOT_FOUND");
    }

    [Fact]
    public async Task The_default_template_and_one_in_use_cannot_be_deleted()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var campaign = await caller.PostAsync(
            "campaigns",
            """{"name":"A","cardType":"CHOICE_CARD","productId":"CHOICE-PLAIN-USD","amount":5,"subject":"Hi","senderName":"F","templateId":"31"}"""
        );

        var standard = await caller.DeleteAsync("templates/30");
        var used = await caller.DeleteAsync("templates/31");
        await caller.DeleteAsync("campaigns/" + campaign["campaignId"].GetString());

        (standard.Status, standard.Code).ShouldBe((HttpStatusCode.Conflict, "DEFAULT_TEMPLATE"));
        (used.Status, used.Code).ShouldBe((HttpStatusCode.Conflict, "TEMPLATE_IN_USE"));
        (await caller.DeleteAsync("templates/31")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await caller.DeleteAsync("templates/31")).Code.ShouldBe("TEMPLATE_NOT_FOUND");
        (await caller.PutAsync("templates/31", Bodies.Template)).Code.ShouldBe("TEMPLATE_NOT_FOUND");
    }
}
