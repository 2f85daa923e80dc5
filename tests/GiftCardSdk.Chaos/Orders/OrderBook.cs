using System.Globalization;
using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>
/// Every order of a run, rebuilt from seed and number alone: buyers, those who buy on after a crash, and the judge all have the same ones without
/// telling each other anything.
/// </summary>
internal static class OrderBook
{
    private static readonly IReadOnlyList<IOrderKinds> Kinds =
    [
        new GiftbitOrders(),
        new GifqOrders(),
        new GiftronautOrders(),
        new GiftCardPartnersOrders(),
        new HuurayOrders(),
    ];

    private const int Purpose = 808;
    private const int OperationPercent = 20;
    private const int MostRecipients = 3;

    public static Provider ProviderOf(int number) => Provider.All[number % Provider.All.Count];

    /// <summary>The caller's own id of an order; it carries the number.</summary>
    public static OrderReference ReferenceOf(int seed, int number) => string.Create(CultureInfo.InvariantCulture, $"chaos-{seed}-{number}");

    /// <summary>The number that a reference of this run carries; null for any other.</summary>
    public static int? NumberOf(int seed, OrderReference reference) =>
        reference.ToString() is var text
        && text.LastIndexOf('-') is var dash and > 0
        && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && ReferenceOf(seed, number) == reference
            ? number
            : null;

    /// <summary>The order.</summary>
    public static OrderRequest OrderOf(int seed, int number) =>
        KindsOf(number).Draw(new Dice(seed, number), number) with
        {
            Reference = ReferenceOf(seed, number),
        };

    /// <summary>What somebody orders by mistake under the same reference: every card at another value.</summary>
    public static OrderRequest OtherContentOf(int seed, int number)
    {
        var order = OrderOf(seed, number);
        var cards = KindsOf(number).Cards;
        return order with { Lines = [.. order.Lines.Select(line => CardOf(cards, line).AtAnotherValue(line))] };
    }

    /// <summary>Which operation of the journal a number is: an order, or what GIFQ and Giftronaut sell besides.</summary>
    public static string OperationOf(int seed, int number) =>
        (ProviderOf(number).Operation, new Dice(seed, Purpose, number).Percent(OperationPercent)) is ({ } other, true)
            ? other
            : OrderIdentity.PlaceOrder;

    /// <summary>What is bought under a number: what is wanted, or what somebody brings by mistake, at another value.</summary>
    public static Purchase PurchaseOf(int seed, int number, Content content)
    {
        var dice = new Dice(seed, Purpose, number, 1);
        var recipients = 1 + dice.Next(MostRecipients) + (content == Content.Wanted ? 0 : 1);
        return OperationOf(seed, number) switch
        {
            Provider.PayoutOrder => new PayoutPurchase(ReferenceOf(seed, number), number, recipients, dice.Pick(10m, 20m, 37.5m)),
            Provider.CampaignRun => new CampaignRunPurchase(ReferenceOf(seed, number), number, recipients),
            _ => OrderPurchaseOf(seed, number, content),
        };
    }

    /// <summary>The same where everything is an order.</summary>
    public static Purchase OrderPurchaseOf(int seed, int number, Content content) =>
        new OrderPurchase(ProviderOf(number), content == Content.Wanted ? OrderOf(seed, number) : OtherContentOf(seed, number));

    /// <summary>The number that a sale belongs to; null for a sale that nobody of the run has ordered.</summary>
    public static int? NumberOf(int seed, SandboxSale sale) =>
        sale.ClientKey switch
        {
            // A batch carries no key.
            null => Drawing.NumberOf(sale.Issued.Select(card => card.Email).FirstOrDefault()),
            // The key of a campaign run tells it from an order of the same reference.
            ['r', 'u', 'n', '.', .. var reference] => NumberOf(seed, reference),
            var reference => NumberOf(seed, reference),
        };

    private static IOrderKinds KindsOf(int number) => Kinds[number % Kinds.Count];

    private static Card CardOf(IReadOnlyList<Card> cards, OrderLine line) =>
        cards.First(card => card.ProductId == line.ProductId && card.Currency == line.FaceValue.Currency);
}
