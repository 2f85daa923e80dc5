using System.Security.Cryptography;

namespace GiftCardSdk;

/// <summary>Lower-case base32 (RFC 4648 alphabet, no padding): safe in a path, a header and a file name, and not to be mistaken for hexadecimal.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>26 characters: the first 128 bits of the SHA-256 of some bytes.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Encode(SHA256.HashData(bytes).AsSpan(0, 16));

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length * 8) + 4) / 5];
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

        return new string(text);
    }
}
