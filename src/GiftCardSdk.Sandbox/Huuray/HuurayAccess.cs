using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>A token and the secret its calls are signed with.</summary>
/// <param name="ApiToken">Sent as <c>X-API-TOKEN</c>.</param>
/// <param name="ApiSecret">Never sent; the signature of every call is made with it.</param>
public sealed record HuurayCredential(string ApiToken, string ApiSecret)
{
    /// <summary>The token; never the secret.</summary>
    public override string ToString() => $"HuurayCredential {ApiToken}";
}

/// <summary>Decides whether a call is let in, by three headers, a nonce that may be used once, and the caller's address. Guarded by the twin's lock.</summary>
internal sealed class HuurayAccess(HuurayTwinOptions options)
{
    private const int LongestNonce = 50;

    private static readonly TimeSpan NonceLife = TimeSpan.FromDays(60);

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, DateTimeOffset At)> _byAge = new();
    private volatile HuurayCredential[] _credentials = [.. options.ApiCredentials];

    public IReadOnlyList<HuurayCredential> Credentials => [.. _credentials];

    public void Replace(IEnumerable<HuurayCredential> credentials) => _credentials = [.. credentials];

    public SandboxAnswer? Refuse(SandboxCall call)
    {
        var credential = Array.Find(_credentials, known => known.ApiToken == call.Header("X-API-TOKEN"));
        if (credential is null || !IsSigned(call, credential))
        {
            return HuurayRules.BadCredentials;
        }

        return options.AddressAllowed
            ? null
            : HuurayRules.Refuse(options.ForeignAddressStatus, "Forbidden", "This address is not on the account's list");
    }

    // Only a good signature uses the nonce up; otherwise anybody could use up the nonces of others.
    private bool IsSigned(SandboxCall call, HuurayCredential credential) =>
        call.Header("X-API-NONCE") is { Length: > 0 and <= LongestNonce } nonce
        && nonce.All(letter => letter is > ' ' and < '\x7f')
        && call.Header("X-API-HASH") == Hash(credential.ApiSecret, nonce)
        && TryUse(nonce, call.Now);

    private bool TryUse(string nonce, DateTimeOffset now)
    {
        while (_byAge.TryPeek(out var oldest) && now - oldest.At >= NonceLife)
        {
            _used.Remove(_byAge.Dequeue().Nonce);
        }

        var isNew = _used.Add(nonce);
        if (isNew)
        {
            _byAge.Enqueue((nonce, now));
        }

        return isNew;
    }

    private static string Hash(string secret, string nonce) =>
        Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(secret + nonce)));
}
