using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Makes keyed hashes: without the journal's key nobody can guess a recipient from one. Each says the version of its rule and which key made it,
/// so that it is never compared with what it cannot be compared with: <c>v2:(id of the key):(hash)</c>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as its journal; what the hash holds is let go with it.")]
internal sealed class FingerprintKey
{
    /// <summary>The rule that fingerprints are made by.</summary>
    public const string Version = "v2";

    private const int OnStack = 512;
    private const int KeyIdBytes = 5;
    private const int HashBytes = 20;

    private readonly byte[] _key;
    private readonly string _prefix;
    private IncrementalHash? _kept;

    public FingerprintKey(ReadOnlyMemory<byte> key)
    {
        _key = key.ToArray();
        Span<byte> id = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, "id of the key"u8, id);
        _prefix = $"{Version}:{Base32.Encode(id[..KeyIdBytes])}:";
    }

    /// <summary>The fingerprint of what an operation buys.</summary>
    public string Of<TResult>(JournalledOperation<TResult> operation)
        where TResult : class
    {
        var content = new ContentWriter(stackalloc char[OnStack]);
        try
        {
            operation.WriteContent(ref content);
            return Sign(content.Text);
        }
        finally
        {
            content.Dispose();
        }
    }

    /// <summary>What the journal keeps of a recipient.</summary>
    public string OfContact(Recipient recipient)
    {
        var content = new ContentWriter(stackalloc char[OnStack]);
        try
        {
            content.Begin("contact");
            OrderContent.WriteContact(ref content, recipient);
            return Sign(content.Text);
        }
        finally
        {
            content.Dispose();
        }
    }

    /// <summary>The keyed hash of a text, unit by unit: texts that differ in any way have other hashes, ill-formed ones too.</summary>
    public string Sign(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // One is kept and taken by whoever comes first; to make one costs more than to use it.
        var mac = Interlocked.Exchange(ref _kept, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Append(mac, text);
        mac.GetHashAndReset(hash);
        Volatile.Write(ref _kept, mac);
        return Base32.Encode(_prefix, hash[..HashBytes]);
    }

    /// <summary>How a stored fingerprint and one of this process compare.</summary>
    public static ContentMatch Compare(string stored, string current) =>
        stored == current ? ContentMatch.Same
        : !stored.StartsWith(Version + ":", StringComparison.Ordinal) ? ContentMatch.OtherRule
        : KeyOf(stored).SequenceEqual(KeyOf(current)) ? ContentMatch.Other
        : ContentMatch.OtherKey;

    private static void Append(IncrementalHash mac, ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            mac.AppendData(MemoryMarshal.AsBytes(text));
            return;
        }

        var units = new ushort[text.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<char, ushort>(text), units);
        mac.AppendData(MemoryMarshal.AsBytes<ushort>(units));
    }

    private static ReadOnlySpan<char> KeyOf(string fingerprint) =>
        fingerprint.AsSpan(0, Math.Max(0, fingerprint.LastIndexOf(':')))[Version.Length..];
}

/// <summary>How two fingerprints compare.</summary>
internal enum ContentMatch
{
    /// <summary>The content is the same.</summary>
    Same = 0,

    /// <summary>The content is another.</summary>
    Other,

    /// <summary>Nobody can say: the journal has another key than when the stored one was made.</summary>
    OtherKey,

    /// <summary>Nobody can say: the stored one was made by a rule that this version does not have.</summary>
    OtherRule,
}
