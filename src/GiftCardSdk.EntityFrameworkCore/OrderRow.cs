namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>
/// An order as the database holds it. Words instead of numbers, so that a person can read the table; times as UTC ticks, which every database
/// orders right and none rounds.
/// </summary>
internal sealed class OrderRow
{
    /// <summary>What the identity hashes to; see <see cref="RowId"/>.</summary>
    public required string Id { get; set; }

    public required string Provider { get; set; }

    public required string Environment { get; set; }

    public required string Account { get; set; }

    public required string Operation { get; set; }

    public required string Reference { get; set; }

    public int Format { get; set; }

    /// <summary>What compare-and-swap compares.</summary>
    public long Version { get; set; }

    /// <summary>New with each write: whoever lost the answer to one can tell whether it was made.</summary>
    public Guid WriteId { get; set; }

    public required string State { get; set; }

    public string? Reason { get; set; }

    public required string ProviderKey { get; set; }

    public required string Fingerprint { get; set; }

    public string? Delivery { get; set; }

    public int Attempt { get; set; }

    public bool IsAmbiguous { get; set; }

    public long CreatedAt { get; set; }

    public long UpdatedAt { get; set; }

    public long? FirstSentAt { get; set; }

    public long? FirstSentAtProvider { get; set; }

    public long? LastSentAt { get; set; }

    public long? PurgedAt { get; set; }

    public string? RawStatus { get; set; }

    public string? LastErrorCode { get; set; }

    public string? LastProviderCode { get; set; }

    public string? Owner { get; set; }

    public string? LeaseHolder { get; set; }

    public long? LeaseUntil { get; set; }

    /// <summary>JSON.</summary>
    public required string ProviderOrderIds { get; set; }

    /// <summary>What provider, environment and the main one of the ids hash to, for the index; null while there is none. See <see cref="RowId"/>.</summary>
    public string? OrderIdHash { get; set; }

    /// <summary>JSON.</summary>
    public required string Credentials { get; set; }

    /// <summary>JSON.</summary>
    public required string Lines { get; set; }

    public int LookupCount { get; set; }

    /// <summary>JSON.</summary>
    public required string Lookups { get; set; }

    /// <summary>JSON.</summary>
    public string? Decision { get; set; }
}
