using GiftCardSdk;

namespace GoLiveCheck;

/// <summary>One card, bought with whatever money the account holds, and sent to an address of one's own.</summary>
internal static class OneRealCard
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<Step> SendAsync(IGiftCardAccount account, Send send)
    {
        const string What = "one card, bought and followed to its end";
        var byEmail = account.Capabilities.ShapeFor(Delivery.Email)?.RuleOf(OrderField.TemplateId) != FieldRule.Required;
        var request = new OrderRequest
        {
            // The same arguments are the same order, however often this is run.
            Reference = OrderReference.From("go-live", send.Account, send.ProductId, send.FaceValue.ToString(), send.Email),
            Delivery = byEmail ? Delivery.Email : Delivery.Returned,
            Message = byEmail
                ? new()
                {
                    Subject = "A test",
                    Body = "Sent by our go-live check.",
                    SenderName = "Go-live check",
                }
                : null,
            Lines =
            [
                new()
                {
                    ProductId = send.ProductId,
                    FaceValue = send.FaceValue,
                    Recipient = byEmail ? new() { Name = "Go-live check", Email = send.Email } : null,
                },
            ],
        };
        try
        {
            var placed = await account.Orders.PlaceCheckedAsync(request);
            var order = await account.Status.WaitForCompletionAsync(placed.Id, new WatchOptions { Deadline = Patience });
            return new(
                What,
                order.Status.IsFinal ? Verdict.Passed : Verdict.Failed,
                $"{order.Id}: {order.Status}, {order.Rewards.Count} reward(s)"
            );
        }
        catch (GiftCardException failure)
        {
            return new(What, Verdict.Failed, failure.Message);
        }
    }
}
