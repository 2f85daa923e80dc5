namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Which process finds out what became of an account's orders.</summary>
internal sealed class LeaseRow
{
    /// <summary>What the account's name hashes to.</summary>
    public required string Id { get; set; }

    public required string Account { get; set; }

    public required string Holder { get; set; }

    public long Until { get; set; }
}
