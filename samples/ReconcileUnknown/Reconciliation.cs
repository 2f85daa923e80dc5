using GiftCardSdk;

namespace ReconcileUnknown;

/// <summary>What a person in operations does with orders whose end is open.</summary>
internal sealed class Reconciliation(IGiftCards giftCards, IGiftCardAccount account)
{
    /// <summary>Places an order whose answer gets lost; the SDK says so instead of guessing.</summary>
    public async Task PlaceAsync(OrderRequest request)
    {
        try
        {
            var order = await account.Orders.PlaceAsync(request);
            Show.Good($"{request.Reference}: {(order.WasReplayed ? "the order of before" : "bought now")}, {order.Id}");
        }
        catch (OrderOutcomeUnknownException unknown)
        {
            Show.Bad($"{request.Reference}: {unknown.Message}");
        }
    }

    public async Task ListAsync()
    {
        var open = new List<JournalEntry>();
        await foreach (var entry in giftCards.Journal.ListUnresolvedAsync())
        {
            open.Add(entry);
        }

        Show.Open(open);
    }

    public async Task ExplainAsync(OrderReference reference)
    {
        var explanation = await giftCards.Journal.ExplainAsync(account.Name, reference);
        Show.Explanation(reference, explanation!);
    }

    public async Task ResolveAsync() => Show.Summary(await giftCards.Journal.ResolveAsync());

    public async Task MarkRefusedAsync(OrderReference reference)
    {
        var mark = OrderMark.Refused("operations", "neither the portal nor support knows the key");
        Show.Good($"{reference}: marked {(await giftCards.Journal.MarkAsync(account.Name, reference, mark)).State}");
    }
}
