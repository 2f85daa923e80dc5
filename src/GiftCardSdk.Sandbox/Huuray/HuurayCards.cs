using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Sends cards that were sold again, or cancels them. Both may succeed for only some of the cards.</summary>
internal sealed class HuurayCards(HuurayStore store)
{
    public SandboxAnswer Resend(SandboxCall call, JsonObject body) =>
        ForChosen(
            call,
            body,
            (_, chosen) =>
            {
                var sent = chosen.Count(card => card.CanResend(call.Now));
                return sent == 0
                    ? HuurayRules.Refused("There is nothing to send again")
                    : Done(new JsonObject { ["NumberOfResends"] = sent }, sent == chosen.Length, "Some cards could not be sent again");
            }
        );

    public SandboxAnswer Cancel(SandboxCall call, JsonObject body) =>
        ForChosen(
            call,
            body,
            (order, chosen) =>
            {
                var cancellable = Array.FindAll(chosen, card => card.CanCancel(call.Now));
                if (cancellable.Length == 0)
                {
                    return HuurayRules.Refused("There is nothing that can be cancelled");
                }

                foreach (var card in cancellable)
                {
                    store.Cancel(card, call.Now);
                }

                var reply = new JsonObject
                {
                    ["OrderUID"] = order.Uid,
                    ["OrderCancelled"] = order.Cards.All(card => card.Cancelled),
                    ["Vouchers"] = Json.Array(chosen.Select(card => new JsonObject { ["ID"] = card.Id, ["Cancelled"] = card.Cancelled })),
                };
                return Done(reply, Array.TrueForAll(chosen, card => card.Cancelled), "Some cards could not be cancelled");
            }
        );

    private static SandboxAnswer Done(JsonObject reply, bool isWhole, string words) =>
        isWhole ? HuurayRules.Answer(reply) : HuurayRules.Answer(reply, StatusCodes.Status206PartialContent, "Partial", words);

    private SandboxAnswer ForChosen(SandboxCall call, JsonObject body, Func<HuurayOrder, HuurayCard[], SandboxAnswer> act)
    {
        if (store.FindOrder(body.Text("OrderUID")) is not { } order)
        {
            return HuurayRules.NotFound("There is no order with this id");
        }

        if (!order.IsReady(call.Now))
        {
            return HuurayRules.Refused("The order is still being processed");
        }

        var id = body.Whole("VoucherID");
        HuurayCard[] chosen = [.. order.Cards.Where(card => id is null || card.Id == id)];
        return chosen.Length == 0 ? HuurayRules.NotFound("The order has no card with this id") : act(order, chosen);
    }
}
