using GiftCardSdk;

namespace SalesIncentive;

/// <summary>What became of an event: it is done with, or it is to come again after a while.</summary>
internal sealed record Handled(string Text, TimeSpan? Again = null);

/// <summary>A card for each closed deal, sent to the seller by the provider.</summary>
internal sealed class Incentives(IGiftCardAccount account)
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, (string Product, string Currency)> Offices = new(StringComparer.Ordinal)
    {
        ["US"] = ("TIDEWATER-OUTDOORS-US", "USD"),
        ["DE"] = ("WALDWEG-DE", "EUR"),
        ["GB"] = ("MOOR-AND-MEADOW-GB", "GBP"),
    };

    /// <summary>In the currencies of all offices, since what no limit names cannot be spent.</summary>
    public static SpendingLimits Limits { get; } =
        new()
        {
            PerOrder = InEach(200),
            PerRecipientPerDay = InEach(300),
            PerDay = InEach(1_000),
        };

    public async Task<Handled> HandleAsync(DealClosed deal, CancellationToken cancellationToken = default)
    {
        try
        {
            var order = await account.Orders.PlaceAsync(OrderFor(deal), cancellationToken);
            return new(
                order.WasReplayed
                    ? "sent before"
                    : $"{order.Lines[0].FaceValue} sent, for {order.TotalCost?.ToString() ?? "an unknown cost"}"
            );
        }
        catch (GiftCardException failure) when (failure.IsTransient || failure.Outcome == GiftCardOutcome.MayExist)
        {
            // A limit that is used up for today, a provider that is away, an end that is not known: the same event comes again, and the same reference.
            return new($"again later: {failure.Code}", failure.RetryAfter ?? UsualWait);
        }
        catch (GiftCardException refused)
        {
            return new($"for a person: {refused.Code}, {refused.Outcome}");
        }
    }

    /// <summary>Two percent of the deal, in whole units.</summary>
    private static OrderRequest OrderFor(DealClosed deal)
    {
        var (product, currency) = Offices[deal.Office];
        return new()
        {
            // The deal's own number, so that an event which is delivered twice is one card.
            Reference = OrderReference.From("deal", deal.Deal),
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = Money.Of(decimal.Floor(deal.Amount * 0.02m), currency),
                    Recipient = new() { Name = deal.Seller, Email = deal.Email },
                },
            ],
            Delivery = Delivery.Email,
            Message = new()
            {
                SenderName = "Fabrikam Sales",
                SenderEmail = "sales@fabrikam.example",
                Body = $"Well done: deal {deal.Deal} is closed.",
            },
        };
    }

    private static IReadOnlyList<Money> InEach(decimal amount) => [.. Offices.Values.Select(office => Money.Of(amount, office.Currency))];
}
