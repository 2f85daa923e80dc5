namespace GiftCardSdk.Giftronaut;

/// <summary>What a Giftronaut account can do; the same for all of them.</summary>
internal static class GiftronautCapabilities
{
    /// <summary>How long Giftronaut remembers a key. Source: guides; documented.</summary>
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(24);

    /// <summary>
    /// For a day a key returns the first order. That the list of orders can be searched by it is third-party knowledge: a hit counts, a miss
    /// proves nothing.
    /// </summary>
    private static readonly IdempotencyProfile OfOrders = new()
    {
        Repeat = RepeatBehavior.NeverWithinLife,
        KeyLife = KeyLife,
        Answer = RepeatAnswer.Original,
        Lookup = LookupAuthority.HitOnly,
    };

    private static readonly IdempotencyProfile OfRewardLinks = OfOrders with { Answer = RepeatAnswer.ConflictWithId };

    public static Capabilities All { get; } =
        new()
        {
            Features = new HashSet<GiftCardFeature>
            {
                GiftCardFeature.Catalog,
                GiftCardFeature.Balances,
                GiftCardFeature.Status,
                GiftCardFeature.FindByReference,
                GiftCardFeature.DeliveryTracking,
                GiftCardFeature.Resend,
                GiftCardFeature.CancelOrder,
                GiftCardFeature.Webhooks,
                GiftCardFeature.ListOrders,
                GiftCardFeature.ListMovements,
            },
            // Nothing is documented; an hour, as orders are checked against.
            CatalogLife = TimeSpan.FromHours(1),
            Shapes = [Returned(), Email()],
            // Only US dollars are held, and face values in other currencies are paid from them. Source: guides; inferred.
            WhenFundsAreShort = FundsShortage.Converts,
        };

    /// <summary>Campaign runs: that the key protects them too is assumed, so they are repeated only if the account says so.</summary>
    public static IdempotencyProfile OfCampaignRuns(GiftronautWireAssumptions assumptions) =>
        assumptions.CampaignRunsTakeKeys ? OfOrders : OfOrders with { Repeat = RepeatBehavior.BuysAgain, KeyLife = null };

    private static OrderShape Returned() =>
        new()
        {
            Delivery = Delivery.Returned,
            Idempotency = OfRewardLinks,
            MaxQuantityPerLine = null,
            Recipients = RecipientRule.None,
        };

    private static OrderShape Email() =>
        new()
        {
            Delivery = Delivery.Email,
            Idempotency = OfOrders,
            MaxLines = null,
            SameProduct = true,
            Recipients = RecipientRule.OnePerLine,
            Fields = new Dictionary<OrderField, FieldRule>
            {
                [OrderField.Subject] = FieldRule.Required,
                [OrderField.SenderName] = FieldRule.Required,
                [OrderField.Body] = FieldRule.Optional,
                [OrderField.TemplateId] = FieldRule.Optional,
                [OrderField.SendAt] = FieldRule.Optional,
                [OrderField.RecipientEmail] = FieldRule.Required,
                [OrderField.RecipientName] = FieldRule.Optional,
            },
        };
}
