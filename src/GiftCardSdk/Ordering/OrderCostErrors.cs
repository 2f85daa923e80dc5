using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>The refusals of an order by its own bound of cost. Each says what would be right.</summary>
internal static class OrderCostErrors
{
    /// <summary>The order costs more than its caller allows.</summary>
    public static GiftCardException TooDear(Account account, OrderRequest request, Money most, Money cost) =>
        Bound(
            account,
            request,
            GiftCardErrorCode.SpendingLimit,
            $"it costs {cost} by the catalog, and its MaxCost is {most}. Place the same reference with a higher MaxCost, or choose another offer."
        );

    /// <summary>Nobody can say what the order costs. The face value is never taken for it.</summary>
    public static GiftCardException CostUnknown(Account account, OrderRequest request, Money most, string why) =>
        Bound(
            account,
            request,
            GiftCardErrorCode.InvalidRequest,
            $"it has a MaxCost of {most}, and what it costs is not known: {why}. Leave MaxCost out to buy it anyway."
        );

    /// <summary>The order costs money of another currency than its bound.</summary>
    public static GiftCardException CostInOtherCurrency(Account account, OrderRequest request, Money most, Money cost) =>
        Bound(
            account,
            request,
            GiftCardErrorCode.InvalidRequest,
            $"its MaxCost is {most}, but it costs money of another currency ({cost}), and nothing is converted here. Give MaxCost in {cost.Currency}."
        );

    /// <summary>The catalog could not be read, which was asked what the order costs.</summary>
    public static GiftCardException CostNotRead(GiftCardException failure) =>
        new(
            $"{failure.Message} So what the order costs could not be read from the catalog, and it was not sent.",
            failure.Code,
            GiftCardOutcome.NothingCreated,
            null,
            failure
        );

    private static GiftCardException Bound(Account account, OrderRequest request, GiftCardErrorCode code, string why) =>
        new($"The order '{request.Reference}' was not sent: {why}", code, GiftCardOutcome.NothingCreated)
        {
            Provider = account.Provider,
            Account = account.Name,
            Reference = request.Reference,
        };
}
