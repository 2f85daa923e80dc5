using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>The generated readers and writers, with other names for members where an account's assumptions say so.</summary>
internal sealed class GifqJson
{
    /// <summary>How each wire type is called in <see cref="GifqWireAssumptions.MemberNames"/>.</summary>
    private static readonly Dictionary<Type, string> Things = new()
    {
        [typeof(GifqBrand)] = "brand",
        [typeof(GifqProductOption)] = "product",
        [typeof(GifqNewOrder)] = "new_order",
        [typeof(GifqOrder)] = "order",
        [typeof(GifqFxFee)] = "fx_fee",
        [typeof(GifqRedemption)] = "redemption",
        [typeof(GifqCampaignEdit)] = "campaign",
        [typeof(GifqCampaign)] = "campaign",
        [typeof(GifqNewPayoutOrder)] = "new_payout_order",
        [typeof(GifqPayoutRecipient)] = "recipient",
        [typeof(GifqPayoutOrder)] = "payout_order",
        [typeof(GifqPayout)] = "payout",
        [typeof(GifqRedeemPage)] = "redeem_page",
        [typeof(GifqBalance)] = "balance",
        [typeof(GifqTransaction)] = "transaction",
    };

    private readonly JsonSerializerOptions _options;

    public GifqJson(IReadOnlyDictionary<string, string> names) =>
        _options = new(GifqJsonContext.Default.Options)
        {
            TypeInfoResolver = GifqJsonContext.Default.WithAddedModifier(type =>
            {
                if (Things.TryGetValue(type.Type, out var thing))
                {
                    WireMemberNames.Rename(type, thing, names);
                }
            }),
        };

    /// <summary>Whether a key of <see cref="GifqWireAssumptions.MemberNames"/> names a member that there is.</summary>
    public static bool Knows(string key) => new GifqJson(new Dictionary<string, string>(StringComparer.Ordinal)).Has(key);

    public JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));

    private bool Has(string key) =>
        Things.Any(thing =>
            _options
                .GetTypeInfo(thing.Key)
                .Properties.Any(property => string.Equals(key, $"{thing.Value}.{property.Name}", StringComparison.Ordinal))
        );
}
