using System.Text.Json.Serialization;
using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Giftronaut's JSON: camel case, and what is not there is omitted unless a member says otherwise.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(UnhandledError))]
[JsonSerializable(typeof(PageFigures))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(TokenError))]
[JsonSerializable(typeof(IReadOnlyList<Product>))]
[JsonSerializable(typeof(CreateOrder))]
[JsonSerializable(typeof(CreateRewardLinks))]
[JsonSerializable(typeof(ResendOrder))]
[JsonSerializable(typeof(SendTestEmail))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(IReadOnlyList<Order>))]
[JsonSerializable(typeof(RewardLinksReply))]
[JsonSerializable(typeof(TestEmailReply))]
[JsonSerializable(typeof(BalanceReply))]
[JsonSerializable(typeof(IReadOnlyList<LedgerEntry>))]
[JsonSerializable(typeof(ChargeBalance))]
[JsonSerializable(typeof(ChargeReply))]
[JsonSerializable(typeof(TemplateBody))]
[JsonSerializable(typeof(Template))]
[JsonSerializable(typeof(IReadOnlyList<Template>))]
[JsonSerializable(typeof(CampaignBody))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(IReadOnlyList<Campaign>))]
[JsonSerializable(typeof(RunCampaign))]
[JsonSerializable(typeof(WebhookChallenge))]
[JsonSerializable(typeof(WebhookEnvelope))]
internal sealed partial class GiftronautJsonContext : JsonSerializerContext;
