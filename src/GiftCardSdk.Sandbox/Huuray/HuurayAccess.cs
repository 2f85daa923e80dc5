using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Who is let in: three headers, a nonce used once, a permission, an address. Guarded by the twin's lock.</summary>
internal sealed class HuurayAccess(HuurayTwinOptions options)
{
    private const int LongestNonce = 50;

    private readonly HuurayNonces _nonces = new();
    private volatile HuurayCredential[] _credentials = [.. options.ApiCredentials];

    public IReadOnlyList<HuurayCredential> Credentials => [.. _credentials];

    public static HuurayRefusal BadCredentials { get; } =
        new(StatusCodes.Status401Unauthorized, "Unauthorized", "Token, nonce or hash is not valid");

    public void Replace(IEnumerable<HuurayCredential> credentials) => _credentials = [.. credentials];

    public HuurayRefusal? Refuse(SandboxCall call)
    {
        var credential = Array.Find(_credentials, known => known.ApiToken == call.Header("X-API-TOKEN"));
        if (credential is null || !IsSigned(call, credential))
        {
            return BadCredentials;
        }

        if (!options.AddressAllowed)
        {
            return new HuurayRefusal(options.ForeignAddressStatus, "Forbidden", "This address is not on the account's list");
        }

        return credential.Permissions is { } permissions && !permissions.Contains(Permission(call), StringComparer.OrdinalIgnoreCase)
            ? new HuurayRefusal(StatusCodes.Status403Forbidden, "Forbidden", "The token has restricted access")
            : null;
    }

    // The nonce is used up only by a good signature, or anybody could use up other people's.
    private bool IsSigned(SandboxCall call, HuurayCredential credential) =>
        call.Header("X-API-NONCE") is { Length: > 0 and <= LongestNonce } nonce
        && nonce.All(letter => letter is > ' ' and < '\x7f')
        && call.Header("X-API-HASH") == Hash(credential.ApiSecret, nonce)
        && _nonces.TryUse(nonce, call.Now, options.NonceLife);

    private static string Hash(string secret, string nonce) =>
        Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(secret + nonce)));

    private static string Permission(SandboxCall call)
    {
        var path = call.PathAndQuery.Split('?')[0];
        var name = path[(path.LastIndexOf('/') + 1)..];
        return string.Equals(name, "Pdf", StringComparison.OrdinalIgnoreCase) ? "Search" : name;
    }
}
