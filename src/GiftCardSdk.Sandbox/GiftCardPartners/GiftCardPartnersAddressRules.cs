using System.Text.RegularExpressions;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What a line's address must look like. No complaint repeats the address.</summary>
internal static partial class GiftCardPartnersAddressRules
{
    private const string Root = "DigitalDeliveryAddress";

    public static IEnumerable<(string Path, string Complaint)> Digital(DigitalAddress? address)
    {
        if (address is null or { Email: null or "", Sms: null or "" })
        {
            yield return (Root, "An e-mail address or a mobile number is required.");
            yield break;
        }

        if (address.Email is { Length: > 0 } mail && !Mailbox.IsMatch(mail))
        {
            yield return (Root + ".Email", "An e-mail address is expected.");
        }

        if (address.Sms is { Length: > 0 } number && !Mobile.IsMatch(number))
        {
            yield return (Root + ".Sms", "A number in E.164 form with its + is expected.");
        }
    }

    public static IEnumerable<(string Path, string Complaint)> Physical(PhysicalAddress? address) =>
        address is null
            ? [("PhysicalDeliveryAddress", "An address is required.")]
            : Missing(address)
                .Concat(Unknown(address))
                .Select(complaint => ("PhysicalDeliveryAddress." + complaint.Path, complaint.Complaint));

    private static IEnumerable<(string Path, string Complaint)> Missing(PhysicalAddress address) =>
        new (string Path, string? Value)[]
        {
            ("ShippingMethodId", address.ShippingMethodId),
            ("Name", address.Name),
            ("AddressLine1", address.AddressLine1),
            ("City", address.City),
            ("State", address.State),
            ("Zip", address.Zip),
            ("Country", address.Country),
        }
            .Where(member => string.IsNullOrWhiteSpace(member.Value))
            .Select(member => (member.Path, "This is required."));

    private static IEnumerable<(string Path, string Complaint)> Unknown(PhysicalAddress address)
    {
        if (address.ShippingMethodId is { Length: > 0 } method && GiftCardPartnersLookups.ShippingMethod(method) is null)
        {
            yield return ("ShippingMethodId", "There is no such shipping method.");
        }

        if (address.CarrierId is { } carrier && GiftCardPartnersLookups.Carriers.All(known => known.Id != carrier))
        {
            yield return ("CarrierId", "There is no such carrier.");
        }

        if (address.Country is { Length: > 0 } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            yield return ("Country", "Two upper-case letters are expected.");
        }
    }

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mailbox { get; }

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile { get; }
}
