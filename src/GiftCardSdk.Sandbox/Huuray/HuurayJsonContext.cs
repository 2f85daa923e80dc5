using System.Text.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// Huuray's JSON: Pascal case with irregular capitals, so that names are spelt out where they differ, and nulls are written. A request must
/// have what is required and no null where none is allowed.
/// </summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RefusalBody))]
[JsonSerializable(typeof(MalformedBody))]
[JsonSerializable(typeof(BalanceReply))]
[JsonSerializable(typeof(ExchangeRateReply))]
[JsonSerializable(typeof(ListProducts))]
[JsonSerializable(typeof(CatalogueReply))]
[JsonSerializable(typeof(GetStock))]
[JsonSerializable(typeof(StockReply))]
[JsonSerializable(typeof(TemplatesReply))]
[JsonSerializable(typeof(CreateOrder))]
[JsonSerializable(typeof(SearchOrder))]
[JsonSerializable(typeof(OrderReply))]
[JsonSerializable(typeof(ChosenCards))]
[JsonSerializable(typeof(ResendReply))]
[JsonSerializable(typeof(CancelReply))]
[JsonSerializable(typeof(GetPdf))]
[JsonSerializable(typeof(PdfReply))]
[JsonSerializable(typeof(UploadReply))]
[JsonSerializable(typeof(Callback))]
[JsonSerializable(typeof(HuurayAmount))]
internal sealed partial class HuurayJsonContext : JsonSerializerContext
{
    /// <summary>Reads requests as their schemas say: a member nobody documented is an error.</summary>
    public static HuurayJsonContext Strict { get; } =
        new(new JsonSerializerOptions { RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });
}
