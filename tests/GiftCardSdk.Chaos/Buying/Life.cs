using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>One life of the SDK, from its start on a journal to its stop or its death: it buys what earlier lives have left of its share.</summary>
internal static class Life
{
    private const int AtATime = 96;

    /// <summary>Lives.</summary>
    /// <returns>True if everything was bought that callers come for; false if it was stopped before.</returns>
    public static async Task<bool> LiveAsync(Plan plan, TimeProvider clock, CancellationToken stop)
    {
        var settled = AnswerFile
            .Read(plan.AnswerFile)
            .Where(answer => answer.Kind == AnswerKind.Settled)
            .Select(answer => answer.Number)
            .ToHashSet();
        using var answers = new AnswerFile(plan.AnswerFile);
        using var host = Application.Build(plan, clock, answers);
        await NoteOpenOrdersAsync(host, plan, answers);
        await host.StartAsync(CancellationToken.None);
        var buyer = new Buyer(host.Services.GetRequiredService<IGiftCards>(), clock, answers, plan);
        var isDone = await BuyAsync(plan.Share().Where(number => !settled.Contains(number)), buyer, stop);
        await host.StopAsync(CancellationToken.None);
        return isDone;
    }

    private static async Task<bool> BuyAsync(IEnumerable<int> numbers, Buyer buyer, CancellationToken stop)
    {
        try
        {
            var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop };
            await Parallel.ForEachAsync(numbers, sideBySide, (number, token) => new ValueTask(buyer.BuyAsync(number, token)));
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>What an earlier life was sending, or did not know, when it ended.</summary>
    private static async Task NoteOpenOrdersAsync(IHost host, Plan plan, AnswerFile answers)
    {
        var query = new JournalQuery { States = [OrderJournalState.Sending, OrderJournalState.Unknown] };
        await foreach (var entry in host.Services.GetRequiredService<IOrderJournal>().ListAsync(query))
        {
            // What the other process is buying at this moment is not left over from anybody.
            if (OrderBook.NumberOf(plan.Seed, entry.Identity.Reference) is { } number && number % plan.Slots == plan.Slot)
            {
                answers.Open(number);
            }
        }
    }
}
