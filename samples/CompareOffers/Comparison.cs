using GiftCardSdk;

namespace CompareOffers;

/// <summary>One offer of one account, and what a card costs there; null for a cost that the provider does not say.</summary>
internal sealed record Bid(IGiftCardAccount Account, Product Product, Offer Offer, Money? Cost);

/// <summary>What an account said: offers, or why there are none.</summary>
internal sealed record Answer(IGiftCardAccount Account, IReadOnlyList<Bid> Bids, string? Failure = null);

/// <summary>Asks every account at once. One that cannot be read keeps nobody else from being compared.</summary>
internal static class Comparison
{
    public static async Task<IReadOnlyList<Answer>> AskAllAsync(IGiftCards giftCards, Wanted wanted) =>
        await Task.WhenAll(giftCards.Accounts.Select(account => AskAsync(account, wanted)));

    /// <summary>The cheapest first; what is unknown comes last, and is never taken for the face value.</summary>
    public static IReadOnlyList<Bid> Rank(IEnumerable<Answer> answers) =>
        [.. answers.SelectMany(answer => answer.Bids).OrderBy(bid => bid.Cost is null).ThenBy(bid => bid.Cost?.Amount)];

    private static async Task<Answer> AskAsync(IGiftCardAccount account, Wanted wanted)
    {
        try
        {
            var query = new CatalogQuery { Country = wanted.Country, Currency = wanted.FaceValue.Currency };
            var bids = new List<Bid>();
            await foreach (var product in account.Catalog.ListAsync(query))
            {
                bids.AddRange(
                    product
                        .Offers.Where(offer => wanted.IsBrandOf(product) && wanted.IsSoldBy(offer))
                        .Select(offer => new Bid(account, product, offer, offer.CostOf(wanted.FaceValue)))
                );
            }

            return new(account, bids);
        }
        catch (GiftCardException failure)
        {
            return new(account, [], failure.Message);
        }
    }
}
