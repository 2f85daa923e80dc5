namespace GiftCardSdk.Chaos.Orders;

/// <summary>A product of a twin's catalog, with face values at which it is sold.</summary>
/// <param name="ProductId">The provider's id.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Values">At least two, so that there is always another content for the same reference.</param>
internal sealed record Card(string ProductId, string Currency, params IReadOnlyList<decimal> Values)
{
    /// <summary>The country that the order names, where the provider wants one.</summary>
    public string? Country { get; init; }

    public OrderLine Line(Dice dice, int quantity = 1) =>
        new()
        {
            ProductId = ProductId,
            FaceValue = Money.Of(dice.Pick(Values), Currency),
            Quantity = quantity,
            Country = Country,
        };

    /// <summary>The same line at another value of the same product.</summary>
    public OrderLine AtAnotherValue(OrderLine line)
    {
        var now = Values.Index().First(value => value.Item == line.FaceValue.Amount).Index;
        return line with { FaceValue = Money.Of(Values[(now + 1) % Values.Count], Currency) };
    }
}
