namespace GiftCardSdk.Http;

/// <summary>What an address must be that credentials are sent to.</summary>
public static class ProviderAddress
{
    /// <summary>What is wrong with the <c>BaseAddress</c> of an account's options.</summary>
    /// <param name="address">The address.</param>
    /// <param name="example">One that would be right, for the message.</param>
    /// <param name="further">What else is wrong with it; asked of absolute addresses alone. Such as a path that the adapter adds itself.</param>
    /// <returns>A sentence a mistake; empty if there is none.</returns>
    public static IEnumerable<string> MistakesOf(Uri address, string example, Func<Uri, IEnumerable<string>> further)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(further);
        if (!address.IsAbsoluteUri)
        {
            return [$"BaseAddress '{address}' is relative; something like {example} is expected."];
        }

        string[] ofScheme = IsSafe(address)
            ? []
            : [$"BaseAddress is {address.Scheme}://{address.Host}; only https is allowed, or http on this machine's loopback."];
        return [.. ofScheme, .. further(address)];
    }

    /// <summary>Whether nobody on the way can read what is sent there: https, or http that does not leave this machine.</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
