using System.Globalization;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>What is asked of a journal besides single orders: who has an id of the provider's, what is open, what an account has.</summary>
internal static class JournalQuestions
{
    /// <summary>Leaves some orders open among all that are finished.</summary>
    public static async Task LeaveOpenAsync(IOrderJournal journal, int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            var open = JournalWrites.Entry(int.MaxValue - i) with { State = OrderJournalState.Unknown };
            await journal.TryAddAsync(open);
        }
    }

    public static async Task AskAsync(IOrderJournal journal, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await OwnerAsync(journal, i);
            await OneOpenAsync(journal);
            await OneOfTheAccountAsync(journal);
        }
    }

    public static async Task<IReadOnlyList<string>> MeasureAsync(IOrderJournal journal)
    {
        const int Times = 200;
        var owner = await Cost.OfAsync(number => OwnerAsync(journal, number * 4999), 0, Times, callers: 1);
        var open = await Cost.OfAsync(_ => OneOpenAsync(journal), 0, Times, callers: 1);
        var account = await Cost.OfAsync(_ => OneOfTheAccountAsync(journal), 0, Times, callers: 1);
        return
        [
            Line("the order of a provider's id", owner),
            Line("all 100 open orders", open),
            Line("the oldest page of an account", account),
        ];
    }

    private static string Line(string what, Cost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"journal question: {what}: {cost.Seconds * 1000:0.000} ms, {cost.Bytes:0} B");

    private static async Task OwnerAsync(IOrderJournal journal, int number)
    {
        var found = await journal.FindByOrderIdAsync("instant", GiftCardEnvironment.Sandbox, JournalWrites.OrderId(number));
        if (found.Count != 1)
        {
            throw new InvalidOperationException($"{found.Count} orders have the id of order {number}.");
        }
    }

    private static async Task OneOpenAsync(IOrderJournal journal)
    {
        await foreach (var _ in journal.ListAsync(JournalQuery.Unresolved)) { }
    }

    private static async Task OneOfTheAccountAsync(IOrderJournal journal)
    {
        await foreach (var _ in journal.ListAsync(new() { Account = "bench" }))
        {
            break;
        }
    }
}
