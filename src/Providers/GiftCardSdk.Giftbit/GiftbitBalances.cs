using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Giftbit's balances in neutral words. Its "pending" is money on the way in.</summary>
internal static class GiftbitBalances
{
    /// <summary>A balance in no currency of three letters is left out; the native interface shows it as it is.</summary>
    public static IReadOnlyList<Balance> Of(GiftbitFunds funds, OddMembers odd)
    {
        var balances = new List<Balance>();
        foreach (var (currency, fund) in funds.FundsByCurrency)
        {
            if (GiftbitMoney.OrNull(fund?.AvailableInCents, currency) is { } available)
            {
                balances.Add(
                    new()
                    {
                        Available = available,
                        Incoming = GiftbitMoney.OrNull(fund?.PendingInCents, currency),
                        Reserved = GiftbitMoney.OrNull(fund?.ReservedInCents, currency),
                    }
                );
            }
            else
            {
                odd.Add("fundsbycurrency[]");
            }
        }

        return balances;
    }
}
