namespace GiftCardSdk.GiftCardPartners;

/// <summary>The deposit account in neutral words. Its "pending" is money that was asked for and has not arrived: never spendable.</summary>
internal static class GiftCardPartnersBalances
{
    public static IReadOnlyList<Balance> Of(GiftCardPartnersBalance balance, GiftCardPartnersSettings settings)
    {
        var currency = string.IsNullOrWhiteSpace(balance.CurrencyCode) ? settings.Assumptions.BalanceCurrency : balance.CurrencyCode;
        return Money.OrNull(balance.Spendable, currency) is { } available
            ? [new() { Available = available, Incoming = Money.OrNull(balance.Requested, currency) }]
            : throw settings.Unexpected(
                "The provider shows a balance without an available amount, or in a currency that has not three letters. If its members have other names, set them in WireAssumptions.MemberNames.",
                GiftCardPartnersOperationNames.GetBalance,
                GiftCardOutcome.NotAnOrder
            );
    }
}
