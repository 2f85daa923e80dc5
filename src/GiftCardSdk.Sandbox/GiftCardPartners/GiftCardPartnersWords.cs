namespace GiftCardSdk.Sandbox;

/// <summary>The values of an order's <c>Type</c> and of a product's <c>AvailableDeliveryTypes</c>.</summary>
internal static class GiftCardPartnersOrderType
{
    public const string DigitalDelivery = "DigitalDelivery";
    public const string Links = "Links";
    public const string PhysicalShipment = "PhysicalShipment";

    public static bool IsKnown(string? type) => type is DigitalDelivery or Links or PhysicalShipment;
}

/// <summary>How far an order or a line has come; the words for it are switches, since one alone is documented.</summary>
internal enum GiftCardPartnersProgress
{
    Pending,
    Completed,
    Failed,
    Cancelled,
    PartiallyCompleted,
}
