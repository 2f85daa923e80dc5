namespace GiftCardSdk;

/// <summary>One line of an order: a product, a face value and how many cards of it.</summary>
public sealed record OrderLine
{
    /// <summary>The product, by its id in this account's catalog (<see cref="Product.Id"/>).</summary>
    public required string ProductId { get; init; }

    /// <summary>The face value of each card; more than zero, in the currency of one of the product's offers.</summary>
    public required Money FaceValue { get; init; }

    /// <summary>How many cards of this face value; at least 1.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Where the card is to be used, ISO 3166-1 alpha-2; null where the provider does not ask.</summary>
    public string? Country { get; init; }

    /// <summary>Who gets the cards of this line; null when they are returned.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>The caller's own id of this line; null if there is none. No personal data.</summary>
    public string? LineReference { get; init; }

    /// <summary>The face value of all cards of this line.</summary>
    public Money Total => FaceValue * Quantity;
}
