using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>Generated readers and writers of GIFQ's bodies. Numbers are read from texts too; what is null is not written: in an update it would clear a member.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [
        typeof(WireReveal),
        typeof(WireAmountConverter),
        typeof(WireTextConverter),
        typeof(GifqRowsConverter<GifqBrand>),
        typeof(GifqRowsConverter<GifqOrder>),
        typeof(GifqRowsConverter<GifqCampaign>),
        typeof(GifqRowsConverter<GifqPayoutOrder>),
        typeof(GifqRowsConverter<GifqPayout>),
        typeof(GifqRowsConverter<GifqBalance>),
        typeof(GifqRowsConverter<GifqTransaction>),
    ]
)]
[JsonSerializable(typeof(GifqRows<GifqBrand>))]
[JsonSerializable(typeof(GifqRows<GifqOrder>))]
[JsonSerializable(typeof(GifqRows<GifqCampaign>))]
[JsonSerializable(typeof(GifqRows<GifqPayoutOrder>))]
[JsonSerializable(typeof(GifqRows<GifqPayout>))]
[JsonSerializable(typeof(GifqRows<GifqBalance>))]
[JsonSerializable(typeof(GifqRows<GifqTransaction>))]
[JsonSerializable(typeof(GifqBrand))]
[JsonSerializable(typeof(GifqNewOrder))]
[JsonSerializable(typeof(GifqOrder))]
[JsonSerializable(typeof(GifqCampaignEdit))]
[JsonSerializable(typeof(GifqCampaign))]
[JsonSerializable(typeof(GifqNewPayoutOrder))]
[JsonSerializable(typeof(GifqPayoutOrder))]
[JsonSerializable(typeof(GifqPayout))]
[JsonSerializable(typeof(GifqNotice))]
[JsonSerializable(typeof(GifqRedeemPage))]
[JsonSerializable(typeof(GifqBalance))]
[JsonSerializable(typeof(GifqTransaction))]
internal sealed partial class GifqJsonContext : JsonSerializerContext;
