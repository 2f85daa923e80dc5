using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>
/// Primary keys: 160 bits of the SHA-256 of the parts, as 32 characters. Databases compare text each in their own way, some without regard to
/// capital letters or blanks at the end; references differ by both. A hash is the same key everywhere.
/// </summary>
internal static class RowId
{
    /// <summary>The characters of an id.</summary>
    public const int Length = 32;

    private const int Bytes = Length * 5 / 8;
    private const int OnStack = 512;

    public static string Of(OrderIdentity identity) =>
        Of(identity.Provider, identity.Environment.ToString(), identity.Account, identity.Operation, identity.Reference.Value);

    /// <summary>Each part behind its length, so that ("a", "bc") and ("ab", "c") differ; unit by unit, so that ill-formed texts do too.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            length += sizeof(int) + (part.Length * sizeof(char));
        }

        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = rented is null ? stackalloc byte[OnStack] : rented;
        Write(parts, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Base32.Encode(hash[..Bytes]);
    }

    private static void Write(ReadOnlySpan<string> parts, Span<byte> bytes)
    {
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, part.Length);
            bytes = bytes[sizeof(int)..];
            bytes = bytes[Encode(part, bytes)..];
        }
    }

    private static int Encode(string part, Span<byte> bytes)
    {
        for (var i = 0; i < part.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[(i * sizeof(char))..], part[i]);
        }

        return part.Length * sizeof(char);
    }
}
