using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GiftCardSdk.Batches;

/// <summary>What was seen of a list, as hashes of 16 bytes: a hundred thousand lines take some megabytes.</summary>
internal sealed class SeenBefore
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Notes a text; true if it was there before.</summary>
    public bool Note(string text) => !_seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Where a card goes, as far as it counts for being the same; null if the line names nobody.</summary>
    public static string? ContactOf(Recipient? recipient)
    {
        if (recipient is null)
        {
            return null;
        }

        var post = recipient.PostalAddress;
        string?[] parts =
        [
            recipient.Email,
            recipient.Phone,
            .. post is null
                ? []
                : (string?[])[recipient.Name, post.Line1, post.Line2, post.City, post.Region, post.PostalCode, post.Country],
        ];
        return parts.All(string.IsNullOrWhiteSpace)
            ? null
            : string.Join('\n', parts.Select(static part => part?.Trim().ToUpperInvariant()));
    }
}
