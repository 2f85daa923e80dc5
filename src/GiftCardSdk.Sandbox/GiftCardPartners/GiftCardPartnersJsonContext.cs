using System.Text.Json.Serialization;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>
/// Gift Card Partners' JSON: Pascal case with <c>PONumber</c> in capitals when written, any case and numbers in texts when read.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(ConflictBody))]
[JsonSerializable(typeof(ConflictTextBody))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TokenReply))]
[JsonSerializable(typeof(CreateOrder))]
[JsonSerializable(typeof(OrderBody))]
[JsonSerializable(typeof(OrderBody[]))]
[JsonSerializable(typeof(Paged<OrderBody>), TypeInfoPropertyName = "PagedOrders")]
[JsonSerializable(typeof(OrderDigest))]
[JsonSerializable(typeof(BalanceReply))]
[JsonSerializable(typeof(SuffixedBalanceReply))]
[JsonSerializable(typeof(ProductBody))]
[JsonSerializable(typeof(ProductBody[]))]
[JsonSerializable(typeof(Paged<ProductBody>), TypeInfoPropertyName = "PagedProducts")]
[JsonSerializable(typeof(ShippingMethod[]))]
[JsonSerializable(typeof(Paged<ShippingMethod>), TypeInfoPropertyName = "PagedShippingMethods")]
[JsonSerializable(typeof(Carrier[]))]
[JsonSerializable(typeof(Paged<Carrier>), TypeInfoPropertyName = "PagedCarriers")]
[JsonSerializable(typeof(Branding[]))]
[JsonSerializable(typeof(Paged<Branding>), TypeInfoPropertyName = "PagedBrandings")]
[JsonSerializable(typeof(Department[]))]
[JsonSerializable(typeof(Paged<Department>), TypeInfoPropertyName = "PagedDepartments")]
[JsonSerializable(typeof(StatusReply))]
internal sealed partial class GiftCardPartnersJsonContext : JsonSerializerContext;
