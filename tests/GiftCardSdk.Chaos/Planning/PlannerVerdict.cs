using System.Globalization;
using GiftCardSdk.Chaos.World;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Planning;

/// <summary>The sales of all twins beside what the callers were told.</summary>
internal sealed record PlannerVerdict
{
    public required int Orders { get; init; }

    public required int Faults { get; init; }

    /// <summary>How often an account was left.</summary>
    public required int Moved { get; init; }

    /// <summary>Sales by provider.</summary>
    public required IReadOnlyDictionary<string, int> Sold { get; init; }

    /// <summary>References that more than one card was sold for, over all twins.</summary>
    public required IReadOnlyList<string> Duplicates { get; init; }

    /// <summary>References that were sold, or said to be, and of which the last caller was told otherwise.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    public bool IsGood => Duplicates.Count + Lost.Count == 0;

    public string LastLine =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"planner: providers={Sold.Count(sold => sold.Value > 0)} orders={Orders} faults={Faults} moved={Moved} sold={Sold.Values.Sum()} duplicates={Duplicates.Count} lost={Lost.Count}"
        );

    public static PlannerVerdict Of(ChaosOptions options, TwinWorld world, PlannerBuyer buyer, int moved)
    {
        var sales = world
            .Sandbox.Twins.SelectMany(twin => twin.Ledger.Sales)
            .Where(sale => sale.ClientKey is not null)
            .ToLookup(sale => sale.ClientKey!, StringComparer.Ordinal);
        var numbers = Enumerable.Range(0, options.Orders).ToList();
        IReadOnlyList<SandboxSale> SalesOf(int number) => [.. sales[buyer.ReferenceOf(number).ProviderKey]];
        return new()
        {
            Orders = options.Orders,
            Faults = world.Sandbox.Twins.Sum(twin => twin.Faults.History.Count),
            Moved = moved,
            Sold = world.Sandbox.Twins.ToDictionary(
                twin => twin.Name,
                twin => numbers.Sum(number => SalesOf(number).Count(sale => sale.Provider == twin.Name)),
                StringComparer.Ordinal
            ),
            Duplicates =
            [
                .. numbers
                    .Where(number => SalesOf(number).Sum(sale => sale.Cards) > 1)
                    .Select(number => Tell(buyer, number, SalesOf(number))),
            ],
            Lost =
            [
                .. numbers.Where(number => IsLost(buyer, number, SalesOf(number))).Select(number => Tell(buyer, number, SalesOf(number))),
            ],
        };
    }

    public IEnumerable<string> Lines() =>
        Sold.Select(sold => string.Create(CultureInfo.InvariantCulture, $"{sold.Key}: {sold.Value:N0} sold"))
            .Concat(Duplicates.Select(reference => $"DUPLICATE {reference}"))
            .Concat(Lost.Select(reference => $"LOST {reference}"));

    /// <summary>What was sold must be what the last caller got, where it was sold; and nobody may ever have been told of another one, or that a sold one is nothing.</summary>
    private static bool IsLost(PlannerBuyer buyer, int number, IReadOnlyList<SandboxSale> sales)
    {
        var end = buyer.EndOf(number);
        var told = buyer
            .ToldOf(number)
            .Append(end)
            .Where(answer => answer.OrderId is not null)
            .Select(answer => answer.OrderId)
            .Distinct(StringComparer.Ordinal);
        return sales switch
        {
            [] => end.OrderId is not null || told.Any(),
            [var sale] => (end.OrderId is null && end.Outcome != GiftCardOutcome.MayExist) || told.Any(id => !IsThat(sale, id!)),
            _ => false,
        };
    }

    /// <summary>An order may have several names at its provider, and an id of ours may hold more than one of them.</summary>
    private static bool IsThat(SandboxSale sale, string id) =>
        id == sale.OrderId || id.Contains(sale.OrderId, StringComparison.Ordinal) || id == sale.ClientKey;

    private static string Tell(PlannerBuyer buyer, int number, IReadOnlyList<SandboxSale> sales) =>
        $"{buyer.ReferenceOf(number)}: sold {string.Join(", ", sales.Select(sale => $"{sale.Provider}/{sale.OrderId}"))}; told {buyer.EndOf(number)}; before {string.Join(", ", buyer.ToldOf(number))}";
}
