using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>
/// Primary keys: the SHA-256 of the parts, as 64 hexadecimal digits. Databases compare text each in their own way, many without regard to capital
/// letters or blanks at the end; references differ by both. A hash is the same key everywhere, and short enough for every index.
/// </summary>
internal static class RowId
{
    public const int Length = 64;

    /// <summary>Text that has no bytes must fail, not turn into another reference.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(OrderIdentity identity) =>
        Of(identity.Provider, identity.Environment.ToString(), identity.Account, identity.Operation, identity.Reference.Value);

    /// <summary>Each part behind its length, so that ("a", "bc") and ("ab", "c") differ.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(text.ToString())));
    }
}
