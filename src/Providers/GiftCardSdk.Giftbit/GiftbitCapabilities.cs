namespace GiftCardSdk.Giftbit;

/// <summary>What a Giftbit account can do; the same for all of them.</summary>
internal static class GiftbitCapabilities
{
    /// <summary>
    /// Giftbit promises that an id never buys twice and shows an order by it. Five minutes of quiet are three times the longest attempt: a
    /// request that arrived is carried out by then, though Giftbit gives no figure.
    /// </summary>
    private static readonly IdempotencyProfile Idempotency = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.Undocumented,
        Lookup = LookupAuthority.Authoritative,
        QuietTime = TimeSpan.FromMinutes(5),
    };

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
                GiftCardFeature.RedemptionTracking,
                GiftCardFeature.Resend,
                GiftCardFeature.CancelReward,
                GiftCardFeature.ListOrders,
            },
            // Brands are to be read fresh before a send, and the provider itself lets its list be kept for a minute or so.
            CatalogLife = TimeSpan.FromMinutes(5),
            Shapes = [Returned(), Email()],
            // Source: guides, documented: it converts from the default currency, or waits for money. So no bound of the cost can be held either.
            WhenFundsAreShort = FundsShortage.ConvertsOrParks,
        };

    private static OrderShape Returned() =>
        new()
        {
            Delivery = Delivery.Returned,
            Idempotency = Idempotency,
            MaxQuantityPerLine = null,
            Recipients = RecipientRule.None,
            // A template is for the page that a short link opens; FindMistakes refuses it for direct links.
            Fields = new Dictionary<OrderField, FieldRule>
            {
                [OrderField.TemplateId] = FieldRule.Optional,
                [OrderField.ClaimBy] = FieldRule.Optional,
            },
        };

    private static OrderShape Email() =>
        new()
        {
            Delivery = Delivery.Email,
            Idempotency = Idempotency,
            MaxLines = null,
            SameProduct = true,
            SameFaceValue = true,
            Recipients = RecipientRule.OnePerLine,
            TemplateReplacesMessage = true,
            Fields = new Dictionary<OrderField, FieldRule>
            {
                [OrderField.Subject] = FieldRule.Required,
                [OrderField.Body] = FieldRule.Required,
                [OrderField.TemplateId] = FieldRule.Optional,
                [OrderField.ClaimBy] = FieldRule.Optional,
                [OrderField.RecipientEmail] = FieldRule.Required,
                [OrderField.RecipientName] = FieldRule.Optional,
            },
        };
}
