using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on orders. One namespace of ids over the three creates: a repeat never sells.</summary>
internal sealed class GiftbitOrderOperations(
    GiftbitTwinOptions options,
    GiftbitState state,
    GiftbitOrderRules rules,
    GiftbitReplies replies
)
{
    private const int UsualLinksPage = 50;
    private const int LargestLinksPage = 100;

    public SandboxAnswer CreateCampaign(SandboxCall call) =>
        Create(
            call,
            "campaign.create",
            body =>
                body.DeliveryType switch
                {
                    null or "GIFTBIT_EMAIL" => GiftbitOrderKind.Email,
                    "SHORTLINK" => GiftbitOrderKind.ShortLink,
                    _ => null,
                }
        );

    public SandboxAnswer CreateDirectLinks(SandboxCall call) => Create(call, "direct_links.create", _ => GiftbitOrderKind.DirectLink);

    public SandboxAnswer CreateEmbedded(SandboxCall call) => Create(call, "embedded.create", _ => GiftbitOrderKind.Embedded);

    public SandboxAnswer Get(SandboxCall call) =>
        state.Find(call.Route("id")) is { } order
            ? replies.Retrieved(order, call.Now)
            : Unknown("ERROR_SIM_NO_SUCH_CAMPAIGN", call.Route("id"));

    public SandboxAnswer Links(SandboxCall call)
    {
        if (state.Find(call.Route("id")) is not { } order)
        {
            return Unknown("ERROR_LINKS_BAD_CAMPAIGN", call.Route("id"));
        }

        if (!order.IsLinkOrder)
        {
            return GiftbitRefusal.Invalid("ERROR_LINKS_BAD_CAMPAIGN", "The order has no links.").ToAnswer();
        }

        if (order.Rewards.Count > 0 && order.Rewards.All(reward => reward.Expired))
        {
            return GiftbitRefusal.Invalid("ERROR_LINKS_CAMPAIGN_INACTIVE", "The claim date has passed.").ToAnswer();
        }

        return GiftbitPage.TryRead(call, UsualLinksPage, Math.Min(LargestLinksPage, options.MaxPageSize), out var page, out var refusal)
            ? GiftbitReplies.Links(order, page, call.Now)
            : refusal.ToAnswer();
    }

    private SandboxAnswer Create(SandboxCall call, string operation, Func<Giftbit.Wire.CreateOrder, GiftbitOrderKind?> kindOf)
    {
        if (!GiftbitBodies.TryRead(call, GiftbitJsonContext.Default.CreateOrder, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (string.IsNullOrWhiteSpace(body.Id))
        {
            return GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ID", "An order needs an id.").ToAnswer();
        }

        if (state.FindByClientId(body.Id) is { } original)
        {
            return Duplicate(original, call.Now);
        }

        if (kindOf(body) is not { } kind)
        {
            return GiftbitRefusal.Invalid("ERROR_SIM_INVALID_DELIVERY_TYPE", body.DeliveryType ?? "").ToAnswer();
        }

        return rules.Refuse(kind, body, call) is { } refused
            ? refused.ToAnswer()
            : replies.Created(state.Commit(rules.Complete(kind, body, call.Now), operation, call.Now, call.BalanceEmpty), call.Now);
    }

    private SandboxAnswer Duplicate(GiftbitOrder original, DateTimeOffset now) =>
        options.DuplicateAnswer == GiftbitDuplicateAnswer.Error
            ? GiftbitRefusal.Invalid("ERROR_SIM_DUPLICATE_ID", original.Content.Id).ToAnswer()
            : replies.Created(original, now);

    private SandboxAnswer Unknown(string code, string id) => GiftbitUnknown.Refuse(options, code, id).ToAnswer();
}

/// <summary>The answer about something that does not exist; undocumented, so it is a switch.</summary>
internal static class GiftbitUnknown
{
    public static GiftbitRefusal Refuse(GiftbitTwinOptions options, string code, string id)
    {
        var refusal = GiftbitRefusal.Invalid(code, id) with { Name = "Not found" };
        return options.UnknownOrderAnswer == GiftbitUnknownOrderAnswer.NotFound
            ? refusal with
            {
                Status = StatusCodes.Status404NotFound,
            }
            : refusal;
    }
}
