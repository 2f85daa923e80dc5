namespace GiftCardSdk.Huuray;

/// <summary>Reads the text that face values come in. How it is written is assumed: what does not fit is unknown and never an error.</summary>
internal sealed class HuurayDenominations(HuuraySettings settings)
{
    public Denominations Parse(string? text, string currency)
    {
        var parts = (text ?? "").Split(',', StringSplitOptions.TrimEntries);
        Money?[] values = [.. parts.Select(part => ValueOf(part, currency))];
        return values.All(value => value is not null) ? new FixedDenominations([.. values.OfType<Money>().Distinct()])
            : parts is [var range] ? RangeOf(range, currency)
            : UnknownDenominations.Instance;
    }

    private Denominations RangeOf(string text, string currency) =>
        text.Split(settings.Assumptions.RangeSeparator, StringSplitOptions.TrimEntries) is [var low, var high]
        && ValueOf(low, currency) is { } min
        && ValueOf(high, currency) is { } max
        && min <= max
            ? new RangeDenominations(min, max)
            : UnknownDenominations.Instance;

    private Money? ValueOf(string text, string currency) =>
        !AmountText.TryParse(text, out var value) || value <= 0 ? null
        : !settings.Assumptions.DenominationsInMinorUnits ? Money.Of(value, currency)
        : decimal.IsInteger(value) && value <= long.MaxValue ? settings.Money.OrNull((long)value, currency)
        : null;
}
