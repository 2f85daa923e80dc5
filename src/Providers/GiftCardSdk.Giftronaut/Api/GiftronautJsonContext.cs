using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Generated readers and writers of Giftronaut's bodies. Numbers are read from texts too; what is null is not written: a null that is sent may mean something.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [
        typeof(WireReveal),
        typeof(WireAmountConverter),
        typeof(WireTextConverter),
        typeof(GiftronautReplyConverter<GiftronautOrder>),
        typeof(GiftronautReplyConverter<GiftronautTestEmailReply>),
        typeof(GiftronautReplyConverter<GiftronautBalance>),
        typeof(GiftronautReplyConverter<GiftronautTopUpReply>),
        typeof(GiftronautReplyConverter<GiftronautTemplate>),
        typeof(GiftronautReplyConverter<GiftronautCampaign>),
        typeof(GiftronautPageConverter<GiftronautProduct>),
        typeof(GiftronautPageConverter<GiftronautOrder>),
        typeof(GiftronautPageConverter<GiftronautLedgerEntry>),
        typeof(GiftronautPageConverter<GiftronautTemplate>),
        typeof(GiftronautPageConverter<GiftronautCampaign>),
    ]
)]
[JsonSerializable(typeof(GiftronautToken))]
[JsonSerializable(typeof(GiftronautProduct))]
[JsonSerializable(typeof(GiftronautNewOrder))]
[JsonSerializable(typeof(GiftronautOrder))]
[JsonSerializable(typeof(GiftronautNewRewardLinks))]
[JsonSerializable(typeof(GiftronautResend))]
[JsonSerializable(typeof(GiftronautTestEmail))]
[JsonSerializable(typeof(GiftronautTestEmailReply))]
[JsonSerializable(typeof(GiftronautBalance))]
[JsonSerializable(typeof(GiftronautLedgerEntry))]
[JsonSerializable(typeof(GiftronautTopUp))]
[JsonSerializable(typeof(GiftronautTopUpReply))]
[JsonSerializable(typeof(GiftronautTemplateEdit))]
[JsonSerializable(typeof(GiftronautTemplate))]
[JsonSerializable(typeof(GiftronautCampaignEdit))]
[JsonSerializable(typeof(GiftronautCampaign))]
[JsonSerializable(typeof(GiftronautCampaignRun))]
[JsonSerializable(typeof(GiftronautNotice))]
[JsonSerializable(typeof(GiftronautReply<GiftronautOrder>), TypeInfoPropertyName = "OrderReply")]
[JsonSerializable(typeof(GiftronautReply<GiftronautTestEmailReply>), TypeInfoPropertyName = "TestEmailReply")]
[JsonSerializable(typeof(GiftronautReply<GiftronautBalance>), TypeInfoPropertyName = "BalanceReply")]
[JsonSerializable(typeof(GiftronautReply<GiftronautTopUpReply>), TypeInfoPropertyName = "TopUpReply")]
[JsonSerializable(typeof(GiftronautReply<GiftronautTemplate>), TypeInfoPropertyName = "TemplateReply")]
[JsonSerializable(typeof(GiftronautReply<GiftronautCampaign>), TypeInfoPropertyName = "CampaignReply")]
[JsonSerializable(typeof(GiftronautPage<GiftronautProduct>), TypeInfoPropertyName = "ProductPage")]
[JsonSerializable(typeof(GiftronautPage<GiftronautOrder>), TypeInfoPropertyName = "OrderPage")]
[JsonSerializable(typeof(GiftronautPage<GiftronautLedgerEntry>), TypeInfoPropertyName = "LedgerPage")]
[JsonSerializable(typeof(GiftronautPage<GiftronautTemplate>), TypeInfoPropertyName = "TemplatePage")]
[JsonSerializable(typeof(GiftronautPage<GiftronautCampaign>), TypeInfoPropertyName = "CampaignPage")]
internal sealed partial class GiftronautJsonContext : JsonSerializerContext;
