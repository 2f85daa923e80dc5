using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Generated readers and writers of Huuray's bodies. Every name is spelt out: no policy gives its capitals. What is null is not written.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [typeof(WireTextConverter), typeof(WireReveal), typeof(WireAmountConverter)]
)]
[JsonSerializable(typeof(HuurayBalanceList))]
[JsonSerializable(typeof(HuurayCatalogueQuery))]
[JsonSerializable(typeof(HuurayCatalogue))]
[JsonSerializable(typeof(HuurayStockQuery))]
[JsonSerializable(typeof(HuurayStock))]
[JsonSerializable(typeof(HuurayExchangeRate))]
[JsonSerializable(typeof(HuurayTemplateList))]
[JsonSerializable(typeof(HuurayNewOrder))]
[JsonSerializable(typeof(HuurayOrder))]
[JsonSerializable(typeof(HuuraySearchFilter))]
[JsonSerializable(typeof(HuurayChoice))]
[JsonSerializable(typeof(HuurayResend))]
[JsonSerializable(typeof(HuurayCancellation))]
[JsonSerializable(typeof(HuurayPdfQuery))]
[JsonSerializable(typeof(HuurayPdf))]
[JsonSerializable(typeof(HuurayUpload))]
[JsonSerializable(typeof(HuurayCallback))]
internal sealed partial class HuurayJsonContext : JsonSerializerContext;
