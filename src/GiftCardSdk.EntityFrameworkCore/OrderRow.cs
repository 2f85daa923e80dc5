namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>
/// An order as the database holds it, for migrations alone: the journal reads and writes it by statements of its own. Words instead of numbers, so
/// that a person can read the table; times as UTC ticks.
/// </summary>
internal sealed class OrderRow
{
    /// <summary>What the identity hashes to.</summary>
    public required string Id { get; set; }

    public required string Provider { get; set; }

    public required string Environment { get; set; }

    public required string Account { get; set; }

    public required string Operation { get; set; }

    public required string Reference { get; set; }

    public long CreatedAt { get; set; }

    public required string ProviderKey { get; set; }

    public required string Fingerprint { get; set; }

    /// <summary>What compare-and-swap compares.</summary>
    public long Version { get; set; }

    /// <summary>New with each write: whoever lost the answer to one can tell whether it was made.</summary>
    public required string WriteId { get; set; }

    public required string State { get; set; }

    public string? Reason { get; set; }

    public long Attempt { get; set; }

    /// <summary>0 or 1.</summary>
    public long IsAmbiguous { get; set; }

    public long UpdatedAt { get; set; }

    public long? FirstSentAt { get; set; }

    public long? LastSentAt { get; set; }

    public long? PurgedAt { get; set; }

    public string? Owner { get; set; }

    public string? LeaseHolder { get; set; }

    public long? LeaseUntil { get; set; }

    /// <summary>The main one of the provider's ids.</summary>
    public string? OrderId { get; set; }

    /// <summary>All that nothing is searched by, as JSON.</summary>
    public required string Details { get; set; }
}
