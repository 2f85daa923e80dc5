using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>One of those who place an order.</summary>
/// <param name="Content">What is brought.</param>
/// <param name="Start">How much later than the others.</param>
/// <param name="Patience">When the caller leaves without an answer; null for never.</param>
internal sealed record Caller(Content Content, TimeSpan Start, TimeSpan? Patience)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(150);

    /// <summary>One to three at once; some leave, and now and then one brings something else.</summary>
    public static IReadOnlyList<Caller> Draw(Dice dice)
    {
        var count = dice.Next(10) switch
        {
            < 6 => 1,
            < 9 => 2,
            _ => 3,
        };
        return [.. Enumerable.Range(0, count).Select(_ => One(dice, isAlone: count == 1))];
    }

    private static Caller One(Dice dice, bool isAlone) =>
        new(
            dice.Percent(4) ? Content.Other : Content.Wanted,
            isAlone ? TimeSpan.Zero : dice.Between(TimeSpan.Zero, LongestStart),
            dice.Percent(15) ? dice.Between(TimeSpan.Zero, LongestPatience) : null
        );
}
