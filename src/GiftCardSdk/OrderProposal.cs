namespace GiftCardSdk;

/// <summary>An account that could buy what is wanted, and as what.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="ProductId">The product, by its id in the account's catalog.</param>
/// <param name="FaceValue">The face value of a card.</param>
/// <param name="Delivery">How it gets to the recipient.</param>
/// <param name="Country">The country that the line names; null where the provider does not ask for one.</param>
/// <param name="Cost">What a card costs; null if that is not known, and for a reference that was planned before.</param>
public sealed record OrderProposal(
    string Account,
    string Provider,
    string ProductId,
    Money FaceValue,
    Delivery Delivery,
    string? Country,
    Money? Cost = null
)
{
    /// <summary>The order of one line that the proposal stands for; what a provider asks for besides is added with <c>with</c>.</summary>
    /// <param name="reference">The caller's own id, the same as the plan's.</param>
    /// <param name="recipient">Who gets the card; null when it is returned.</param>
    /// <param name="message">What the provider writes to the recipient; null for nothing.</param>
    /// <param name="quantity">How many cards; at least 1.</param>
    /// <returns>The order.</returns>
    public OrderRequest ToRequest(OrderReference reference, Recipient? recipient = null, OrderMessage? message = null, int quantity = 1) =>
        new()
        {
            Reference = reference,
            Delivery = Delivery,
            Message = message,
            Lines =
            [
                new()
                {
                    ProductId = ProductId,
                    FaceValue = FaceValue,
                    Quantity = quantity,
                    Country = Country,
                    Recipient = recipient,
                },
            ],
        };
}
