using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class TemplateTests
{
    private const string Full = """
        {"name":"Spring","senderName":"Fabrikam","message":"Hello","imageAlignment":"left","imageSize":55,"borderColor":"#a0B1c2","buttonColor":"#000000","buttonFontColor":"#ffffff"}
        """;

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

        var created = await caller.PostAsync("templates", Full);
        var path = "templates/" + created["templateId"].GetString();
        var read = await caller.GetAsync(path);
        var replaced = await caller.PutAsync(path, """{"name":"Summer","senderName":"Fabrikam"}""");
        var deleted = await caller.DeleteAsync(path);

        created.Status.ShouldBe(HttpStatusCode.Created);
        created.Json.ShouldHaveTheShapeOf(Full);
        read.Text.ShouldBe(created.Text);
        replaced.Status.ShouldBe(HttpStatusCode.OK);
        replaced.Json.TryGetProperty("message", out _).ShouldBeFalse();
        (replaced["imageAlignment"].GetString(), replaced["imageSize"].GetInt32()).ShouldBe(("center", 40));
        (deleted.Status, deleted.Text).ShouldBe((HttpStatusCode.NoContent, ""));
        (await caller.GetAsync(path)).Code.ShouldBe("TEMPLATE_NOT_FOUND");
    }

    [Theory]
    [InlineData("\"name\":\"Spring\",", "")]
    [InlineData("\"senderName\":\"Fabrikam\",", "")]
    [InlineData("left", "top")]
    [InlineData("55", "0")]
    [InlineData("55", "101")]
    [InlineData("#a0B1c2", "#a0B1c")]
    [InlineData("#a0B1c2", "a0B1c2d")]
    public async Task A_field_that_is_missing_or_wrong_is_a_validation_error(string good, string bad)
    {
        await using var caller = await GiftronautCaller.StartAsync();

        (await caller.PostAsync("templates", Full.Replace(good, bad, StringComparison.Ordinal))).Code.ShouldBe("VALIDATION_ERROR");
    }

    [Fact]
    public async Task A_name_has_at_most_a_hundred_characters()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        (await caller.PostAsync("templates", Full.Replace("Spring", new string('n', 100), StringComparison.Ordinal))).Status.ShouldBe(
            HttpStatusCode.Created
        );
        (await caller.PostAsync("templates", Full.Replace("Spring", new string('n', 101), StringComparison.Ordinal))).Code.ShouldBe(
            "VALIDATION_ERROR"
        );
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
        (await caller.PutAsync("templates/31", Full)).Code.ShouldBe("TEMPLATE_NOT_FOUND");
    }
}
