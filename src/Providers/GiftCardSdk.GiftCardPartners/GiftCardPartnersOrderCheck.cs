using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>What only this provider would find wrong with an order: told before anything is sent, in sentences without a name or an address.</summary>
internal sealed class GiftCardPartnersOrderCheck(GiftCardPartnersSettings settings)
{
    public IEnumerable<string> Mistakes(OrderRequest request)
    {
        var options = request.OptionsOf<GiftCardPartnersOrderOptions>() ?? new GiftCardPartnersOrderOptions();
        return
        [
            .. OfReference(request.Reference),
            .. OfOptions(request, options),
            .. request.Lines.SelectMany((line, index) => OfLine(request.Delivery, line, options.OfLine(index), index)),
            .. options.FulfillmentComplete is { } address ? OfAddress(address) : [],
        ];
    }

    private IEnumerable<string> OfReference(OrderReference reference)
    {
        if (reference.ProviderKey.Length > settings.Assumptions.MaxPONumberLength)
        {
            yield return Invariant(
                $"Reference: the PO number '{reference.ProviderKey}' has {reference.ProviderKey.Length} characters and the provider takes {settings.Assumptions.MaxPONumberLength} (WireAssumptions.MaxPONumberLength); give a shorter reference."
            );
        }
    }

    private static IEnumerable<string> OfOptions(OrderRequest request, GiftCardPartnersOrderOptions options)
    {
        foreach (var (index, line) in options.Lines.Where(line => line.Value is null || line.Key < 0 || line.Key >= request.Lines.Count))
        {
            yield return Invariant(
                $"GiftCardPartnersOrderOptions.Lines[{index}]: {(line is null ? "nothing is said of it" : "the order has no such line")}; lines are counted from 0 to {request.Lines.Count - 1}."
            );
        }
    }

    private static IEnumerable<string> OfLine(Delivery delivery, OrderLine line, GiftCardPartnersLineOptions options, int index)
    {
        var at = Invariant($"Lines[{index}]");
        if (delivery != Delivery.Post)
        {
            return options is { ShippingMethodId: null, CarrierId: null }
                ? []
                : [$"{at}: ShippingMethodId and CarrierId are for cards that are posted; leave them out with delivery {delivery}."];
        }

        return
        [
            .. OfPost(options, at),
            .. line.Recipient?.PostalAddress is { } address ? OfAddress(address, $"{at}.Recipient.PostalAddress") : [],
        ];
    }

    private static IEnumerable<string> OfPost(GiftCardPartnersLineOptions options, string at)
    {
        if (string.IsNullOrWhiteSpace(options.ShippingMethodId))
        {
            yield return $"{at}: a posted card needs a ShippingMethodId in GiftCardPartnersOrderOptions; IGiftCardPartnersCache.ListShippingMethodsAsync shows those there are.";
        }
    }

    private static IEnumerable<string> OfAddress(PostalAddress address, string at)
    {
        (string Name, string? Value)[] needed =
        [
            ("Line1", address.Line1),
            ("City", address.City),
            ("Region", address.Region),
            ("PostalCode", address.PostalCode),
        ];
        foreach (var (name, _) in needed.Where(part => string.IsNullOrWhiteSpace(part.Value)))
        {
            yield return $"{at}.{name}: the provider needs it for every posted card.";
        }

        if (address.Country is not { Length: 2 } country || !country.All(char.IsAsciiLetter))
        {
            yield return $"{at}.Country: a country code of two letters such as US is expected.";
        }
    }

    /// <summary>The provider calls it from outside. An address inside would at best be of no use, and at worst have it call somebody's printer.</summary>
    private IEnumerable<string> OfAddress(Uri address)
    {
        var isSandbox = settings.Initial.Environment == GiftCardEnvironment.Sandbox;
        if (
            !address.IsAbsoluteUri
            || !(address.Scheme == Uri.UriSchemeHttps || (isSandbox && address is { Scheme: "http", IsLoopback: true }))
        )
        {
            yield return "GiftCardPartnersOrderOptions.FulfillmentComplete: an absolute https address is expected (it is not shown here, since it may hold a secret).";
        }
        else if (!isSandbox && IsInside(address))
        {
            yield return $"GiftCardPartnersOrderOptions.FulfillmentComplete: {address.Host} cannot be reached from outside; a public host is expected.";
        }
    }

    private static bool IsInside(Uri address) =>
        address.IsLoopback
        || (IPAddress.TryParse(address.IdnHost, out var ip) ? IsInside(ip) : !address.Host.Contains('.', StringComparison.Ordinal));

    private static bool IsInside(IPAddress ip) =>
        ip.IsIPv4MappedToIPv6 ? IsInside(ip.MapToIPv4())
        : ip.AddressFamily == AddressFamily.InterNetworkV6 ? ip.IsIPv6UniqueLocal || ip.IsIPv6LinkLocal || ip.Equals(IPAddress.IPv6Any)
        : ip.GetAddressBytes() is [0 or 10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
