using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Judging;

/// <summary>Gathers what the three sides say of every order.</summary>
internal static class Evidence
{
    /// <summary>The facts of each order.</summary>
    /// <param name="plan">What was to be bought.</param>
    /// <param name="ledgers">The twins' ledgers, by provider.</param>
    /// <param name="entries">The journal, by number.</param>
    /// <param name="answers">All answers of all processes.</param>
    public static IReadOnlyList<OrderFacts> Gather(
        Plan plan,
        IReadOnlyDictionary<string, IReadOnlyList<SandboxSale>> ledgers,
        IReadOnlyDictionary<int, JournalEntry> entries,
        IReadOnlyList<IReadOnlyList<Answer>> answers
    )
    {
        var sales = ledgers.Values.SelectMany(ledger => ledger).ToLookup(sale => (sale.Provider, OrderBook.NumberOf(plan.Seed, sale)));
        var told = answers.SelectMany(TellEach).ToLookup(one => one.Number, one => one.Told);
        var rest = answers.SelectMany(file => file).ToLookup(answer => (answer.Number, answer.Kind));
        return
        [
            .. Enumerable
                .Range(0, plan.Orders)
                .Select(number =>
                {
                    var provider = OrderBook.ProviderOf(number);
                    var reference = OrderBook.ReferenceOf(plan.Seed, number);
                    var entry = entries.GetValueOrDefault(number);
                    return new OrderFacts
                    {
                        Seed = plan.Seed,
                        Number = number,
                        Provider = provider.Name,
                        Reference = reference,
                        Sales = [.. sales[(provider.Name, number)]],
                        Entry = entry,
                        Told = [.. told[number]],
                        ObservedIds =
                        [
                            .. rest[(number, AnswerKind.Observed)]
                                .Where(seen => seen.Word == $"{OrderJournalState.Accepted}")
                                .Select(seen => seen.OrderId),
                        ],
                        WasOpenAfterCrash = rest[(number, AnswerKind.Open)].Any(),
                        Operation = plan.OperationOf(number),
                        WantedAmount = plan.PurchaseOf(number, Content.Wanted).Amount,
                        OtherAmount = plan.PurchaseOf(number, Content.Other).Amount,
                        JournalAmount = AmountOf(provider, entry),
                    };
                }),
        ];
    }

    /// <summary>Sales under keys that no order of the run has.</summary>
    public static IReadOnlyList<SandboxSale> Strangers(Plan plan, IReadOnlyDictionary<string, IReadOnlyList<SandboxSale>> ledgers)
    {
        bool IsKnown(SandboxSale sale) =>
            OrderBook.NumberOf(plan.Seed, sale) is { } number && number < plan.Orders && OrderBook.ProviderOf(number).Name == sale.Provider;
        return [.. ledgers.Values.SelectMany(ledger => ledger).Where(sale => !IsKnown(sale))];
    }

    /// <summary>Puts questions and answers of one process together; a question without an answer stays one.</summary>
    private static IEnumerable<(int Number, Told Told)> TellEach(IReadOnlyList<Answer> file)
    {
        var ends = file.Where(answer => answer.Kind == AnswerKind.Told).ToDictionary(answer => answer.Call, StringComparer.Ordinal);
        foreach (var asked in file.Where(answer => answer.Kind == AnswerKind.Asks))
        {
            var content = Enum.Parse<Content>(asked.Word);
            yield return ends.TryGetValue(asked.Call, out var end)
                ? (asked.Number, new(content, Enum.Parse<Ending>(end.Word), end.OrderId == Answer.Nothing ? null : end.OrderId))
                : (asked.Number, new(content, Ending.None));
        }
    }

    /// <summary>What the cards are worth that the journal has, in units of the provider's wire; null where it has none.</summary>
    public static long? AmountOf(Provider provider, JournalEntry? entry) =>
        entry is { Lines.Count: > 0 } ? entry.Lines.Sum(line => provider.InWireUnits(line.FaceValue * line.Quantity)) : null;
}
