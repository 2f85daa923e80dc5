namespace GiftCardSdk.GiftCardPartners;

/// <summary>What a Gift Card Partners account can do; the same for all of them. Nothing is known that cancels, resends or tells of a card's use.</summary>
internal static class GiftCardPartnersCapabilities
{
    /// <summary>
    /// A PO number never buys twice, and a repeat is told the order it stands for. A look-up says "not found" only after it has read back past the
    /// first send. Five minutes of quiet are three times the longest attempt; the provider gives no figure.
    /// </summary>
    private static readonly IdempotencyProfile Idempotency = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.ConflictWithId,
        Lookup = LookupAuthority.Authoritative,
        QuietTime = TimeSpan.FromMinutes(5),
    };

    private static readonly KeyValuePair<OrderField, FieldRule>[] Everywhere =
    [
        new(OrderField.LineReference, FieldRule.Optional),
        new(OrderField.Body, FieldRule.Optional),
        new(OrderField.SenderName, FieldRule.Optional),
        new(OrderField.SenderEmail, FieldRule.Optional),
        new(OrderField.Language, FieldRule.Optional),
    ];

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
            },
            // The provider asks for a week at least.
            CatalogLife = GiftCardPartnersDefaults.CacheTime,
            Shapes =
            [
                Shape(Delivery.Returned, RecipientRule.None, [new(OrderField.MaxCost, FieldRule.Optional)]),
                Digital(Delivery.Email, OrderField.RecipientEmail),
                Digital(Delivery.Sms, OrderField.RecipientPhone),
                Digital(Delivery.EmailAndSms, OrderField.RecipientEmail, OrderField.RecipientPhone),
                // What posting costs is shown nowhere, so that no bound of the cost can be held.
                Shape(
                    Delivery.Post,
                    RecipientRule.OnePerLine,
                    new(OrderField.RecipientName, FieldRule.Required),
                    new(OrderField.RecipientPostalAddress, FieldRule.Required)
                ),
            ],
        };

    private static OrderShape Digital(Delivery delivery, params OrderField[] addresses) =>
        Shape(
            delivery,
            RecipientRule.OnePerLine,
            [
                new(OrderField.RecipientName, FieldRule.Optional),
                new(OrderField.SendAt, FieldRule.Optional),
                new(OrderField.MaxCost, FieldRule.Optional),
                .. addresses.Select(address => new KeyValuePair<OrderField, FieldRule>(address, FieldRule.Required)),
            ]
        );

    /// <summary>One order holds any mix of products, values and recipients; only the delivery is the same for all lines.</summary>
    private static OrderShape Shape(Delivery delivery, RecipientRule recipients, params KeyValuePair<OrderField, FieldRule>[] fields) =>
        new()
        {
            Delivery = delivery,
            Idempotency = Idempotency,
            MaxLines = null,
            MaxQuantityPerLine = null,
            Recipients = recipients,
            Fields = new Dictionary<OrderField, FieldRule>([.. Everywhere, .. fields]),
        };
}
