using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The generated readers and writers, with other names for members where an account's assumptions say so.</summary>
internal static class GiftronautJson
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

    private static readonly WireJson Generated = With(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The readers and writers for an account that has these names.</summary>
    public static WireJson With(IReadOnlyDictionary<string, string> names) => new(GiftronautJsonContext.Default, Things, names);

    /// <summary>Whether a key of <see cref="GiftronautWireAssumptions.MemberNames"/> names a member that there is.</summary>
    public static bool Knows(string key) => Generated.Knows(key);
}
