namespace GiftCardSdk.Sandbox;

/// <summary>Buying and finding. An order is never recognised as a repeat: the same request twice is two orders.</summary>
internal sealed class HuurayOrderOperations(
    HuurayTwinOptions options,
    HuurayState state,
    HuurayOrderRules rules,
    HuurayReplies replies,
    HuurayBodies bodies
)
{
    public SandboxAnswer Create(SandboxCall call)
    {
        if (!bodies.TryRead(call, json => json.CreateOrder, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (rules.Refuse(body, call) is { } refused)
        {
            return refused.ToAnswer();
        }

        return state.Commit(rules.Complete(body, call.Now), call.Now, call.BalanceEmpty) is { } order
            ? replies.Created(order)
            : new HuurayRefusal(options.InsufficientFundsStatus, "Refused", "The balance does not suffice").ToAnswer();
    }

    public SandboxAnswer Search(SandboxCall call)
    {
        if (!bodies.TryRead(call, json => json.SearchOrder, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var search = new HuuraySearch(body);
        if (search.IsEmpty && options.EmptySearch == HuurayEmptySearch.BadRequest)
        {
            return HuurayRefusal.BadRequest("A search needs a filter").ToAnswer();
        }

        return search.Run(state, call.Now, options.ManyMatches) is { } order
            ? replies.Found(order, body.VoucherId)
            : HuurayRefusal.NotFound("Nothing fits this filter").ToAnswer();
    }
}
