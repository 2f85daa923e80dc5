using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>The generated readers and writers, with other names for members where an account's assumptions say so.</summary>
internal static class GifqJson
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

    private static readonly WireJson Generated = With(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The readers and writers for an account that has these names.</summary>
    public static WireJson With(IReadOnlyDictionary<string, string> names) => new(GifqJsonContext.Default, Things, names);

    /// <summary>Whether a key of <see cref="GifqWireAssumptions.MemberNames"/> names a member that there is.</summary>
    public static bool Knows(string key) => Generated.Knows(key);

    /// <summary>What cannot be named cannot be asked about: an answer without an id is no answer.</summary>
    public static void DemandId(string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new JsonException("The id is missing.");
        }
    }
}
