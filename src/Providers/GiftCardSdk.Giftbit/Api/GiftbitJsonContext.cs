using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Generated readers and writers of Giftbit's bodies. Numbers and texts are read from one another; what is null is not written: a null beside a template might override it.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [typeof(WireReveal), typeof(WireAmountConverter), typeof(WireTextConverter)]
)]
[JsonSerializable(typeof(GiftbitPing))]
[JsonSerializable(typeof(GiftbitBrandPage))]
[JsonSerializable(typeof(GiftbitBrandReply))]
[JsonSerializable(typeof(GiftbitRegionList))]
[JsonSerializable(typeof(GiftbitEmailCampaign))]
[JsonSerializable(typeof(GiftbitShortLinkCampaign))]
[JsonSerializable(typeof(GiftbitCampaignReply))]
[JsonSerializable(typeof(GiftbitDirectLinkOrder))]
[JsonSerializable(typeof(GiftbitDirectLinkReply))]
[JsonSerializable(typeof(GiftbitLinkPage))]
[JsonSerializable(typeof(GiftbitEmbeddedOrder))]
[JsonSerializable(typeof(GiftbitEmbeddedReply))]
[JsonSerializable(typeof(GiftbitFunds))]
[JsonSerializable(typeof(GiftbitTopUp))]
[JsonSerializable(typeof(GiftbitGiftPage))]
[JsonSerializable(typeof(GiftbitGiftReply))]
[JsonSerializable(typeof(GiftbitResend))]
internal sealed partial class GiftbitJsonContext : JsonSerializerContext;
