namespace GiftCardSdk.Batches;

/// <summary>Gives all accounts their batches.</summary>
public static class GiftCardsBatchesExtensions
{
    extension(IGiftCards giftCards)
    {
        /// <summary>Lists of orders, carried out line by line over all accounts.</summary>
        /// <exception cref="InvalidOperationException">The application has not called <c>AddBatches()</c> behind <c>AddGiftCards()</c>.</exception>
        public IGiftCardBatches Batches
        {
            get
            {
                ArgumentNullException.ThrowIfNull(giftCards);
                return giftCards.GetService(typeof(IGiftCardBatches)) as IGiftCardBatches
                    ?? throw new InvalidOperationException("There are no batches here; call AddBatches() behind AddGiftCards().");
            }
        }
    }
}
