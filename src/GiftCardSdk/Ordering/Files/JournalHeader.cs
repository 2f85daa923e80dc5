using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// How every journal file begins: magic, format, time, salt, key, checksum, all of it twice. Whoever opens the file demands both copies; whoever
/// salvages it makes do with one.
/// </summary>
/// <param name="CreatedAt">When the journal was first made.</param>
/// <param name="Salt">Random for each file; goes into the checksum of every frame, so that no frame of another file passes for one of this.</param>
/// <param name="Key">The key of fingerprints and of recipients' hashes.</param>
internal sealed record JournalHeader(DateTimeOffset CreatedAt, ulong Salt, ReadOnlyMemory<byte> Key)
{
    /// <summary>The format that this version writes, and the latest that it reads.</summary>
    public const int CurrentFormat = 1;

    public const int KeySize = 32;

    /// <summary>Both copies.</summary>
    public const int Size = 2 * CopySize;

    private const int FormatAt = 8;
    private const int CreatedAtAt = 12;
    private const int SaltAt = 20;
    private const int KeyAt = 28;
    private const int ChecksumAt = KeyAt + KeySize;
    private const int CopySize = ChecksumAt + sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "GCSDKJNL"u8;

    public static JournalHeader New(DateTimeOffset now) => new(now, NewSalt(), RandomNumberGenerator.GetBytes(KeySize));

    /// <summary>The header of a file that takes this one's place.</summary>
    public JournalHeader ForNextFile() => this with { Salt = NewSalt() };

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FormatAt), CurrentFormat);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(CreatedAtAt), CreatedAt.UtcTicks);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(SaltAt), Salt);
        Key.Span.CopyTo(bytes.AsSpan(KeyAt));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChecksumAt), Crc32C.Append(0, bytes.AsSpan(0, ChecksumAt)));
        bytes.AsSpan(0, CopySize).CopyTo(bytes.AsSpan(CopySize));
        return bytes;
    }

    /// <summary>The header, if both copies are whole and alike.</summary>
    /// <exception cref="OrderJournalException">They are not, or a later version wrote them.</exception>
    public static JournalHeader Read(IJournalFile file, string path)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var count = file.Fill(bytes, 0);
        if (count >= CreatedAtAt && bytes.StartsWith(Magic) && FormatOf(bytes) > CurrentFormat)
        {
            throw FileJournalErrors.NewerFormat(path, FormatOf(bytes));
        }

        var isWhole = count == Size && bytes[..CopySize].SequenceEqual(bytes[CopySize..]);
        return (isWhole ? Parse(bytes) : null)
            ?? throw (bytes.StartsWith(Magic) ? FileJournalErrors.Damaged(path, 0) : FileJournalErrors.NoJournal(path));
    }

    /// <summary>The header, if one copy is whole.</summary>
    public static JournalHeader? TryRead(IJournalFile file)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes = bytes[..file.Fill(bytes, 0)];
        return Parse(bytes) ?? (bytes.Length > CopySize ? Parse(bytes[CopySize..]) : null);
    }

    private static JournalHeader? Parse(ReadOnlySpan<byte> copy)
    {
        var isWhole =
            copy.Length >= CopySize
            && copy.StartsWith(Magic)
            && FormatOf(copy) == CurrentFormat
            && BinaryPrimitives.ReadUInt32LittleEndian(copy[ChecksumAt..]) == Crc32C.Append(0, copy[..ChecksumAt]);
        return isWhole
            ? new(
                new(BinaryPrimitives.ReadInt64LittleEndian(copy[CreatedAtAt..]), TimeSpan.Zero),
                BinaryPrimitives.ReadUInt64LittleEndian(copy[SaltAt..]),
                copy.Slice(KeyAt, KeySize).ToArray()
            )
            : null;
    }

    private static int FormatOf(ReadOnlySpan<byte> copy) => BinaryPrimitives.ReadInt32LittleEndian(copy[FormatAt..]);

    private static ulong NewSalt() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
