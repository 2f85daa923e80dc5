namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>A small document beside the orders, for migrations alone.</summary>
internal sealed class RecordRow
{
    /// <summary>What kind and id hash to.</summary>
    public required string Id { get; set; }

    public required string Kind { get; set; }

    public required string RecordId { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>What compare-and-swap compares.</summary>
    public long Version { get; set; }

    /// <summary>New with each write.</summary>
    public required string WriteId { get; set; }

    public string? ListGroup { get; set; }

    public long? DueAt { get; set; }

    public long UpdatedAt { get; set; }

    public required string Body { get; set; }
}
