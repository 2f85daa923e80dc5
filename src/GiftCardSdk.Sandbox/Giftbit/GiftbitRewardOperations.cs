using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on rewards.</summary>
internal sealed class GiftbitRewardOperations(GiftbitTwinOptions options, GiftbitState state, GiftbitReplies replies)
{
    private const int UsualPage = 20;

    public SandboxAnswer List(SandboxCall call)
    {
        if (!GiftbitPage.TryRead(call, UsualPage, options.MaxPageSize, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (GiftbitRewardQuery.Refuse(call) is { } refused)
        {
            return refused.ToAnswer();
        }

        var rewards = GiftbitRewardQuery.Run(call, Candidates(call).Where(reward => reward.Order.IsReady(call.Now)), replies);
        var rows = page.Cut(rewards);
        var info = new Info("INFO_GIFTS", "Rewards", "Rewards found.");
        return GiftbitReplies.Ok(
            new GiftsReply(rows, rows.Length, page.Limit, page.Offset, rewards.Count, info, StatusCodes.Status200OK),
            GiftbitJsonContext.Default.GiftsReply
        );
    }

    public SandboxAnswer Get(SandboxCall call) =>
        Find(call) is { } reward ? replies.Reward(reward, new Info("INFO_GIFTS", "Reward", "Reward found."), call.Now) : Unknown(call);

    public SandboxAnswer Resend(SandboxCall call)
    {
        if (!GiftbitBodies.TryRead(call, GiftbitJsonContext.Default.ResendGift, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (body.Resend != true)
        {
            return GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ELEMENT", "resend").ToAnswer();
        }

        if (Find(call) is not { } reward)
        {
            return Unknown(call);
        }

        if (!reward.IsOpen || reward.Order.Content.Kind != GiftbitOrderKind.Email)
        {
            return GiftbitRefusal.Invalid("ERROR_SIM_RESEND_REFUSED", $"The reward is {reward.Status} or was not e-mailed.").ToAnswer();
        }

        reward.Redeliveries++;
        return replies.Reward(reward, new Info("INFO_GIFTS_RESENT", "Reward resent", "The e-mail goes out again."), call.Now);
    }

    public SandboxAnswer Cancel(SandboxCall call)
    {
        if (Find(call) is not { } reward)
        {
            return Unknown(call);
        }

        if (!reward.IsOpen)
        {
            return GiftbitRefusal.Invalid("ERROR_SIM_CANCEL_REFUSED", $"The reward is {reward.Status}.").ToAnswer();
        }

        state.Cancel(reward, call.Now);
        return replies.Reward(reward, new Info("INFO_GIFTS_CANCELED", "Reward cancelled", "It can no longer be claimed."), call.Now);
    }

    private GiftbitReward? Find(SandboxCall call) =>
        state.FindReward(call.Route("uuid")) is { } reward && reward.Order.IsReady(call.Now) ? reward : null;

    private SandboxAnswer Unknown(SandboxCall call) =>
        GiftbitUnknown.Refuse(options, "ERROR_SIM_NO_SUCH_GIFT", call.Route("uuid")).ToAnswer();

    /// <summary>The rewards of one order where the query names it, so that following an order never walks over all of them.</summary>
    private IEnumerable<GiftbitReward> Candidates(SandboxCall call)
    {
        if (call.QueryValue("uuid") is { } uuid)
        {
            return state.FindReward(uuid) is { } reward ? [reward] : [];
        }

        if (call.QueryValue("campaign_id") is { } id)
        {
            return state.FindByClientId(id)?.Rewards ?? [];
        }

        return call.QueryValue("campaign_uuid") is { } campaign ? state.FindByUuid(campaign)?.Rewards ?? [] : state.Rewards;
    }
}
