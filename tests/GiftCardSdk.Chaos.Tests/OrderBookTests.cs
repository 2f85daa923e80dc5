using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Tests;

/// <summary>Orders that any process can rebuild.</summary>
public sealed class OrderBookTests
{
    private const int Seed = 7;

    [Fact]
    public void An_order_is_the_same_whoever_rebuilds_it_and_another_for_another_number_or_seed()
    {
        for (var number = 0; number < 200; number++)
        {
            var order = OrderBook.OrderOf(Seed, number);
            var again = OrderBook.OrderOf(Seed, number);

            again.Reference.ShouldBe(order.Reference);
            again.Delivery.ShouldBe(order.Delivery);
            again.Lines.ShouldBe(order.Lines);
            OrderBook.NumberOf(Seed, order.Reference).ShouldBe(number);
            OrderBook.NumberOf(Seed + 1, order.Reference).ShouldBeNull();
        }

        (Drawn(Seed) == Drawn(Seed + 1)).ShouldBeFalse();
    }

    [Fact]
    public void Every_provider_is_asked_for_every_delivery_it_offers()
    {
        var deliveries = Enumerable
            .Range(0, 500)
            .Select(number => $"{OrderBook.ProviderOf(number)} {OrderBook.OrderOf(Seed, number).Delivery}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        deliveries.ShouldBe(
            [
                "giftbit Email",
                "giftbit Returned",
                "giftcardpartners Email",
                "giftcardpartners EmailAndSms",
                "giftcardpartners Post",
                "giftcardpartners Returned",
                "giftcardpartners Sms",
                "gifq Returned",
                "giftronaut Email",
                "giftronaut Returned",
                "huuray Email",
                "huuray Returned",
                "huuray Sms",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Payouts_and_campaign_runs_are_drawn_beside_orders()
    {
        var drawn = Enumerable
            .Range(0, 500)
            .CountBy(number => $"{OrderBook.ProviderOf(number)} {OrderBook.OperationOf(Seed, number)}", StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        drawn.Keys.ShouldBe(
            [
                "giftbit order",
                "gifq order",
                "gifq payout-order",
                "giftronaut order",
                "giftronaut campaign-run",
                "giftcardpartners order",
                "huuray order",
            ],
            ignoreOrder: true
        );
        drawn["gifq payout-order"].ShouldBeInRange(10, 40);
        drawn["giftronaut campaign-run"].ShouldBeInRange(10, 40);
    }

    [Fact]
    public void Whatever_is_bought_other_content_has_another_value_and_a_sale_leads_back_to_its_number()
    {
        for (var number = 0; number < 200; number++)
        {
            var wanted = OrderBook.PurchaseOf(Seed, number, Content.Wanted);
            OrderBook.PurchaseOf(Seed, number, Content.Wanted).Amount.ShouldBe(wanted.Amount);
            if (OrderBook.OperationOf(Seed, number) != OrderIdentity.PlaceOrder)
            {
                // The cards of an order differ each for itself; see below.
                OrderBook.PurchaseOf(Seed, number, Content.Other).Amount.ShouldNotBe(wanted.Amount);
            }

            var reference = OrderBook.ReferenceOf(Seed, number).ProviderKey;
            OrderBook.NumberOf(Seed, Facts.Sale("sold-1") with { ClientKey = reference }).ShouldBe(number);
            OrderBook.NumberOf(Seed, Facts.Sale("sold-1") with { ClientKey = "run." + reference }).ShouldBe(number);
        }

        OrderBook.NumberOf(Seed, Facts.Sale("sold-1") with { ClientKey = null }).ShouldBeNull();
    }

    [Fact]
    public void Other_content_differs_in_every_card_and_in_nothing_else()
    {
        for (var number = 0; number < 200; number++)
        {
            var order = OrderBook.OrderOf(Seed, number);
            var other = OrderBook.OtherContentOf(Seed, number);

            other.Reference.ShouldBe(order.Reference);
            foreach (var (mine, theirs) in order.Lines.Zip(other.Lines))
            {
                theirs.FaceValue.ShouldNotBe(mine.FaceValue);
                (theirs with { FaceValue = mine.FaceValue }).ShouldBe(mine);
            }
        }
    }

    private static string Drawn(int seed) =>
        string.Join(' ', Enumerable.Range(0, 50).Select(number => OrderBook.PurchaseOf(seed, number, Content.Wanted).Amount));
}
