using System.Net;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Addresses that may call.</summary>
internal static class AddressRange
{
    private const int MappedPrefix = 96;

    /// <summary>Reads an address or a range; null if it is neither.</summary>
    public static IPNetwork? Parse(string? text) =>
        IPNetwork.TryParse(text, out var range) ? Plain(range.BaseAddress, range.PrefixLength)
        : IPAddress.TryParse(text, out var one) ? Plain(one, one.GetAddressBytes().Length * 8)
        : null;

    /// <summary>Whether an address lies in one of the ranges. A range that cannot be read lets nobody in.</summary>
    public static bool Allows(IEnumerable<string> ranges, IPAddress? address)
    {
        // As a socket for both families shows an address of the old one.
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && ranges.Any(range => Parse(range)?.Contains(plain) == true);
    }

    /// <summary>An address of the old family that is written as one of the new is one of the old.</summary>
    private static IPNetwork Plain(IPAddress address, int prefix) =>
        address.IsIPv4MappedToIPv6 && prefix >= MappedPrefix ? new(address.MapToIPv4(), prefix - MappedPrefix) : new(address, prefix);
}
