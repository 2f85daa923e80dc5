using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Whether an order that a provider shows is the one that was ordered: the one place where that is decided.</summary>
public sealed class OrderComparisonTests
{
    [Theory]
    [InlineData("1 coffee 25", "1 coffee 25", "")]
    [InlineData("1 coffee 25", "1 COFFEE 25.00", "")]
    [InlineData("2 coffee 25;1 tea 5", "1 tea 5;1 coffee 25;1 coffee 25", "")]
    [InlineData("1 coffee 25", "3 coffee 25", "another number of cards")]
    [InlineData("3 coffee 25", "1 coffee 25", "another number of cards")]
    [InlineData("1 coffee 25", "2 coffee 50", "other face values")]
    [InlineData("1 coffee 10", "4 coffee 100", "other face values")]
    [InlineData("1 coffee 25", "1 tea 25", "other products")]
    [InlineData("1 coffee 25;1 tea 5", "1 coffee 25", "another number of cards")]
    [InlineData("1 coffee 25;1 tea 5", "1 coffee 25;1 tea 5;1 tea 9", "other face values")]
    public void Products_face_values_and_quantities_are_compared_line_by_line_in_any_order(string ordered, string shown, string difference)
    {
        var likeness = OrderComparison.Compare(Lines(ordered), Delivery.Returned, Order(shown));

        likeness.ShouldBe(difference.Length == 0 ? OrderComparison.Same : new Likeness(IsSame: false, difference));
    }

    [Theory]
    [InlineData("2 coffee 25", 2, "25", true, "")]
    [InlineData("2 coffee 25", 1, "25", false, "")]
    [InlineData("2 coffee 25", 1, "25", true, "another number of cards")]
    [InlineData("1 coffee 25", 3, "25", false, "another number of cards")]
    [InlineData("1 coffee 25", 1, "50", true, "other face values")]
    [InlineData("1 coffee 25", 1, "", true, "")]
    public void Where_no_lines_are_shown_the_cards_are_compared(
        string ordered,
        int cards,
        string value,
        bool isCompleted,
        string difference
    )
    {
        var order = Order("") with
        {
            Status = isCompleted ? OrderStatus.Completed : OrderStatus.Pending,
            Rewards = [.. Enumerable.Repeat(new Reward { FaceValue = value.Length == 0 ? null : Euros(value) }, cards)],
        };

        var likeness = OrderComparison.Compare(Lines(ordered), Delivery.Returned, order);

        likeness.ShouldBe(difference.Length == 0 ? OrderComparison.Same : new Likeness(IsSame: false, difference));
    }

    [Fact]
    public void A_recipient_whom_the_provider_refused_makes_no_other_order()
    {
        OrderComparison.Compare(Lines("3 coffee 25"), Delivery.Email, Order("2 coffee 25")).IsSame.ShouldBeTrue();
        OrderComparison.Compare(Lines("1 coffee 25"), Delivery.Email, Order("3 coffee 25")).IsOther.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1 coffee 25", "")]
    [InlineData("", "1 coffee 25")]
    public void Where_too_little_is_shown_or_known_it_is_neither_this_order_nor_another(string ordered, string shown)
    {
        var likeness = OrderComparison.Compare(Lines(ordered), Delivery.Returned, Order(shown));

        (likeness.IsSame, likeness.IsOther).ShouldBe((false, false));
    }

    private static Order Order(string lines) =>
        new()
        {
            Id = "o-1",
            Provider = "p",
            Account = "a",
            Status = OrderStatus.Pending,
            Lines = Lines(lines),
        };

    private static OrderLine[] Lines(string lines) =>
        [
            .. lines
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Select(parts => new OrderLine
                {
                    Quantity = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                    ProductId = parts[1],
                    FaceValue = Euros(parts[2]),
                }),
        ];

    private static Money Euros(string amount) => Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "EUR");
}
