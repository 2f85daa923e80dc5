using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.Batches;

namespace MilestoneRewards;

/// <summary>What a scheduler starts once a day; twice, late or not at all does no harm.</summary>
internal sealed class DailyRun(IGiftCards giftCards)
{
    /// <summary>Days that were missed within this time are made up for. Nothing has to remember when the last run was: the journal knows what is bought.</summary>
    private const int LookBackDays = 7;

    /// <summary>Every account of the offices is this one: a reference is one order at one account.</summary>
    private const string Account = "giftbit";

    public async Task<IReadOnlyList<(Milestone Milestone, BatchResult Result)>> RunAsync(DateOnly today, IEnumerable<Employee> employees)
    {
        var first = today.AddDays(1 - LookBackDays);
        var due = employees.Select(employee => employee.MilestoneBetween(first, today)).OfType<Milestone>().ToList();
        var orders = due.Select(milestone => milestone.ToOrder()).ToAsyncEnumerable();
        var name = string.Create(CultureInfo.InvariantCulture, $"milestones-{today:yyyy-MM-dd}");
        var results = new List<BatchResult>();
        await foreach (var result in giftCards.Batches.RunAsync(name, orders, new() { Account = Account }))
        {
            results.Add(result);
        }

        return [.. results.OrderBy(result => result.Number).Select(result => (due[(int)result.Number - 1], result))];
    }
}
