namespace GiftCardSdk.Chaos.Orders;

/// <summary>The orders that one provider takes: every delivery it offers.</summary>
internal interface IOrderKinds
{
    /// <summary>What is ordered.</summary>
    IReadOnlyList<Card> Cards { get; }

    /// <summary>An order; its reference is set afterwards.</summary>
    /// <param name="dice">What it is drawn with.</param>
    /// <param name="number">Its number, for recipients of its own.</param>
    OrderRequest Draw(Dice dice, int number);
}
