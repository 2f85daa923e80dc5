using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on e-mail templates.</summary>
internal sealed class GiftronautTemplateOperations(
    GiftronautTwinOptions options,
    GiftronautIds ids,
    GiftronautOnce once,
    GiftronautReplies replies
)
{
    private const int LongestName = 100;
    private const int UsualImageSize = 40;

    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer List(GiftronautCall call)
    {
        var all = call.Account.Templates.All;
        return GiftronautPage.TryRead(call, options, out var page, out var refusal)
            ? replies.List(page, page.Cut(all), all.Count, Json.IReadOnlyListTemplate)
            : refusal.ToAnswer();
    }

    public SandboxAnswer Get(GiftronautCall call) =>
        Find(call) is { } template ? replies.Bare(StatusCodes.Status200OK, template, Json.Template) : NoSuchTemplate();

    public SandboxAnswer Create(GiftronautCall call) =>
        once.Run(call, "template", required: false, _ => Put(call, StatusCodes.Status201Created, ids.Template, isDefault: false));

    public SandboxAnswer Replace(GiftronautCall call) =>
        once.Run(
            call,
            "template " + call.Http.Route("templateId"),
            required: false,
            _ =>
                Find(call) is { } template
                    ? Put(call, StatusCodes.Status200OK, () => template.TemplateId, template.IsDefault)
                    : NoSuchTemplate()
        );

    public static SandboxAnswer Delete(GiftronautCall call)
    {
        switch (Find(call))
        {
            case null:
                return NoSuchTemplate();
            case { IsDefault: true }:
                return GiftronautRefusal.Conflict("DEFAULT_TEMPLATE", "The default template stays.").ToAnswer();
            case { TemplateId: var id } when call.Account.Campaigns.All.Any(campaign => campaign.TemplateId == id):
                return GiftronautRefusal.Conflict("TEMPLATE_IN_USE", "A campaign uses the template.").ToAnswer();
            case { TemplateId: var id }:
                call.Account.Templates.Remove(id);
                return SandboxAnswer.Empty(StatusCodes.Status204NoContent);
        }
    }

    private static Template? Find(GiftronautCall call) => call.Account.Templates.Find(call.Http.Route("templateId"));

    private SandboxAnswer Put(GiftronautCall call, int status, Func<string> id, bool isDefault)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.TemplateBody, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (Refuse(body) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        var template = new Template
        {
            TemplateId = id(),
            IsDefault = isDefault,
            Name = body.Name!,
            SenderName = body.SenderName!,
            Message = body.Message,
            ImageAlignment = body.ImageAlignment ?? "center",
            ImageSize = body.ImageSize ?? UsualImageSize,
            BorderColor = body.BorderColor,
            ButtonColor = body.ButtonColor,
            ButtonFontColor = body.ButtonFontColor,
        };
        call.Account.Templates.Put(template);
        return replies.Bare(status, template, Json.Template);
    }

    private static GiftronautRefusal? Refuse(TemplateBody body) =>
        body switch
        {
            { Name: null or "" } => GiftronautRefusal.Required("name"),
            { Name.Length: > LongestName } => GiftronautRefusal.Invalid("name has at most 100 characters."),
            { SenderName: null or "" } => GiftronautRefusal.Required("senderName"),
            { ImageAlignment: not (null or "left" or "center" or "right") } => GiftronautRefusal.Invalid(
                "imageAlignment is left, center or right."
            ),
            { ImageSize: < 1 or > 100 } => GiftronautRefusal.Invalid("imageSize lies between 1 and 100."),
            _ when !IsColor(body.BorderColor) || !IsColor(body.ButtonColor) || !IsColor(body.ButtonFontColor) => GiftronautRefusal.Invalid(
                "Colors are written #RRGGBB."
            ),
            _ => null,
        };

    private static bool IsColor(string? text) =>
        text is null || (text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit));

    private static SandboxAnswer NoSuchTemplate() => GiftronautRefusal.NotFound("TEMPLATE_NOT_FOUND", "template").ToAnswer();
}
