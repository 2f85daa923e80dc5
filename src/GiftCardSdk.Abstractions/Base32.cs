using System.Security.Cryptography;

namespace GiftCardSdk;

/// <summary>Lower-case base32 (RFC 4648 alphabet, no padding): safe in a path, a header and a file name, and not to be mistaken for hexadecimal.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>26 characters: the first 128 bits of the SHA-256 of some bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Encode(SHA256.HashData(bytes).AsSpan(0, 16));

    public static string Encode(ReadOnlySpan<byte> bytes) => Encode("", bytes);

    /// <summary>The text of some bytes behind a prefix.</summary>
    public static string Encode(ReadOnlySpan<char> prefix, ReadOnlySpan<byte> bytes)
    {
        Span<char> whole = stackalloc char[prefix.Length + (((bytes.Length * 8) + 4) / 5)];
        prefix.CopyTo(whole);
        var text = whole[prefix.Length..];
        var (buffer, bits, written) = (0, 0, 0);
        foreach (var value in bytes)
        {
            buffer = ((buffer << 8) | value) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[written++] = Alphabet[(buffer >> (bits - 5)) & 31];
            }
        }

        if (bits > 0)
        {
            text[written] = Alphabet[(buffer << (5 - bits)) & 31];
        }

        return new string(whole);
    }
}
