namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Which order a provider's id belongs to: one of an account and an operation.</summary>
internal sealed class OrderIdRow
{
    /// <summary>What provider, environment and id hash to.</summary>
    public required string OrderKey { get; set; }

    public required string Account { get; set; }

    public required string Operation { get; set; }

    /// <summary>The key of the order.</summary>
    public required string RowId { get; set; }
}
