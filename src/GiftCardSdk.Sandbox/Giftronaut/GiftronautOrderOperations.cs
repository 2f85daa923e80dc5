using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations that sell, and those that change what was sold.</summary>
internal sealed class GiftronautOrderOperations(
    GiftronautTwinOptions options,
    GiftronautState state,
    GiftronautOrderRules rules,
    GiftronautOnce once,
    GiftronautReplies replies
)
{
    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer OrderBranded(GiftronautCall call) => Order(call, GiftronautRoutes.OrderBranded, GiftronautCardType.Branded);

    public SandboxAnswer OrderChoice(GiftronautCall call) => Order(call, GiftronautRoutes.OrderChoice, GiftronautCardType.Choice);

    public SandboxAnswer OrderLinks(GiftronautCall call) =>
        once.Run(call, GiftronautRoutes.OrderLinks, required: true, key => OrderLinks(call, key));

    public SandboxAnswer Cancel(GiftronautCall call) =>
        once.Run(
            call,
            "cancel " + call.Http.Route("orderId"),
            required: false,
            _ =>
            {
                if (call.Account.Find(call.Http.Route("orderId")) is not { } order)
                {
                    return NoSuchOrder();
                }

                if (order.Content.SendAt is null || order.Status != GiftronautOrderStatus.Pending)
                {
                    return GiftronautRefusal.Conflict("ORDER_NOT_CANCELABLE", "The order is being sent or finished.").ToAnswer();
                }

                GiftronautState.Cancel(order, call.Now);
                return replies.Bare(StatusCodes.Status200OK, replies.Item(order), Json.Order);
            }
        );

    public SandboxAnswer Resend(GiftronautCall call) =>
        once.Run(call, "resend " + call.Http.Route("orderId"), required: false, _ => ResendOnce(call));

    public SandboxAnswer SendTestEmail(GiftronautCall call) => once.Run(call, "test-email", required: false, _ => SendTestEmailOnce(call));

    /// <summary>Sells what passed every rule but that of the cost.</summary>
    public SandboxAnswer Sell(GiftronautCall call, GiftronautOrderContent content, string operation, string? key)
    {
        if (rules.RefuseCost(call, content) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        var order = state.Commit(call, content, operation, key);
        return order.IsLinkOrder ? replies.CreatedLinks(order) : replies.Created(order);
    }

    public static GiftronautLine Line(Recipient recipient, decimal amount) =>
        new(amount, recipient.Email, recipient.FirstName, recipient.LastName);

    private SandboxAnswer Order(GiftronautCall call, string operation, string cardType) =>
        once.Run(call, operation, required: true, key => Order(call, operation, cardType, key));

    private SandboxAnswer Order(GiftronautCall call, string operation, string cardType, string? key)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.CreateOrder, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (rules.Refuse(call, body, cardType) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        var content = new GiftronautOrderContent
        {
            OrderType = GiftronautOrderType.OneTime,
            Product = rules.Product(body.ProductId),
            Lines = [.. body.Recipients!.Select(recipient => Line(recipient!, recipient!.Amount!.Value))],
            EmailSetting = body.EmailSetting,
            SendTiming = body.SendTiming,
            SendAt = GiftronautOrderRules.SendAt(body.SendTiming),
            RefundOption = body.RefundOption ?? false,
        };
        return Sell(call, content, operation, key);
    }

    private SandboxAnswer OrderLinks(GiftronautCall call, string? key)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.CreateRewardLinks, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        var refusal = body switch
        {
            { CardType: var type } when !GiftronautCardType.IsKnown(type) => GiftronautRefusal.Invalid(
                "cardType is BRANDED_CARD or CHOICE_CARD."
            ),
            { Quantity: null } => GiftronautRefusal.Required("quantity"),
            { AmountPerLink: null } => GiftronautRefusal.Required("amountPerLink"),
            _ => rules.RefuseCount(body.Quantity.Value)
                ?? rules.RefuseProduct(call, body.ProductId, body.CardType)
                ?? rules.RefuseAmounts(body.ProductId!, [body.AmountPerLink.Value]),
        };
        if (refusal is not null)
        {
            return refusal.ToAnswer();
        }

        var line = new GiftronautLine(body.AmountPerLink!.Value, Email: null, FirstName: null, LastName: null);
        var content = new GiftronautOrderContent
        {
            OrderType = GiftronautOrderType.Link,
            Product = rules.Product(body.ProductId),
            Lines = [.. Enumerable.Repeat(line, body.Quantity!.Value)],
            RefundOption = body.RefundOption ?? false,
        };
        return Sell(call, content, GiftronautRoutes.OrderLinks, key);
    }

    private SandboxAnswer ResendOnce(GiftronautCall call)
    {
        if (call.Account.Find(call.Http.Route("orderId")) is not { } order)
        {
            return NoSuchOrder();
        }

        if (!GiftronautBodies.TryRead(call.Http, Json.ResendOrder, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (RefuseResend(order, body) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        foreach (var recipient in body.Recipients!)
        {
            state.Resend(CardOf(order, recipient!.Email)!, recipient.UpdatedEmail);
        }

        return options.ResendAnswer switch
        {
            GiftronautResendAnswer.Accepted => SandboxAnswer.Empty(StatusCodes.Status202Accepted),
            GiftronautResendAnswer.NoContent => SandboxAnswer.Empty(StatusCodes.Status204NoContent),
            _ => replies.Order(order),
        };
    }

    private static GiftronautRefusal? RefuseResend(GiftronautOrder order, ResendOrder body) =>
        body.Recipients switch
        {
            not { Count: > 0 } => GiftronautRefusal.Required("recipients"),
            _ when !order.IsComplete => GiftronautRefusal.Invalid("The order has not been sent yet."),
            var recipients when recipients.Any(recipient => CardOf(order, recipient?.Email) is null) => GiftronautRefusal.NotFound(
                "RECIPIENT_NOT_FOUND",
                "recipient in the order"
            ),
            var recipients
                when recipients.Any(recipient => recipient!.UpdatedEmail is { } updated && !GiftronautOrderRules.IsAddress(updated)) =>
                GiftronautRefusal.Invalid("updatedEmail is not an e-mail address."),
            _ => null,
        };

    private static GiftronautCard? CardOf(GiftronautOrder order, string? email) =>
        email is null ? null : order.Cards.FirstOrDefault(card => string.Equals(card.Email, email, StringComparison.OrdinalIgnoreCase));

    private SandboxAnswer SendTestEmailOnce(GiftronautCall call)
    {
        if (!GiftronautBodies.TryRead(call.Http, Json.SendTestEmail, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (RefuseTestEmail(call, body) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        return call.Account.TryTestEmail(GiftronautTime.DayOf(call.Now), options.TestEmailsPerDay, out var remaining)
            ? replies.Bare(StatusCodes.Status200OK, new TestEmailReply(body.Email!, "SENT", remaining), Json.TestEmailReply)
            : (GiftronautRefusal.TooManyRequests with { Message = "No test e-mails are left today." }).ToAnswer();
    }

    private GiftronautRefusal? RefuseTestEmail(GiftronautCall call, SendTestEmail body) =>
        body switch
        {
            { Email: var email } when !GiftronautOrderRules.IsAddress(email) => GiftronautRefusal.Invalid(
                "email is not an e-mail address."
            ),
            { Amount: null } => GiftronautRefusal.Required("amount"),
            { EmailSubject: null or "" } => GiftronautRefusal.Required("emailSubject"),
            { SenderName: null or "" } => GiftronautRefusal.Required("senderName"),
            { EmailMessage: null } => GiftronautRefusal.Required("emailMessage"),
            _ => rules.RefuseProduct(call, body.ProductId, GiftronautCardType.Choice)
                ?? rules.RefuseAmounts(body.ProductId!, [body.Amount.Value])
                ?? GiftronautOrderRules.RefuseTemplate(call, body.TemplateId),
        };

    private static SandboxAnswer NoSuchOrder() => GiftronautRefusal.NotFound("ORDER_NOT_FOUND", "order").ToAnswer();
}
