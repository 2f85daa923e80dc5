using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GiftCardSdk.Ordering.Files;

/// <summary>128 bits of the SHA-256 of an identity: what the index knows an order by. Whoever reads an entry compares the identity itself.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct IdentityHash(ulong High, ulong Low)
{
    /// <summary>Part of the format: it never changes. Each text carries its length, so that none can pass for another.</summary>
    public static IdentityHash Of(OrderIdentity identity)
    {
        ReadOnlySpan<string> texts = [identity.Provider, identity.Account, identity.Operation, identity.Reference.Value];
        const int Usual = 512;
        var size = 1;
        foreach (var text in texts)
        {
            size += sizeof(int) + EntryCodec.Text.GetMaxByteCount(text.Length);
        }

        var bytes = size <= Usual ? stackalloc byte[Usual] : new byte[size];
        bytes[0] = (byte)identity.Environment;
        var end = 1;
        foreach (var text in texts)
        {
            var length = EntryCodec.Text.GetBytes(text, bytes[(end + sizeof(int))..]);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[end..], length);
            end += sizeof(int) + length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..end], hash);
        return Read(hash);
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
