using System.Globalization;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>What the orders of all providers are put together from.</summary>
internal static class Drawing
{
    /// <summary>An order still without its reference.</summary>
    public static OrderRequest Order(Delivery delivery, params IReadOnlyList<OrderLine> lines) =>
        new()
        {
            Reference = "drawn",
            Delivery = delivery,
            Lines = lines,
        };

    /// <summary>Lines by the given number of times.</summary>
    public static IReadOnlyList<OrderLine> Lines(int count, Func<int, OrderLine> line) => [.. Enumerable.Range(0, count).Select(line)];

    /// <summary>An address of an order's own; it carries the number, which is all that a batch without a key can be told by.</summary>
    public static string AddressOf(int number, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"robin-{number}-{index}@chaos.example");

    /// <summary>The number that an address carries; null for any other.</summary>
    public static int? NumberOf(string? address) =>
        address?.Split('-') is ["robin", var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var found)
            ? found
            : null;

    /// <summary>Somebody with an address of every kind that is asked for.</summary>
    public static Recipient Somebody(int number, int index, bool hasEmail = true, bool hasPhone = false) =>
        new()
        {
            Name = "Robin Example",
            Email = hasEmail ? AddressOf(number, index) : null,
            Phone = hasPhone ? string.Create(CultureInfo.InvariantCulture, $"+4670{number:D6}{index}") : null,
        };
}
