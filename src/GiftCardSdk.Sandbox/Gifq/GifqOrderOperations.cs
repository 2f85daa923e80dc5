using GiftCardSdk.Sandbox.Gifq.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on orders. A reference that has bought once never buys again.</summary>
internal sealed class GifqOrderOperations(
    GifqTwinOptions options,
    GifqState state,
    GifqFunds funds,
    GifqOrderRules rules,
    GifqPrices prices,
    GifqOrderWriter writer,
    GifqReplies replies
)
{
    public SandboxAnswer Create(SandboxCall call)
    {
        if (!GifqBodies.TryRead<CreateOrder>(call, options, out var body, out var refusal))
        {
            return replies.Refuse(refusal);
        }

        if (string.IsNullOrWhiteSpace(body.Reference))
        {
            return replies.Refuse(GifqRefusal.Invalid("reference is missing"), isOrder: true);
        }

        if (state.FindByReference(body.Reference) is { } original)
        {
            return Repeat(original, call.Now);
        }

        return state.RefusalOf(body.Reference) is { } usedUp ? replies.Refuse(usedUp, isOrder: true) : Sell(body, call);
    }

    public SandboxAnswer List(SandboxCall call) =>
        replies.Page(call, state.Orders, backwards: true, order => writer.Listed(order, call.Now));

    public SandboxAnswer Get(SandboxCall call) =>
        state.FindById(call.Route("id")) is { } order
            ? replies.Ok(writer.Read(order, call.Now))
            : replies.Refuse(GifqRefusal.Unknown("order"));

    private SandboxAnswer Sell(CreateOrder body, SandboxCall call)
    {
        if (!rules.TryComplete(body, call, out var content, out var refusal))
        {
            return Refuse(body, refusal);
        }

        var charge = prices.Card(content.Currency, content.FaceValue, content.Option.Discount, content.Payment);
        if (call.BalanceEmpty || !funds.CanPay(charge))
        {
            return Refuse(body, GifqRefusal.BalanceTooLow(charge.Currency));
        }

        return replies.One(StatusCodes.Status201Created, writer.Created(state.Commit(content, charge, call.Now), call.Now));
    }

    private SandboxAnswer Refuse(CreateOrder body, GifqRefusal refusal)
    {
        state.NoteRefusal(body.Reference!, refusal);
        return replies.Refuse(refusal, isOrder: true);
    }

    private SandboxAnswer Repeat(GifqOrder original, DateTimeOffset now)
    {
        var reference = original.Content.Reference;
        return options.DuplicateAnswer == GifqDuplicateAnswer.Error || GifqSteering.RefusesDuplicate(reference)
            ? replies.Refuse(GifqRefusal.Invalid($"Reference {reference} has been used"), isOrder: true)
            : replies.Ok(writer.Created(original, now));
    }
}
