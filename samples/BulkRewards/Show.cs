using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.Batches;

namespace BulkRewards;

/// <summary>The bill, in plain lines.</summary>
internal static class Show
{
    private const int MostFindings = 20;

    public static void Bill(BatchBill bill)
    {
        Line($"{bill.Lines} lines, {bill.BoughtBefore} of them bought before; {bill.Cards} cards to buy:");
        foreach (var account in bill.Accounts)
        {
            if (account.Funds is null)
            {
                Line($"  {account.Account, -10} {string.Join(", ", account.FaceValue)} of face value; what it costs could not be read");
                continue;
            }

            foreach (var need in account.Funds.Currencies)
            {
                var cost = need.Cost?.ToString() ?? "an unknown amount";
                Line($"  {account.Account, -10} {cost} of {need.Available}: {Word(need.Answer)}");
            }
        }

        foreach (var finding in bill.Findings.Take(MostFindings))
        {
            Line($"  line {finding.Number}, {finding.Kind}: {finding.Message}");
        }
    }

    private static string Word(FundsAnswer answer) =>
        answer switch
        {
            FundsAnswer.Covered => "covered",
            FundsAnswer.NotCoveredButMayBeTaken => "not covered, but may be taken",
            FundsAnswer.CostUnknown => "the cost is not known before",
            _ => "NOT COVERED",
        };

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
