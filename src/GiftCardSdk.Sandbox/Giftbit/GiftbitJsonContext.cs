using System.Text.Json.Serialization;
using GiftCardSdk.Sandbox.Giftbit.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Giftbit's JSON: snake case, and what is not there is omitted unless a member says otherwise.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(PingReply))]
[JsonSerializable(typeof(BrandsReply))]
[JsonSerializable(typeof(BrandReply))]
[JsonSerializable(typeof(RegionsReply))]
[JsonSerializable(typeof(CreateOrder))]
[JsonSerializable(typeof(CampaignReply))]
[JsonSerializable(typeof(EmbeddedReply))]
[JsonSerializable(typeof(LinksReply))]
[JsonSerializable(typeof(AddFunds))]
[JsonSerializable(typeof(FundsReply))]
[JsonSerializable(typeof(ResendGift))]
[JsonSerializable(typeof(GiftsReply))]
[JsonSerializable(typeof(GiftReply))]
internal sealed partial class GiftbitJsonContext : JsonSerializerContext;
