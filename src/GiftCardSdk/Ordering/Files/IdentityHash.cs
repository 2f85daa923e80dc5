using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GiftCardSdk.Ordering.Files;

/// <summary>128 bits of the SHA-256 of an identity: what the index knows an order by. Whoever reads an entry compares the identity itself.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct IdentityHash(ulong High, ulong Low)
{
    /// <summary>Part of the format: it never changes.</summary>
    public static IdentityHash Of(OrderIdentity identity)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{identity.Provider.Length}:{identity.Provider}{(int)identity.Environment}:{identity.Account.Length}:{identity.Account}{identity.Operation.Length}:{identity.Operation}{identity.Reference.Value}"
        );
        return Read(SHA256.HashData(EntryCodec.Text.GetBytes(text)));
    }

    public static IdentityHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]));

    public void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, High);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], Low);
    }

    /// <summary>It is a hash already.</summary>
    public override int GetHashCode() => unchecked((int)Low);
}
