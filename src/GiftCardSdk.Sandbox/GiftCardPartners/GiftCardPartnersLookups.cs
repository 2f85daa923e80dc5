using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The short lists an order refers to by id.</summary>
internal static class GiftCardPartnersLookups
{
    private const string Images = "https://img.sandbox.example/";

    /// <summary>How a physical card travels.</summary>
    public static IReadOnlyList<JsonObject> ShippingMethods { get; } =
    [
        Method("shp-ground", "Ground", "Five to seven working days.", 6.95m, "books"),
        Method("shp-two-day", "Two-day", "Two working days.", 14.50m, "books"),
        Method("shp-home-ground", "Ground", "Five to seven working days.", 5.95m, "home"),
        Method("shp-secure", "Tracked and insured", "Signed for on delivery.", 19.95m, "prepaid"),
    ];

    /// <summary>The printed holder of a physical card, not the courier.</summary>
    public static IReadOnlyList<JsonObject> Carriers { get; } =
    [
        Carrier("car-kraft", "Kraft sleeve", "Brown paper, no print.", "books", "kraft.png"),
        Carrier("car-ribbon", "Ribbon folder", "With a ribbon.", "books", "ribbon.png"),
        Carrier("car-plain", "Plain holder", "White.", "prepaid", "plain.png"),
    ];

    public static IReadOnlyList<JsonObject> Brandings { get; } =
    [
        Row("brd-teal-2", "Teal header", "A teal header with the account's name."),
        Row("brd-winter", "Winter", "Snow on pines."),
        Row("brd-plain", "Plain", "No picture."),
    ];

    public static IReadOnlyList<JsonObject> Departments { get; } = [Row("dep-research", "Research"), Row("dep-sales", "Sales")];

    public static JsonObject? ShippingMethod(string? id) => ShippingMethods.FirstOrDefault(method => method.Text("Id") == id);

    /// <summary>The id is in the list, or there is none.</summary>
    public static bool Knows(IReadOnlyList<JsonObject> list, string? id) => id is null || list.Any(row => row.Text("Id") == id);

    private static JsonObject Row(string id, string name, string? description = null) =>
        new JsonObject
        {
            ["Id"] = id,
            ["Name"] = name,
            ["Description"] = description,
        }.WithoutNulls();

    private static JsonObject Method(string id, string name, string description, decimal cost, string group)
    {
        var row = Row(id, name, description);
        row["Cost"] = cost;
        row["FulfillmentGroup"] = group;
        return row;
    }

    private static JsonObject Carrier(string id, string name, string description, string group, string image)
    {
        var row = Row(id, name, description);
        row["FulfillmentGroup"] = group;
        row["ImagePath"] = Images + image;
        return row;
    }
}
