using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Ordering;

/// <summary>Makes keyed hashes: without the journal's key nobody can guess a recipient from one.</summary>
internal sealed class FingerprintKey(ReadOnlyMemory<byte> key)
{
    /// <summary>The version that new orders are written with.</summary>
    public const string CurrentVersion = OrderContent.V1;

    /// <summary>The fingerprint of a new order.</summary>
    public string Of<TResult>(JournalledOperation<TResult> operation)
        where TResult : class => Sign(CurrentVersion, operation.CanonicalText(CurrentVersion));

    /// <summary>Whether this version of the SDK has the rule that a stored fingerprint was made with.</summary>
    public static bool Knows(string stored) => VersionOf(stored) is OrderContent.V1;

    /// <summary>Whether an order is the one that a stored fingerprint was made of, by the rule it was made with.</summary>
    public bool Matches<TResult>(string stored, JournalledOperation<TResult> operation)
        where TResult : class
    {
        var version = VersionOf(stored);
        return string.Equals(stored, Sign(version, operation.CanonicalText(version)), StringComparison.Ordinal);
    }

    public string Sign(string version, string text) =>
        $"{version}:{Base32.Encode(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text)))}";

    private static string VersionOf(string stored) => stored[..Math.Max(0, stored.IndexOf(':', StringComparison.Ordinal))];
}
