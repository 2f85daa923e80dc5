using System.Text.Json.Serialization;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>GIFQ's JSON: snake case, and what is not there is omitted unless a member says otherwise.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Brand[]))]
[JsonSerializable(typeof(CreateOrder))]
[JsonSerializable(typeof(OrderReply))]
[JsonSerializable(typeof(OrderItem[]))]
[JsonSerializable(typeof(CampaignEdit))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(Campaign[]))]
[JsonSerializable(typeof(CreatePayoutOrder))]
[JsonSerializable(typeof(PayoutOrder))]
[JsonSerializable(typeof(PayoutOrder[]))]
[JsonSerializable(typeof(Payout[]))]
[JsonSerializable(typeof(RedeemPage))]
[JsonSerializable(typeof(PayoutEvent))]
[JsonSerializable(typeof(BalanceEntry[]))]
[JsonSerializable(typeof(Transaction[]))]
[JsonSerializable(typeof(GifqAmountDocument))]
[JsonSerializable(typeof(GifqChoiceDocument))]
internal sealed partial class GifqJsonContext : JsonSerializerContext;
