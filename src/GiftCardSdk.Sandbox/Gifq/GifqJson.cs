using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>GIFQ's JSON in the dialect the options ask for: other names for undocumented members, numbers as strings.</summary>
internal static class GifqJson
{
    private static readonly (Type Type, string Usual, string Alternative, string Second)[] Names =
    [
        (typeof(OrderReply), "redeem_details", "redemption", "redemption_details"),
        (typeof(OrderReply), "serial", "serial_number", "serial_number"),
        (typeof(Redemption), "serial", "serial_number", "serial_number"),
        (typeof(FxFee), "rate", "exchange_rate", "exchange_rate"),
        (typeof(FxFee), "fee_percentage", "percentage", "fee_percent"),
        (typeof(FxFee), "total", "total_amount", "amount"),
        (typeof(BalanceEntry), "amount", "balance", "available"),
        (typeof(Transaction), "type", "kind", "transaction_type"),
        (typeof(Brand), "id", "uuid", "brand_id"),
        .. TextsOf(typeof(Campaign)),
        .. TextsOf(typeof(CampaignEdit)),
        .. PageTextsOf(typeof(RedeemPage)),
    ];

    private static readonly JsonSerializerOptions[] Dialects =
    [
        .. Enum.GetValues<GifqNames>().SelectMany(names => new[] { Dialect(names, asStrings: false), Dialect(names, asStrings: true) }),
    ];

    public static JsonTypeInfo<T> TypeOf<T>(GifqTwinOptions options) =>
        (JsonTypeInfo<T>)Dialects[((int)options.Names * 2) + (options.NumbersAsStrings ? 1 : 0)].GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Dialect(GifqNames names, bool asStrings) =>
        new(GifqJsonContext.Default.Options)
        {
            TypeInfoResolver = GifqJsonContext.Default.WithAddedModifier(type =>
            {
                foreach (var property in type.Properties)
                {
                    Rename(type.Type, property, names);
                    if (
                        asStrings
                        && IsReply(type.Type)
                        && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(decimal)
                    )
                    {
                        property.NumberHandling = JsonNumberHandling.WriteAsString;
                    }
                }
            }),
        };

    private static void Rename(Type type, JsonPropertyInfo property, GifqNames names)
    {
        var entry = Array.Find(Names, entry => entry.Type == type && entry.Usual == property.Name);
        property.Name = names switch
        {
            _ when entry.Type is null => property.Name,
            GifqNames.Alternative => entry.Alternative,
            GifqNames.SecondAlternative => entry.Second,
            _ => property.Name,
        };
    }

    private static bool IsReply(Type type) => type != typeof(CreateOrder) && type != typeof(PayoutRecipient);

    private static (Type Type, string Usual, string Alternative, string Second)[] TextsOf(Type type) =>
        [
            (type, "name", "title", "title"),
            (type, "email_subject", "mail_subject", "mail_subject"),
            (type, "email_body", "mail_body", "mail_body"),
            .. PageTextsOf(type),
        ];

    private static (Type Type, string Usual, string Alternative, string Second)[] PageTextsOf(Type type) =>
        [(type, "webpage_headline", "webpage_title", "redeem_headline"), (type, "webpage_body", "webpage_text", "redeem_body")];
}
