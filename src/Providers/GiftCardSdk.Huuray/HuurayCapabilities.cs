namespace GiftCardSdk.Huuray;

/// <summary>What a Huuray account can do; the same for all of them. Nothing in v4 tells of delivery, opening or use.</summary>
internal static class HuurayCapabilities
{
    /// <summary>
    /// A repeat buys again, so none is ever sent; a lost answer is searched for. Orders were seen to take more than half a minute: only what is
    /// not found ten minutes after the last send is believed not to exist, and that is belief, not proof.
    /// </summary>
    private static readonly IdempotencyProfile OfReturned = new()
    {
        Repeat = RepeatBehavior.BuysAgain,
        Lookup = LookupAuthority.Authoritative,
        QuietTime = TimeSpan.FromMinutes(10),
    };

    /// <summary>
    /// Orders that are delivered are worked off later, and no document says how late, or that a search shows one before, or one that fails: what is
    /// not found may still be bought, so a miss proves nothing.
    /// </summary>
    private static readonly IdempotencyProfile OfDelivered = OfReturned with { Lookup = LookupAuthority.HitOnly };

    public static Capabilities All { get; } =
        new()
        {
            Features = new HashSet<GiftCardFeature>
            {
                GiftCardFeature.Catalog,
                GiftCardFeature.Balances,
                GiftCardFeature.Status,
                GiftCardFeature.FindByReference,
                GiftCardFeature.Resend,
                GiftCardFeature.CancelReward,
                GiftCardFeature.CancelOrder,
                GiftCardFeature.Webhooks,
            },
            // A master currency may pay for others. Source: v4 Balance; inferred.
            WhenFundsAreShort = FundsShortage.Converts,
            // Nothing is documented; every reading is of the whole catalogue.
            CatalogLife = TimeSpan.FromHours(1),
            Shapes =
            [
                new()
                {
                    Delivery = Delivery.Returned,
                    Idempotency = OfReturned,
                    MaxQuantityPerLine = HuurayDefaults.MaxReturnedCards,
                    MaxCards = HuurayDefaults.MaxReturnedCards,
                    Fields = new Dictionary<OrderField, FieldRule> { [OrderField.ClaimBy] = FieldRule.Optional },
                },
                Delivered(Delivery.Email, OrderField.RecipientEmail, OrderField.RecipientPhone),
                Delivered(Delivery.Sms, OrderField.RecipientPhone, OrderField.RecipientEmail),
            ],
        };

    /// <summary>One line for a recipient of several cards; several lines, a recipient for each card.</summary>
    private static OrderShape Delivered(Delivery delivery, OrderField address, OrderField otherAddress) =>
        new()
        {
            Delivery = delivery,
            Idempotency = OfDelivered,
            MaxLines = null,
            MaxQuantityPerLine = null,
            SameProduct = true,
            SameFaceValue = true,
            Recipients = RecipientRule.OnePerLine,
            Fields = new Dictionary<OrderField, FieldRule>
            {
                [OrderField.TemplateId] = FieldRule.Optional,
                [OrderField.Language] = FieldRule.Optional,
                [OrderField.Body] = FieldRule.Optional,
                [OrderField.SendAt] = FieldRule.Optional,
                [OrderField.ClaimBy] = FieldRule.Optional,
                [OrderField.RecipientName] = FieldRule.Optional,
                [address] = FieldRule.Required,
                [otherAddress] = FieldRule.Optional,
                [OrderField.RecipientReference] = FieldRule.Optional,
            },
        };
}
