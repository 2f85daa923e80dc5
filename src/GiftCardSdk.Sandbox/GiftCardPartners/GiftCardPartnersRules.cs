using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GiftCardSdk.Sandbox;

/// <summary>How an order looks, what must be right about it, and how amounts are counted. No complaint repeats an address.</summary>
internal static partial class GiftCardPartnersRules
{
    public const string Digital = "DigitalDelivery";
    public const string Links = "Links";
    public const string Shipment = "PhysicalShipment";

    private static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal) { "CLP", "ISK", "JPY", "KRW", "VND" };
    private static readonly HashSet<string> WithThreeDecimals = new(StringComparer.Ordinal) { "BHD", "JOD", "KWD", "OMR", "TND" };

    private static readonly string[] NeededForPost = ["ShippingMethodId", "Name", "AddressLine1", "City", "State", "Zip", "Country"];

    private static readonly Shape Line = Shape.Open(
        ("ProductId", Shape.Text),
        ("Value", Shape.Amount),
        ("Quantity", Shape.Whole),
        ("DigitalDeliveryAddress", Shape.Open(("Email", Shape.Text), ("Sms", Shape.Text))),
        (
            "PhysicalDeliveryAddress",
            Shape.Open([.. NeededForPost.Append("CarrierId").Append("AddressLine2").Select(name => (name, Shape.Text))])
        ),
        (
            "Personalization",
            Shape.Open(
                ("To", Shape.Text),
                ("FromName", Shape.Text),
                ("FromEmail", Shape.Text),
                ("Message", Shape.Text),
                ("DeliveryDate", Shape.Time)
            )
        ),
        ("BrandingId", Shape.Text),
        ("ExternalId", Shape.Text),
        ("Culture", Shape.Text)
    );

    public static Shape Order { get; } =
        Shape.Open(
            ("Type", Shape.Text),
            ("PONumber", Shape.Text),
            ("Note", Shape.Text),
            ("DepartmentId", Shape.Text),
            ("LineItems", Shape.List(Line)),
            ("WebhookSettings", Shape.Open(("FulfillmentComplete", Shape.Text)))
        );

    /// <summary>No finer than the currency's smallest coin.</summary>
    public static bool Fits(decimal amount, string currency) => amount == decimal.Round(amount, Decimals(currency));

    public static decimal Round(decimal amount, string currency) => decimal.Round(amount, Decimals(currency), MidpointRounding.ToEven);

    /// <summary>In the currency's smallest coin, for the ledger.</summary>
    public static long MinorUnits(decimal amount, string currency) =>
        decimal.ToInt64(
            amount
                * Decimals(currency) switch
                {
                    0 => 1,
                    3 => 1_000,
                    _ => 100,
                }
        );

    /// <summary>What is wrong with the order beside its lines, by path.</summary>
    public static IEnumerable<(string Path, string Complaint)> Head(JsonObject body, bool restrictPONumbers)
    {
        if (!IsType(body.Text("Type")))
        {
            yield return ("Type", "DigitalDelivery, Links or PhysicalShipment is expected.");
        }

        if (string.IsNullOrWhiteSpace(body.Text("PONumber")))
        {
            yield return ("PONumber", "A PO number is required.");
        }
        else if (restrictPONumbers && !PONumber.IsMatch(body.Text("PONumber")!))
        {
            yield return ("PONumber", "1 to 50 letters, digits, hyphens and underscores are expected.");
        }

        if (body.Parts("LineItems").Count == 0)
        {
            yield return ("LineItems", "At least one line is required.");
        }

        if (!GiftCardPartnersLookups.Knows(GiftCardPartnersLookups.Departments, body.Text("DepartmentId")))
        {
            yield return ("DepartmentId", "There is no such department.");
        }

        if (body.Part("WebhookSettings").Text("FulfillmentComplete") is { } target && !IsWebAddress(target))
        {
            yield return ("WebhookSettings.FulfillmentComplete", "An absolute address is expected.");
        }
    }

    /// <summary>What is wrong with a line, by path; <paramref name="product"/> is null where there is none to be had.</summary>
    public static IEnumerable<(string Path, string Complaint)> OfLine(string? type, JsonObject line, GiftCardPartnersProduct? product)
    {
        var offer = product is null ? [("ProductId", "There is no such product.")] : Offer(type, line, product);
        var address = type switch
        {
            Digital => DigitalAddress(line.Part("DigitalDeliveryAddress")),
            Shipment => PostalAddress(line.Part("PhysicalDeliveryAddress")),
            _ => [],
        };
        return [.. offer, .. Counts(line), .. address];
    }

    private static int Decimals(string currency) =>
        WithoutDecimals.Contains(currency) ? 0
        : WithThreeDecimals.Contains(currency) ? 3
        : 2;

    private static bool IsType(string? type) => type is Digital or Links or Shipment;

    private static IEnumerable<(string Path, string Complaint)> Offer(string? type, JsonObject line, GiftCardPartnersProduct product)
    {
        if (IsType(type) && !product.DeliveryTypes.Contains(type, StringComparer.Ordinal))
        {
            yield return ("ProductId", $"The product is not offered as {type}.");
        }

        if (line.Amount("Value") is not { } value)
        {
            yield return ("Value", "A value is required.");
        }
        else if (!product.Accepts(value))
        {
            yield return ("Value", string.Create(CultureInfo.InvariantCulture, $"{value} is not an offered denomination."));
        }

        if (type == Shipment && product.NeedsCarrier && !line.Part("PhysicalDeliveryAddress").Has("CarrierId"))
        {
            yield return ("PhysicalDeliveryAddress.CarrierId", "The product needs a carrier.");
        }
    }

    private static IEnumerable<(string Path, string Complaint)> Counts(JsonObject line)
    {
        if (line.Whole("Quantity") < 1)
        {
            yield return ("Quantity", "One or more is expected.");
        }

        if (!GiftCardPartnersLookups.Knows(GiftCardPartnersLookups.Brandings, line.Text("BrandingId")))
        {
            yield return ("BrandingId", "There is no such branding.");
        }
    }

    private static IEnumerable<(string Path, string Complaint)> DigitalAddress(JsonObject? address)
    {
        const string Root = "DigitalDeliveryAddress";
        var (email, sms) = (address.Text("Email"), address.Text("Sms"));
        if (string.IsNullOrEmpty(email) && string.IsNullOrEmpty(sms))
        {
            yield return (Root, "An e-mail address or a mobile number is required.");
        }

        if (!string.IsNullOrEmpty(email) && !Mailbox.IsMatch(email))
        {
            yield return (Root + ".Email", "An e-mail address is expected.");
        }

        if (!string.IsNullOrEmpty(sms) && !Mobile.IsMatch(sms))
        {
            yield return (Root + ".Sms", "A number in E.164 form with its + is expected.");
        }
    }

    private static IEnumerable<(string Path, string Complaint)> PostalAddress(JsonObject? address)
    {
        const string Root = "PhysicalDeliveryAddress";
        if (address is null)
        {
            return [(Root, "An address is required.")];
        }

        var missing = NeededForPost
            .Where(name => string.IsNullOrWhiteSpace(address.Text(name)))
            .Select(name => (name, "This is required."));
        return [.. missing.Concat(Unknown(address)).Select(complaint => ($"{Root}.{complaint.Item1}", complaint.Item2))];
    }

    private static IEnumerable<(string, string)> Unknown(JsonObject address)
    {
        if (address.Text("ShippingMethodId") is { Length: > 0 } method && GiftCardPartnersLookups.ShippingMethod(method) is null)
        {
            yield return ("ShippingMethodId", "There is no such shipping method.");
        }

        if (!GiftCardPartnersLookups.Knows(GiftCardPartnersLookups.Carriers, address.Text("CarrierId")))
        {
            yield return ("CarrierId", "There is no such carrier.");
        }

        if (address.Text("Country") is { Length: > 0 } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            yield return ("Country", "Two upper-case letters are expected.");
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,50}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PONumber { get; }

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mailbox { get; }

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile { get; }
}
