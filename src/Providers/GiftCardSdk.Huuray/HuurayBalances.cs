using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Huuray's balances in neutral words. An order in one currency may be paid from a master currency, which is inferred.</summary>
internal static class HuurayBalances
{
    /// <summary>A balance in no currency of three letters is left out; the native interface shows it as it is.</summary>
    public static IReadOnlyList<Balance> Of(HuurayBalanceList list, HuuraySettings settings, OddMembers odd)
    {
        var balances = new List<Balance>();
        foreach (var row in list.Balances)
        {
            if (settings.Money.OrNull(row.Balance, row.Currency) is { } available)
            {
                balances.Add(new() { Available = available });
            }
            else
            {
                odd.Add("Balances[].Currency");
            }
        }

        return balances;
    }
}
