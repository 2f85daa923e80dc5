using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The short lists an order refers to by id.</summary>
internal static class GiftCardPartnersLookups
{
    public static IReadOnlyList<ShippingMethod> ShippingMethods { get; } =
    [
        new("shp-ground", "Ground", "Five to seven working days.", 6.95m, "books"),
        new("shp-two-day", "Two-day", "Two working days.", 14.50m, "books"),
        new("shp-home-ground", "Ground", "Five to seven working days.", 5.95m, "home"),
        new("shp-secure", "Tracked and insured", "Signed for on delivery.", 19.95m, "prepaid"),
    ];

    public static IReadOnlyList<Carrier> Carriers { get; } =
    [
        new("car-kraft", "Kraft sleeve", "Brown paper, no print.", "books", "https://img.sandbox.example/kraft.png"),
        new("car-ribbon", "Ribbon folder", "With a ribbon.", "books", "https://img.sandbox.example/ribbon.png"),
        new("car-plain", "Plain holder", "White.", "prepaid", "https://img.sandbox.example/plain.png"),
    ];

    public static IReadOnlyList<Branding> Brandings { get; } =
    [
        new("brd-teal-2", "Teal header", "A teal header with the account's name."),
        new("brd-winter", "Winter", "Snow on pines."),
        new("brd-plain", "Plain", "No picture."),
    ];

    public static IReadOnlyList<Department> Departments { get; } = [new("dep-research", "Research"), new("dep-sales", "Sales")];

    public static ShippingMethod? ShippingMethod(string? id) => ShippingMethods.FirstOrDefault(method => method.Id == id);
}
