using GiftCardSdk.Sandbox.GiftCardPartners.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on orders. A PO number sells once.</summary>
internal sealed class GiftCardPartnersOrderOperations(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersState state,
    GiftCardPartnersOrderRules rules,
    GiftCardPartnersReplies replies,
    GiftCardPartnersAnswers answers
)
{
    public const string CreateOperation = "orders.create";

    public SandboxAnswer Create(SandboxCall call)
    {
        if (!GiftCardPartnersBodies.TryRead(call, out var body, out var malformed))
        {
            return answers.Refuse(malformed);
        }

        if (rules.Refuse(body, call) is { } refused)
        {
            return Refuse(body, refused);
        }

        // Before the funds: a retry must hear of its first attempt although that has emptied the deposit.
        var poNumber = body.PONumber!;
        if (state.FindByPONumber(poNumber) is { } original)
        {
            return answers.Conflict(original.Id, Another(original)?.Id);
        }

        if (state.IsSpent(poNumber))
        {
            return answers.Conflict(original: null, another: null);
        }

        return !call.BalanceEmpty && state.TryCommit(rules.Complete(body), CreateOperation, call.Now) is { } order
            ? answers.Write(StatusCodes.Status201Created, replies.Full(order), json => json.OrderBody)
            : Refuse(
                body,
                new GiftCardPartnersRefusal(StatusCodes.Status422UnprocessableEntity, "The deposit account does not cover this order.")
            );
    }

    public SandboxAnswer Get(SandboxCall call) =>
        state.FindById(call.Route("id")) is { } order && state.IsVisible(order, call.Now)
            ? answers.Ok(replies.Full(order), json => json.OrderBody)
            : answers.Unknown("There is no such order.");

    public SandboxAnswer List(SandboxCall call)
    {
        if (!GiftCardPartnersPage.TryRead(call, options, out var page, out var refusal))
        {
            return answers.Refuse(refusal);
        }

        return answers.List(options.PagedLists, Rows(page, call), json => json.PagedOrders, json => json.OrderBodyArray);
    }

    private Paged<OrderBody> Rows(GiftCardPartnersPage page, SandboxCall call)
    {
        if (options.OrderListPONumberParameter is { } parameter && call.QueryValue(parameter) is { } poNumber)
        {
            GiftCardPartnersOrder[] found = state.FindByPONumber(poNumber) is { } order && state.IsVisible(order, call.Now) ? [order] : [];
            return page.Cut(found.Length, index => found[index], replies.Listed);
        }

        var count = state.VisibleCount(call.Now);
        return page.Cut(count, index => state.Orders[options.OldestOrdersFirst ? index : count - 1 - index], replies.Listed);
    }

    private SandboxAnswer Refuse(CreateOrder body, GiftCardPartnersRefusal refusal)
    {
        if (!options.RefusalFreesPONumber && !string.IsNullOrWhiteSpace(body.PONumber) && state.FindByPONumber(body.PONumber) is null)
        {
            state.Spend(body.PONumber);
        }

        return answers.Refuse(refusal);
    }

    private GiftCardPartnersOrder? Another(GiftCardPartnersOrder original) =>
        state.Orders[0] != original ? state.Orders[0]
        : state.Orders.Count > 1 ? state.Orders[1]
        : null;
}
