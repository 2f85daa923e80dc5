using System.Globalization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Writes queries in Giftbit's form: numbers invariant, truth values in small letters, times Pacific.</summary>
internal static class GiftbitQueries
{
    private const int ShortestPart = 3;

    public static string Path(string path, GiftbitBrandQuery? query) =>
        query is null
            ? path
            : ProviderPath.WithQuery(
                path,
                ("region", Text(query.RegionId)),
                ("min_price_in_cents", Text(query.MinPriceInCents)),
                ("max_price_in_cents", Text(query.MaxPriceInCents)),
                ("currencyisocode", query.Currency),
                ("search", query.Search),
                ("embeddable", query.Embeddable is { } embeddable ? (embeddable ? "true" : "false") : null),
                ("limit", Text(query.Limit)),
                ("offset", Text(query.Offset))
            );

    public static string Path(string path, GiftbitGiftQuery? query, GiftbitTime time) =>
        query is null
            ? path
            : ProviderPath.WithQuery(
                path,
                ("uuid", query.Uuid),
                ("campaign_uuid", query.CampaignUuid),
                ("campaign_id", query.CampaignId),
                ("price_in_cents_greater_than", Text(query.PriceInCentsGreaterThan)),
                ("price_in_cents_less_than", Text(query.PriceInCentsLessThan)),
                ("recipient_name", Part(query.RecipientName, nameof(query.RecipientName))),
                ("recipient_email", Part(query.RecipientEmail, nameof(query.RecipientEmail))),
                ("delivery_status", query.DeliveryStatus),
                ("status", query.Status),
                ("created_date_greater_than", Text(query.CreatedAfter, time)),
                ("created_date_less_than", Text(query.CreatedBefore, time)),
                ("delivery_date_greater_than", Text(query.DeliveredAfter, time)),
                ("delivery_date_less_than", Text(query.DeliveredBefore, time)),
                ("redeemed_date_greater_than", Text(query.RedeemedAfter, time)),
                ("redeemed_date_less_than", Text(query.RedeemedBefore, time)),
                ("redelivery_count_greater_than", Text(query.RedeliveryCountGreaterThan)),
                ("redelivery_count_less_than", Text(query.RedeliveryCountLessThan)),
                ("limit", Text(query.Limit)),
                ("offset", Text(query.Offset)),
                ("sort", query.Sort),
                ("order", query.Order)
            );

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? instant, GiftbitTime time) => instant is { } value ? time.Write(value) : null;

    private static string? Part(string? text, string name) =>
        text is null || text.Length >= ShortestPart
            ? text
            : throw new ArgumentException(
                $"{name} has {text.Length} characters; Giftbit searches for parts of at least {ShortestPart}.",
                name
            );
}
