using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Sandbox.Huuray.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>What is done to cards that were sold: sent again, cancelled. Either may succeed for some of them only.</summary>
internal sealed class HuurayCardOperations(HuurayState state, HuurayBodies bodies)
{
    private static HuurayJsonContext Json => HuurayJsonContext.Default;

    public SandboxAnswer Resend(SandboxCall call)
    {
        if (!TryChoose(call, out var order, out var chosen, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var sendable = chosen.Where(voucher => order.Content.Template is not null && HuurayState.CanResend(voucher, call.Now)).ToArray();
        if (sendable.Length == 0)
        {
            return HuurayRefusal.Refused("There is nothing to send again").ToAnswer();
        }

        foreach (var voucher in sendable)
        {
            state.Resend(voucher, call.Now);
        }

        var reply = new ResendReply(sendable.Length);
        return HuurayReplies.Answer(
            sendable.Length == chosen.Count
                ? reply
                : reply with
                {
                    Status = StatusCodes.Status206PartialContent,
                    Message = "Partial",
                    StatusMessage = "Some cards could not be sent again",
                },
            Json.ResendReply
        );
    }

    public SandboxAnswer Cancel(SandboxCall call)
    {
        if (!TryChoose(call, out var order, out var chosen, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var cancellable = chosen.Where(voucher => state.CanCancel(voucher, call.Now)).ToArray();
        if (cancellable.Length == 0)
        {
            return HuurayRefusal.Refused("There is nothing that can be cancelled").ToAnswer();
        }

        foreach (var voucher in cancellable)
        {
            state.Cancel(voucher, call.Now);
        }

        var reply = new CancelReply(
            order.Uid,
            order.Vouchers.All(voucher => voucher.Cancelled),
            [.. chosen.Select(voucher => new CancelledVoucher(voucher.Id, voucher.Cancelled))]
        );
        return HuurayReplies.Answer(
            chosen.TrueForAll(voucher => voucher.Cancelled)
                ? reply
                : reply with
                {
                    Status = StatusCodes.Status206PartialContent,
                    Message = "Partial",
                    StatusMessage = "Some cards could not be cancelled",
                },
            Json.CancelReply
        );
    }

    private bool TryChoose(
        SandboxCall call,
        [NotNullWhen(true)] out HuurayOrder? order,
        out List<HuurayVoucher> chosen,
        [NotNullWhen(false)] out HuurayRefusal? refusal
    )
    {
        (order, chosen) = (null, []);
        if (!bodies.TryRead(call, json => json.ChosenCards, out var body, out refusal))
        {
            return false;
        }

        order = state.FindOrder(body.OrderUid);
        if (order is null)
        {
            refusal = HuurayRefusal.NotFound("There is no order with this id");
            return false;
        }

        chosen = [.. order.Vouchers.Where(voucher => body.VoucherId is null || voucher.Id == body.VoucherId)];
        refusal =
            !order.IsReady(call.Now) ? HuurayRefusal.Refused("The order is still being processed")
            : chosen.Count == 0 ? HuurayRefusal.NotFound("The order has no card with this id")
            : null;
        return refusal is null;
    }
}
