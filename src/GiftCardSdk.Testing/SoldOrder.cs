namespace GiftCardSdk.Testing;

/// <summary>An entry of the provider's ledger: an order that was really sold.</summary>
public sealed record SoldOrder
{
    /// <summary>The provider's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The key that it was placed with.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>The account that pays for it.</summary>
    public required string Account { get; init; }

    /// <summary>What was sold.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>The codes of its cards, one a card in the order of the lines, as the cards show them where they are returned; made up.</summary>
    public IReadOnlyList<Secret> Codes { get; init; } = [];

    /// <summary>How it is delivered.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>When it was sold.</summary>
    public required DateTimeOffset SoldAt { get; init; }
}
