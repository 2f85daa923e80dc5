namespace GiftCardSdk.Testing;

/// <summary>What the provider sells and takes when a test does not say.</summary>
internal static class InMemoryCatalog
{
    private static readonly Dictionary<OrderField, FieldRule> EverythingOptional = Enum.GetValues<OrderField>()
        .ToDictionary(field => field, _ => FieldRule.Optional);

    public static IReadOnlySet<GiftCardFeature> Features { get; } =
        new HashSet<GiftCardFeature>
        {
            GiftCardFeature.Catalog,
            GiftCardFeature.Balances,
            GiftCardFeature.Status,
            GiftCardFeature.FindByReference,
            GiftCardFeature.DeliveryTracking,
            GiftCardFeature.RedemptionTracking,
            GiftCardFeature.Resend,
            GiftCardFeature.CancelReward,
            GiftCardFeature.CancelOrder,
            GiftCardFeature.ListOrders,
        };

    public static IReadOnlyList<OrderShape> Shapes(IdempotencyProfile profile) =>
        [.. Enum.GetValues<Delivery>().Select(delivery => Shape(delivery, profile))];

    public static IReadOnlyList<Product> Products(string provider) =>
        [
            Make(provider, "coffee", "Bean & Gone Coffee", "EUR", new RangeDenominations(Money.Of(5, "EUR"), Money.Of(100, "EUR"))),
            Make(
                provider,
                "books",
                "Turned Page Books",
                "USD",
                new FixedDenominations([Money.Of(10, "USD"), Money.Of(25, "USD"), Money.Of(50, "USD")])
            ),
            Make(provider, "choice", "Pick Any", "EUR", new RangeDenominations(Money.Of(1, "EUR"), Money.Of(500, "EUR"))) with
            {
                Kind = ProductKind.Choice,
            },
        ];

    private static OrderShape Shape(Delivery delivery, IdempotencyProfile profile) =>
        new()
        {
            Delivery = delivery,
            Idempotency = profile,
            MaxLines = null,
            MaxQuantityPerLine = null,
            Recipients = delivery == Delivery.Returned ? RecipientRule.None : RecipientRule.OnePerLine,
            Fields = RulesOf(delivery),
        };

    private static Dictionary<OrderField, FieldRule> RulesOf(Delivery delivery)
    {
        var rules = new Dictionary<OrderField, FieldRule>(EverythingOptional);
        if (delivery is Delivery.Email or Delivery.EmailAndSms)
        {
            rules[OrderField.RecipientEmail] = FieldRule.Required;
        }

        if (delivery is Delivery.Sms or Delivery.EmailAndSms)
        {
            rules[OrderField.RecipientPhone] = FieldRule.Required;
        }

        if (delivery == Delivery.Post)
        {
            rules[OrderField.RecipientPostalAddress] = FieldRule.Required;
        }

        return rules;
    }

    private static Product Make(string provider, string id, string brand, string currency, Denominations denominations) =>
        new()
        {
            Provider = provider,
            Id = id,
            Brand = brand,
            Offers =
            [
                new Offer
                {
                    Currency = currency,
                    Countries = CountrySet.Worldwide,
                    Denominations = denominations,
                    DiscountPercent = 0,
                    FeePerCard = Money.Of(0, currency),
                },
            ],
        };
}
