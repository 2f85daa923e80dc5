using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The e-mail templates of an account.</summary>
internal sealed class GiftronautTemplates(GiftronautStore store, GiftronautReplies replies)
{
    private const int UsualImageSize = 40;

    private static readonly SandboxAnswer NoSuchTemplate = GiftronautRules.NotFound("TEMPLATE_NOT_FOUND", "template");

    /// <summary>What an account begins with.</summary>
    public static OrderedDictionary<string, JsonObject> Presets() =>
        new(StringComparer.Ordinal)
        {
            ["30"] = Make("30", isDefault: true, Preset("Plain thanks")),
            ["31"] = Make("31", isDefault: false, Preset("Anniversary")),
        };

    public SandboxAnswer List(GiftronautCall call) =>
        replies.Page(call, call.Account.Templates.Values, call.Account.Templates.Count, Json.Copy);

    public SandboxAnswer Get(GiftronautCall call) => Find(call) is { } template ? replies.Bare(template.Copy()) : NoSuchTemplate;

    public SandboxAnswer Create(GiftronautCall call) => Put(call, StatusCodes.Status201Created, store.NewTemplate, isDefault: false);

    public SandboxAnswer Replace(GiftronautCall call) =>
        Find(call) is { } template
            ? Put(call, StatusCodes.Status200OK, () => call.Http.Route("id"), template.Flag("isDefault") == true)
            : NoSuchTemplate;

    public static SandboxAnswer Delete(GiftronautCall call)
    {
        var id = call.Http.Route("id");
        if (Find(call) is not { } template)
        {
            return NoSuchTemplate;
        }

        if (template.Flag("isDefault") == true)
        {
            return GiftronautRules.Conflict("DEFAULT_TEMPLATE", "The default template stays.");
        }

        if (call.Account.Campaigns.Values.Any(campaign => campaign.Text("templateId") == id))
        {
            return GiftronautRules.Conflict("TEMPLATE_IN_USE", "A campaign uses the template.");
        }

        call.Account.Templates.Remove(id);
        return SandboxAnswer.Empty(StatusCodes.Status204NoContent);
    }

    private SandboxAnswer Put(GiftronautCall call, int status, Func<string> newId, bool isDefault)
    {
        if (call.Body.Whole("imageSize") is < 1 or > 100)
        {
            return GiftronautRules.Invalid("imageSize lies between 1 and 100.");
        }

        var id = newId();
        call.Account.Templates[id] = Make(id, isDefault, call.Body);
        return replies.Bare(call.Account.Templates[id].Copy(), status);
    }

    private static JsonObject Make(string id, bool isDefault, JsonObject asked) =>
        new JsonObject
        {
            ["templateId"] = id,
            ["isDefault"] = isDefault,
            ["name"] = asked.Text("name"),
            ["senderName"] = asked.Text("senderName"),
            ["message"] = asked.Text("message"),
            ["imageAlignment"] = asked.Text("imageAlignment") ?? "center",
            ["imageSize"] = asked.Whole("imageSize") ?? UsualImageSize,
            ["borderColor"] = asked.Text("borderColor"),
            ["buttonColor"] = asked.Text("buttonColor"),
            ["buttonFontColor"] = asked.Text("buttonFontColor"),
        }.WithoutNulls();

    private static JsonObject Preset(string name) => new() { ["name"] = name, ["senderName"] = "Harbour Pine Rewards" };

    private static JsonObject? Find(GiftronautCall call) => call.Account.Templates.GetValueOrDefault(call.Http.Route("id"));
}
