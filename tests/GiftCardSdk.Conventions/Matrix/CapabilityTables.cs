using System.Globalization;

namespace GiftCardSdk.Conventions;

/// <summary>What the adapters say of themselves, as the tables of the documentation.</summary>
internal static class CapabilityTables
{
    private static readonly (string Heading, GiftCardFeature Feature)[] Columns =
    [
        ("catalog", GiftCardFeature.Catalog),
        ("balances", GiftCardFeature.Balances),
        ("find by reference", GiftCardFeature.FindByReference),
        ("delivery seen", GiftCardFeature.DeliveryTracking),
        ("redemption seen", GiftCardFeature.RedemptionTracking),
        ("resend", GiftCardFeature.Resend),
        ("cancel a card", GiftCardFeature.CancelReward),
        ("cancel an order", GiftCardFeature.CancelOrder),
        ("webhooks", GiftCardFeature.Webhooks),
        ("orders listed", GiftCardFeature.ListOrders),
        ("movements listed", GiftCardFeature.ListMovements),
    ];

    /// <summary>One row a provider.</summary>
    /// <param name="adapters">The adapters.</param>
    /// <param name="pages">Where the providers' pages lie, from the document's place.</param>
    public static string Overview(IEnumerable<(string Name, string Package, Capabilities Capabilities)> adapters, string pages) =>
        Table(
            ["provider", "package", "deliveries", .. Columns.Select(column => column.Heading), "a repeated order"],
            adapters.Select(adapter =>
                (string[])
                    [
                        $"[{adapter.Name}]({pages}{adapter.Package.Split('.')[^1].ToLowerInvariant()}.md)",
                        $"`{adapter.Package}`",
                        string.Join(
                            ", ",
                            adapter.Capabilities.Shapes.Select(shape => Words(shape.Delivery)).Distinct(StringComparer.Ordinal)
                        ),
                        .. Columns.Select(column => adapter.Capabilities.Supports(column.Feature) ? "yes" : "no"),
                        string.Join(
                            ", ",
                            adapter.Capabilities.Shapes.Select(shape => Repeat(shape.Idempotency)).Distinct(StringComparer.Ordinal)
                        ),
                    ]
            )
        );

    /// <summary>One row a provider and delivery.</summary>
    /// <param name="adapters">The adapters.</param>
    public static string Orders(IEnumerable<(string Name, string Package, Capabilities Capabilities)> adapters) =>
        Table(
            ["provider", "delivery", "one order holds", "recipients", "required", "possible"],
            adapters.SelectMany(adapter =>
                adapter.Capabilities.Shapes.Select(shape =>
                    (string[])
                        [
                            adapter.Name,
                            Words(shape.Delivery),
                            Size(shape),
                            Words(shape.Recipients),
                            Fields(shape, FieldRule.Required),
                            Fields(shape, FieldRule.Optional),
                        ]
                )
            )
        );

    private static string Table(string[] headings, IEnumerable<string[]> rows) =>
        string.Join('\n', [Row(headings), string.Concat(Enumerable.Repeat("|---", headings.Length)) + "|", .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Size(OrderShape shape)
    {
        var lines = shape.MaxLines == 1 ? "one line" : $"{Number(shape.MaxLines)} lines";
        var cards = shape.MaxQuantityPerLine == 1 ? "one card each" : $"{Number(shape.MaxQuantityPerLine)} cards each";
        var sameness = (shape.SameProduct, shape.SameFaceValue) switch
        {
            (true, true) => ", one product and value",
            (true, false) => ", one product",
            (false, true) => ", one value",
            _ => "",
        };
        var most = shape.MaxCards is { } max ? string.Create(CultureInfo.InvariantCulture, $", at most {max} cards") : "";
        return $"{lines}, {cards}{sameness}{most}";
    }

    private static string Number(int? most) =>
        most is { } number ? string.Create(CultureInfo.InvariantCulture, $"up to {number}") : "any number of";

    private static string Fields(OrderShape shape, FieldRule rule) =>
        string.Join(
            ", ",
            shape.Fields.Where(field => field.Value == rule).Select(field => field.Key).Order().Select(field => $"`{field}`")
        );

    private static string Words(Delivery delivery) =>
        delivery switch
        {
            Delivery.Returned => "returned",
            Delivery.Email => "e-mail",
            Delivery.Sms => "SMS",
            Delivery.EmailAndSms => "e-mail and SMS",
            Delivery.Post => "post",
            _ => delivery.ToString(),
        };

    private static string Words(RecipientRule rule) =>
        rule switch
        {
            RecipientRule.None => "none",
            RecipientRule.OptionalPerLine => "perhaps one a line",
            _ => "one a line",
        };

    private static string Repeat(IdempotencyProfile profile) =>
        profile.Repeat switch
        {
            RepeatBehavior.NeverBuysAgain => "never buys again",
            RepeatBehavior.NeverWithinLife => string.Create(
                CultureInfo.InvariantCulture,
                $"never buys again within {profile.KeyLife?.TotalHours:0} h"
            ),
            _ => "**buys again**",
        };
}
