namespace GiftCardSdk.Gifq;

/// <summary>What a GIFQ account can do; the same for all of them.</summary>
internal static class GifqCapabilities
{
    /// <summary>
    /// GIFQ promises that a reference never buys twice. It finds no order by it, but lists the newest first, so that a scan can tell. Five
    /// minutes of quiet are three times the longest attempt.
    /// </summary>
    private static readonly IdempotencyProfile OfOrders = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.Undocumented,
        Lookup = LookupAuthority.Authoritative,
        QuietTime = TimeSpan.FromMinutes(5),
    };

    /// <summary>
    /// A batch of payouts carries no key: a repeat pays again. It can be told from others by its recipients only, and every member of the lists
    /// that show them is assumed, so a hit counts and a miss proves nothing.
    /// </summary>
    public static IdempotencyProfile OfPayouts { get; } = new() { Repeat = RepeatBehavior.BuysAgain, Lookup = LookupAuthority.HitOnly };

    public static Capabilities All { get; } =
        new()
        {
            Features = new HashSet<GiftCardFeature>
            {
                GiftCardFeature.Catalog,
                GiftCardFeature.Balances,
                GiftCardFeature.Status,
                GiftCardFeature.FindByReference,
                GiftCardFeature.Webhooks,
                GiftCardFeature.ListOrders,
                GiftCardFeature.ListMovements,
            },
            // Options vanish between two readings, and 250 pages take half a minute: not longer, not shorter.
            CatalogLife = TimeSpan.FromHours(1),
            Shapes =
            [
                new()
                {
                    Delivery = Delivery.Returned,
                    Idempotency = OfOrders,
                    Fields = new Dictionary<OrderField, FieldRule>
                    {
                        [OrderField.Country] = FieldRule.Required,
                        [OrderField.PaymentCurrency] = FieldRule.Optional,
                        [OrderField.MaxCost] = FieldRule.Optional,
                    },
                },
            ],
        };
}
