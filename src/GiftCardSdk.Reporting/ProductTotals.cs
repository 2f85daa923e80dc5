using GiftCardSdk.Journal;

namespace GiftCardSdk.Reporting;

/// <summary>The sums of one product while a report is being made.</summary>
internal sealed class ProductTotals(string currency)
{
    private readonly CardSum _ordered = new(currency);
    private readonly CardSum _redeemed = new(currency);
    private readonly CardSum _open = new(currency);
    private readonly CardSum _expired = new(currency);
    private readonly CardSum _takenBack = new(currency);
    private int _orders;

    public void AddOrder() => _orders++;

    public void AddLine(JournalLine line) => _ordered.Add(line.Quantity, line.FaceValue);

    /// <summary>Counts at the value that was ordered: a provider may show another, such as what is left.</summary>
    public void AddCard(CardHistory card, Money value) => SumOf(card)?.Add(1, value);

    public ProductRow ToRow(DateOnly period, JournalAccount account, string product) =>
        new(period, account, product)
        {
            Orders = _orders,
            Ordered = _ordered.Count,
            Redeemed = _redeemed.Count,
            Open = _open.Count,
            Expired = _expired.Count,
            TakenBack = _takenBack.Count,
        };

    private CardSum? SumOf(CardHistory card) =>
        card.Delivery == DeliveryState.Refused || card.Redemption == RedemptionState.Cancelled ? _takenBack
        : card.Redemption == RedemptionState.Redeemed ? _redeemed
        : card.Redemption == RedemptionState.Redeemable ? _open
        : card.Redemption == RedemptionState.Expired ? _expired
        : null;

    private sealed class CardSum(string currency)
    {
        public CardCount Count { get; private set; } = new(0, Money.Of(0, currency));

        public void Add(int cards, Money each) => Count = new(Count.Cards + cards, Count.FaceValue + (each * cards));
    }
}
