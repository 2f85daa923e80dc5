using GiftCardSdk;

namespace LoyaltyShop;

/// <summary>What the shop offers, and the card of a wish.</summary>
internal sealed class Cards([FromKeyedServices("gifq")] IGiftCardAccount account, Loyalty loyalty)
{
    private const string Country = "US";

    private static readonly Money[] Values = [Money.Of(10, "USD"), Money.Of(25, "USD"), Money.Of(50, "USD")];

    /// <summary>How long a customer looks at an empty page at most.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The products with the values that the shop has them for. The catalog is kept, so a page costs no call.</summary>
    public IAsyncEnumerable<(Product Product, Money[] Values)> ListAsync(CancellationToken cancellationToken) =>
        account
            .Catalog.ListAsync(
                new()
                {
                    Country = Country,
                    Currency = "USD",
                    Delivery = Delivery.Returned,
                    InStock = true,
                },
                cancellationToken
            )
            .Select(product => (product, Values.Where(value => IsSold(product, value)).ToArray()))
            .Where(row => row.Item2.Length > 0);

    /// <summary>The card of a wish, once it is there. May be asked for as often as a page is loaded: the wish is the reference.</summary>
    /// <returns>Null while it is on its way, and where it was refused: <see cref="WishState"/> says which.</returns>
    public async Task<Reward?> FindAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.State == WishState.Refused)
        {
            return null;
        }

        try
        {
            var order = await account.PlaceAndWaitAsync(OrderFor(wish), Patience, cancellationToken);
            var hasFailed = order.Status == OrderStatus.Failed || order.Status == OrderStatus.Cancelled;
            loyalty.Settle(wish.Id, hasFailed ? WishState.Refused : WishState.Bought);
            return order.Rewards.FirstOrDefault(reward => reward.Redeemable is not null);
        }
        catch (GiftCardException refused) when (refused.Outcome == GiftCardOutcome.NothingCreated && !refused.IsTransient)
        {
            // Only what is certain gives the points back.
            loyalty.Settle(wish.Id, WishState.Refused);
            return null;
        }
        catch (GiftCardException)
        {
            // Not known, or not now. The page is loaded again, and the same reference buys nothing twice.
            return null;
        }
    }

    private static bool IsSold(Product product, Money value) => product.Offers.Any(offer => offer.Denominations.Allows(value) == true);

    private static OrderRequest OrderFor(Wish wish) =>
        new()
        {
            Reference = OrderReference.From("loyalty", wish.Customer, wish.Id),
            Lines =
            [
                new()
                {
                    ProductId = wish.Product,
                    FaceValue = wish.Value,
                    Country = Country,
                },
            ],
            Delivery = Delivery.Returned,
        };
}
