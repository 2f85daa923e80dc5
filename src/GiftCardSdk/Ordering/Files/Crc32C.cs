using System.Buffers.Binary;
using System.Numerics;

namespace GiftCardSdk.Ordering.Files;

/// <summary>CRC-32C by the processor's own instruction: finds every damage of up to 32 bits in a row, and all but one in four billion others.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of some bytes, continued from that of the bytes before them (0 for none).</summary>
    public static uint Append(uint before, ReadOnlySpan<byte> bytes)
    {
        var crc = ~before;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }
}
