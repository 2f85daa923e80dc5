using System.Globalization;
using System.Text.RegularExpressions;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What an order must look like, and what it means once it does.</summary>
internal sealed partial class GiftCardPartnersOrderRules(GiftCardPartnersTwinOptions options, GiftCardPartnersCatalog catalog)
{
    /// <summary>Everything wrong with the order by path, or null when it is well-formed.</summary>
    public GiftCardPartnersRefusal? Refuse(CreateOrder body, SandboxCall call)
    {
        var complaints = new List<(string Path, string Complaint)>();
        complaints.AddRange(Head(body));
        var lines = body.LineItems ?? [];
        for (var i = 0; i < lines.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"LineItems[{i}]");
            complaints.AddRange(
                lines[i] is { } line
                    ? Line(body.Type, line, call).Select(complaint => ($"{path}.{complaint.Path}", complaint.Complaint))
                    : [(path, "A line is required.")]
            );
        }

        if (complaints.Count == 0)
        {
            complaints.AddRange(Whole(lines));
        }

        return complaints.Count == 0 ? null : GiftCardPartnersRefusal.Invalid(complaints);
    }

    /// <summary>The order in full; call it only when nothing was refused.</summary>
    public GiftCardPartnersOrderContent Complete(CreateOrder body) =>
        new()
        {
            PONumber = body.PONumber!,
            Type = body.Type!,
            Note = body.Note,
            FulfillmentComplete = body.WebhookSettings?.FulfillmentComplete is { } target ? new Uri(target) : null,
            Lines =
            [
                .. body.LineItems!.Select(line => new GiftCardPartnersLineContent(
                    catalog.Find(line!.ProductId)!,
                    line.Value!.Value,
                    line.Quantity ?? 1,
                    body.Type == GiftCardPartnersOrderType.PhysicalShipment && options.ChargeShipping
                        ? GiftCardPartnersLookups.ShippingMethod(line.PhysicalDeliveryAddress!.ShippingMethodId)!.Cost
                        : 0,
                    line
                )),
            ],
        };

    private IEnumerable<(string Path, string Complaint)> Head(CreateOrder body)
    {
        if (!GiftCardPartnersOrderType.IsKnown(body.Type))
        {
            yield return ("Type", "DigitalDelivery, Links or PhysicalShipment is expected.");
        }

        if (string.IsNullOrWhiteSpace(body.PONumber))
        {
            yield return ("PONumber", "A PO number is required.");
        }
        else if (options.RestrictPONumbers && !PONumber.IsMatch(body.PONumber))
        {
            yield return ("PONumber", "1 to 50 letters, digits, hyphens and underscores are expected.");
        }

        if (body.LineItems is not { Count: > 0 })
        {
            yield return ("LineItems", "At least one line is required.");
        }

        if (body.DepartmentId is { } department && GiftCardPartnersLookups.Departments.All(known => known.Id != department))
        {
            yield return ("DepartmentId", "There is no such department.");
        }

        if (body.WebhookSettings?.FulfillmentComplete is { } target && !IsWebAddress(target))
        {
            yield return ("WebhookSettings.FulfillmentComplete", "An absolute address is expected.");
        }
    }

    private IEnumerable<(string Path, string Complaint)> Line(string? type, CreateLine line, SandboxCall call)
    {
        if (call.ProductGone || catalog.Find(line.ProductId) is not { Available: true } product)
        {
            yield return ("ProductId", "There is no such product.");
        }
        else
        {
            foreach (var complaint in Offer(type, line, product))
            {
                yield return complaint;
            }
        }

        if (line.Quantity < 1)
        {
            yield return ("Quantity", "One or more is expected.");
        }

        if (line.BrandingId is { } branding && GiftCardPartnersLookups.Brandings.All(known => known.Id != branding))
        {
            yield return ("BrandingId", "There is no such branding.");
        }

        var address = type switch
        {
            GiftCardPartnersOrderType.DigitalDelivery => GiftCardPartnersAddressRules.Digital(line.DigitalDeliveryAddress),
            GiftCardPartnersOrderType.PhysicalShipment => GiftCardPartnersAddressRules.Physical(line.PhysicalDeliveryAddress),
            _ => [],
        };
        foreach (var complaint in address)
        {
            yield return complaint;
        }
    }

    private static IEnumerable<(string Path, string Complaint)> Offer(string? type, CreateLine line, GiftCardPartnersProduct product)
    {
        if (GiftCardPartnersOrderType.IsKnown(type) && !product.DeliveryTypes.Contains(type, StringComparer.Ordinal))
        {
            yield return ("ProductId", $"The product is not offered as {type}.");
        }

        if (line.Value is not { } value)
        {
            yield return ("Value", "A value is required.");
        }
        else if (!product.Accepts(value))
        {
            yield return ("Value", string.Create(CultureInfo.InvariantCulture, $"{value} is not an offered denomination."));
        }

        if (type == GiftCardPartnersOrderType.PhysicalShipment && product.NeedsCarrier && line.PhysicalDeliveryAddress?.CarrierId is null)
        {
            yield return ("PhysicalDeliveryAddress.CarrierId", "The product needs a carrier.");
        }
    }

    private IEnumerable<(string Path, string Complaint)> Whole(IReadOnlyList<CreateLine?> lines)
    {
        if (lines.Sum(line => (long)(line!.Quantity ?? 1)) > options.MaxCardsPerOrder)
        {
            yield return (
                "LineItems",
                string.Create(CultureInfo.InvariantCulture, $"At most {options.MaxCardsPerOrder} cards are expected.")
            );
        }

        // No conversion exists, and one deposit pays for an order.
        if (lines.Select(line => catalog.Find(line!.ProductId)!.Currency).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            yield return ("LineItems", "All lines of an order share one currency.");
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,50}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PONumber { get; }
}
