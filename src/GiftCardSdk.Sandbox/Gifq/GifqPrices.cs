namespace GiftCardSdk.Sandbox;

/// <summary>What cards and payouts cost.</summary>
internal sealed class GifqPrices(GifqTwinOptions options)
{
    private const decimal Percent = 100;

    /// <summary>The face value less the discount, or plus the fee that a negative discount is.</summary>
    public static decimal Net(GifqCurrency currency, decimal faceValue, decimal? discount) =>
        currency.Round(faceValue * (1 - (discount ?? 0) / Percent));

    public GifqCharge Card(GifqCurrency currency, decimal faceValue, decimal? discount, GifqCurrency payment)
    {
        var isDiscounted = payment == currency || !options.ConvertFullFaceValue;
        return Convert(isDiscounted ? Net(currency, faceValue, discount) : faceValue, currency, payment);
    }

    /// <summary>What the amount costs in the currency that pays; a fee is taken only where the two differ.</summary>
    public GifqCharge Convert(decimal amount, GifqCurrency currency, GifqCurrency payment)
    {
        if (payment == currency)
        {
            return new GifqCharge(payment.Code, amount, FxFee: 0, Rate: null, FeePercent: 0, IsConverted: false);
        }

        var rate = GifqCurrencies.Rate(currency, payment);
        var total = payment.Round(amount * rate * (1 + options.FxFeePercent / Percent));
        return new GifqCharge(payment.Code, total, total - payment.Round(amount * rate), rate, options.FxFeePercent, IsConverted: true);
    }

    /// <summary>All shares of a batch together.</summary>
    public GifqCharge Sum(IReadOnlyCollection<GifqCharge> shares, string currency)
    {
        var converted = shares.Where(share => share.IsConverted).ToArray();
        var rates = converted.Select(share => share.Rate).Distinct().ToArray();
        return new GifqCharge(
            currency,
            shares.Sum(share => share.Total),
            shares.Sum(share => share.FxFee),
            rates is [var only] ? only : null,
            options.FxFeePercent,
            converted.Length > 0
        );
    }
}
