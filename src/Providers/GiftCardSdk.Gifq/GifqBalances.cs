using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>GIFQ's balances in neutral words. An order in one currency can be paid from the balance in another.</summary>
internal static class GifqBalances
{
    /// <summary>A balance in no currency of three letters is left out; the native interface shows it as it is.</summary>
    public static IReadOnlyList<Balance> Of(IReadOnlyList<GifqBalance> rows, OddMembers odd)
    {
        var balances = new List<Balance>();
        foreach (var row in rows)
        {
            if (Money.OrNull(row.Amount, row.Currency) is { } available)
            {
                balances.Add(new() { Available = available });
            }
            else
            {
                odd.Add("[].currency");
            }
        }

        return balances;
    }
}
