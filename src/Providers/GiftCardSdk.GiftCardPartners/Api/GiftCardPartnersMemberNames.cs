using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The members whose names are assumed, and the readers and writers for an account that has found out better.</summary>
internal static class GiftCardPartnersMemberNames
{
    private static readonly Dictionary<Type, (string Name, string[] Members)> Types = new()
    {
        [typeof(GiftCardPartnersNewOrder)] = ("NewOrder", [nameof(GiftCardPartnersNewOrder.DepartmentId)]),
        [typeof(GiftCardPartnersPostalAddress)] = ("PostalAddress", [nameof(GiftCardPartnersPostalAddress.AddressLine2)]),
        [typeof(GiftCardPartnersOrder)] = (
            "Order",
            [nameof(GiftCardPartnersOrder.PONumber), nameof(GiftCardPartnersOrder.Note), nameof(GiftCardPartnersOrder.CreatedDate)]
        ),
        [typeof(GiftCardPartnersBalance)] = (
            "Balance",
            [
                nameof(GiftCardPartnersBalance.Available),
                nameof(GiftCardPartnersBalance.Pending),
                nameof(GiftCardPartnersBalance.CurrencyCode),
            ]
        ),
        [typeof(GiftCardPartnersShippingMethod)] = ("ShippingMethod", ["Id", "Name", "Description", "Cost", "FulfillmentGroup"]),
        [typeof(GiftCardPartnersCarrier)] = ("Carrier", ["Id", "Name", "Description", "FulfillmentGroup", "ImagePath"]),
        [typeof(GiftCardPartnersBranding)] = ("Branding", ["Id", "Name", "Description"]),
        [typeof(GiftCardPartnersDepartment)] = ("Department", ["Id", "Name"]),
        [typeof(GiftCardPartnersHealth)] = ("Health", ["Status"]),
    };

    public static IReadOnlyList<string> Assumed { get; } =
    [.. Types.Values.SelectMany(type => type.Members.Select(member => $"{type.Name}.{member}"))];

    /// <summary>The generated readers and writers, with the names as the account has them.</summary>
    public static JsonSerializerOptions Apply(IReadOnlyDictionary<string, string> names) =>
        new WireJson(GiftCardPartnersJsonContext.Default, Types.ToDictionary(type => type.Key, type => type.Value.Name), names).Options;
}
