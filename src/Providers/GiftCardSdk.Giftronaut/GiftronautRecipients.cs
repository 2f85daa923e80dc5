using System.Globalization;

namespace GiftCardSdk.Giftronaut;

/// <summary>Giftronaut tells the recipients of an order apart by their addresses.</summary>
internal static class GiftronautRecipients
{
    public static string Normalize(string? address) => (address ?? "").Trim().ToLowerInvariant();

    /// <summary>Which addresses of an order are there twice, without showing one.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="of">What they are counted in.</param>
    public static IEnumerable<string> Repeated(IEnumerable<string?> addresses, string of)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, address) in addresses.Index())
        {
            if (!string.IsNullOrWhiteSpace(address) && !seen.TryAdd(Normalize(address), index))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{of}[{index}]: the address is that of {of}[{seen[Normalize(address)]}]. Giftronaut tells recipients apart by their addresses, and whether it sends one of them two cards is not documented; give each card an order of its own."
                );
            }
        }
    }
}
