using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The generated readers and writers, with other names for members where an account's assumptions say so.</summary>
internal sealed class GiftronautJson
{
    /// <summary>How each wire type is called in <see cref="GiftronautWireAssumptions.MemberNames"/>.</summary>
    private static readonly Dictionary<Type, string> Things = new()
    {
        [typeof(GiftronautProduct)] = "product",
        [typeof(GiftronautNewOrder)] = "new_order",
        [typeof(GiftronautRecipient)] = "recipient",
        [typeof(GiftronautEmailSetting)] = "email_setting",
        [typeof(GiftronautSendTiming)] = "send_timing",
        [typeof(GiftronautOrder)] = "order",
        [typeof(GiftronautOrderRecipient)] = "order_recipient",
        [typeof(GiftronautNewRewardLinks)] = "new_reward_links",
        [typeof(GiftronautResend)] = "resend",
        [typeof(GiftronautResendRecipient)] = "resend_recipient",
        [typeof(GiftronautTestEmail)] = "test_email",
        [typeof(GiftronautTestEmailReply)] = "test_email_reply",
        [typeof(GiftronautBalance)] = "balance",
        [typeof(GiftronautLedgerEntry)] = "ledger_entry",
        [typeof(GiftronautTopUp)] = "top_up",
        [typeof(GiftronautTopUpReply)] = "top_up_reply",
        [typeof(GiftronautTemplateEdit)] = "template",
        [typeof(GiftronautTemplate)] = "template",
        [typeof(GiftronautCampaignEdit)] = "campaign",
        [typeof(GiftronautCampaign)] = "campaign",
        [typeof(GiftronautCampaignRun)] = "campaign_run",
        [typeof(GiftronautCampaignRecipient)] = "campaign_recipient",
    };

    private readonly JsonSerializerOptions _options;

    public GiftronautJson(IReadOnlyDictionary<string, string> names) =>
        _options = new(GiftronautJsonContext.Default.Options)
        {
            TypeInfoResolver = GiftronautJsonContext.Default.WithAddedModifier(type =>
            {
                if (Things.TryGetValue(type.Type, out var thing))
                {
                    WireMemberNames.Rename(type, thing, names);
                }
            }),
        };

    /// <summary>Whether a key of <see cref="GiftronautWireAssumptions.MemberNames"/> names a member that there is.</summary>
    public static bool Knows(string key) => new GiftronautJson(new Dictionary<string, string>(StringComparer.Ordinal)).Has(key);

    public JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));

    private bool Has(string key) =>
        Things.Any(thing =>
            _options
                .GetTypeInfo(thing.Key)
                .Properties.Any(property => string.Equals(key, $"{thing.Value}.{property.Name}", StringComparison.Ordinal))
        );
}
