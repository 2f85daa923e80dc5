using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// Generated readers and writers of the provider's bodies. Names are written as they are documented and read in any case: the sister
/// deployment answers in camel case. Numbers may stand in texts. What is null is not written.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [
        typeof(WireReveal),
        typeof(WireAmountConverter),
        typeof(WireTextConverter),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersOrder>),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersProduct>),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersShippingMethod>),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersCarrier>),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersBranding>),
        typeof(GiftCardPartnersPageConverter<GiftCardPartnersDepartment>),
    ]
)]
[JsonSerializable(typeof(GiftCardPartnersToken))]
[JsonSerializable(typeof(GiftCardPartnersNewOrder))]
[JsonSerializable(typeof(GiftCardPartnersOrder))]
[JsonSerializable(typeof(GiftCardPartnersBalance))]
[JsonSerializable(typeof(GiftCardPartnersProduct))]
[JsonSerializable(typeof(GiftCardPartnersHealth))]
[JsonSerializable(typeof(GiftCardPartnersNotice))]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersOrder>), TypeInfoPropertyName = "OrderPage")]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersProduct>), TypeInfoPropertyName = "ProductPage")]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersShippingMethod>), TypeInfoPropertyName = "ShippingMethodPage")]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersCarrier>), TypeInfoPropertyName = "CarrierPage")]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersBranding>), TypeInfoPropertyName = "BrandingPage")]
[JsonSerializable(typeof(GiftCardPartnersPage<GiftCardPartnersDepartment>), TypeInfoPropertyName = "DepartmentPage")]
[JsonSerializable(typeof(GiftCardPartnersShippingMethod))]
[JsonSerializable(typeof(GiftCardPartnersCarrier))]
[JsonSerializable(typeof(GiftCardPartnersBranding))]
[JsonSerializable(typeof(GiftCardPartnersDepartment))]
internal sealed partial class GiftCardPartnersJsonContext : JsonSerializerContext;
