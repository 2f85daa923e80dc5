using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>GIFQ's orders in neutral words, and the other way round.</summary>
internal static class GifqOrderMapping
{
    private const string Discount = "discount";

    private const string Fee = "fee";

    private static readonly StatusWords Words = new(GifqWords.OrderStatus.Meanings);

    public static GifqNewOrder ToWire(OrderSubmission submission)
    {
        var line = submission.Request.Lines[0];
        return new()
        {
            Brand = line.ProductId,
            Currency = line.FaceValue.Currency,
            FaceValue = line.FaceValue.Amount,
            Country = line.Country?.ToUpperInvariant() ?? "",
            Reference = submission.ProviderKey,
            PaymentCurrency =
                submission.Request.PaymentCurrency?.ToUpperInvariant() is { } payment && payment != line.FaceValue.Currency
                    ? payment
                    : null,
        };
    }

    /// <summary>An order as it was just taken.</summary>
    public static Order Placed(GifqOrder order, OrderSubmission submission, string account) =>
        Of(order, RewardDetail.Secrets, account) with
        {
            ProviderKey = submission.ProviderKey,
            Lines = submission.Request.Lines,
        };

    /// <summary>An order as it is read later.</summary>
    public static Order Of(GifqOrder order, RewardDetail detail, string account)
    {
        var made = ProviderTime.Read(order.CreatedAt);
        return new()
        {
            Id = order.Id,
            ProviderKey = order.Reference,
            Provider = GifqDefaults.Provider,
            Account = account,
            Status = StatusOf(order.Status, GifqRewards.HasCard(order)),
            RawStatus = order.Status,
            Delivery = Delivery.Returned,
            Lines = LinesOf(order),
            Rewards = GifqRewards.Of(order, detail),
            TotalCost = TotalOf(order),
            Fees = FeesOf(order),
            Exchange = ExchangeOf(order),
            // Without its zone a time is no instant: a look-up could stop hours too early.
            CreatedAt = made is { HasZone: true } ? made.Value.Written : null,
            IsCreatedAtExact = made is { IsExact: true },
        };
    }

    /// <summary>An order as a list shows it: without its card, so that the status is the list's own word.</summary>
    public static Order Listed(GifqOrder order, string account) =>
        Of(order, RewardDetail.None, account) with
        {
            Status = StatusOf(order.Status, hasCard: true),
        };

    /// <summary>Completed without a card to be read is not completed: the card is paid for and missing.</summary>
    public static OrderStatus StatusOf(string? raw, bool hasCard) =>
        Words.Of(raw) is var status && status == OrderStatus.Completed && !hasCard ? OrderStatus.Pending : status;

    /// <summary>The first thing in which an order is another than the one that was asked for, as far as it shows; null if there is none.</summary>
    public static string? ContradictionOf(GifqOrder order, OrderRequest request)
    {
        var line = request.Lines[0];
        return Differs(order.Brand, line.ProductId) ? "brand"
            : Differs(order.Currency, line.FaceValue.Currency) ? "currency"
            : order.FaceValue is { } value && value != line.FaceValue.Amount ? "face value"
            : Differs(order.Country, line.Country) ? "country"
            : null;
    }

    private static bool Differs(string? shown, string? asked) =>
        !string.IsNullOrEmpty(shown) && !string.Equals(shown, asked, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<OrderLine> LinesOf(GifqOrder order) =>
        !string.IsNullOrEmpty(order.Brand) && Money.OrNull(order.FaceValue, order.Currency) is { } value
            ?
            [
                new()
                {
                    ProductId = order.Brand,
                    FaceValue = value,
                    Country = order.Country,
                },
            ]
            : [];

    /// <summary>What left the balance. Where another currency paid, only its own figure counts.</summary>
    private static Money? TotalOf(GifqOrder order) =>
        order.FxFee is { } fx ? PaidOf(order, fx)
        : order.PaymentCurrency is { } payment && Differs(payment, order.Currency) ? null
        : Money.OrNull(order.Amount, order.Currency);

    private static Money? PaidOf(GifqOrder order, GifqFxFee fx) => Money.OrNull(fx.Total, fx.Currency ?? order.PaymentCurrency);

    private static IReadOnlyList<OrderFee> FeesOf(GifqOrder order) =>
        Money.OrNull(order.Amount, order.Currency) is { } amount
        && Money.OrNull(order.FaceValue, order.Currency) is { } value
        && amount != value
            ? [new OrderFee(amount < value ? Discount : Fee, amount - value)]
            : [];

    private static CurrencyExchange? ExchangeOf(GifqOrder order) =>
        order.FxFee is { } fx
        && PaidOf(order, fx) is { } paid
        && Money.OrNull(order.Amount ?? order.FaceValue, order.Currency) is { } bought
            ? new(bought, paid, fx.Rate, FeeOf(paid, fx.FeePercentage))
            : null;

    /// <summary>What of the payment was the fee, rounded to what can be paid: GIFQ says how many percent came on top.</summary>
    private static Money? FeeOf(Money paid, decimal? percent) =>
        percent is { } share and >= 0 and <= 100
            ? Money.Of(decimal.Round(paid.Amount * share / (100 + share), paid.Exponent, MidpointRounding.AwayFromZero), paid.Currency)
            : null;
}
