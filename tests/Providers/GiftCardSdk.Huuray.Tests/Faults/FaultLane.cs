using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>
/// One account on one twin with a clock of their own, so that one caller's waits are no other's time-outs: orders one after the other under a
/// seeded mix of faults, each placed until its end is known, all of them judged at the end.
/// </summary>
internal sealed class FaultLane(int seed, Action<HuurayTwinOptions> twin)
{
    private const int Orders = 1_300;

    /// <summary>A quiet time is twenty calls, and a send that was lost may well be followed by two more.</summary>
    private const int MostCalls = 200;

    private static readonly decimal[] Values = [100, 250, 500];

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string?> _ends = new(StringComparer.Ordinal);
    private readonly List<string> _disagreements = [];
    private int _unknown;
    private int _parked;

    /// <summary>Each reading of what Huuray leaves open that a search can still tell within the quiet time.</summary>
    public static IReadOnlyList<FaultLane> All =>
        [
            new(1, _ => { }),
            new(2, options => (options.SearchDelay, options.ManyMatches) = (TimeSpan.FromMinutes(4), HuurayManyMatches.Oldest)),
            new(3, options => (options.ReturnCode, options.MissingVouchers) = (false, HuurayMissingVouchers.EmptyArray)),
            new(4, options => (options.AsyncEnd, options.CompletionDelay) = (HuurayAsyncEnd.OneMissing, TimeSpan.FromMinutes(3))),
        ];

    public async Task<FaultLaneReport> RunAsync()
    {
        await using var stage = await Stage.StartAsync(twin, seed: seed);
        stage.Twin.Requests.KeepContent = false;
        stage.Twin.SetBalance("SEK", long.MaxValue / 4);
        ArmFaults(stage.Twin.Faults);
        await using var pump = new ClockPump(stage.Clock);
        for (var index = 0; index < Orders; index++)
        {
            var request = NextOrder(index);
            _ends[request.Reference.ProviderKey] = await PlaceUntilResolvedAsync(stage.Account, pump, request);
        }

        return Judge(stage);
    }

    /// <summary>Everything of the fault script that a create or a search can meet.</summary>
    private static void ArmFaults(FaultScript faults)
    {
        // Longer than a client waits; and together with what a search hides, shorter than the quiet time.
        var delay = TimeSpan.FromMinutes(2);
        faults.AddTo(
            ["order.create"],
            [
                .. FaultArming.OfCalls.Select(kind => new Fault
                {
                    Kind = kind,
                    Probability = 0.015m,
                    Delay = delay,
                }),
            ]
        );
        FaultKind[] ofReads =
        [
            FaultKind.ServerErrorBeforeCommit,
            FaultKind.CloseBeforeCommit,
            FaultKind.BrokenBody,
            FaultKind.EmptyBody,
            FaultKind.HtmlBody,
            FaultKind.RateLimited,
        ];
        faults.AddTo(["order.search", "template.list"], [.. ofReads.Select(kind => new Fault { Kind = kind, Probability = 0.02m })]);
    }

    private OrderRequest NextOrder(int index)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"run-{seed}-{index}");
        var value = Money.Of(Values[_random.Next(Values.Length)], "SEK");
        var request =
            _random.Next(3) == 0
                ? Requests.Email(reference, $"one-{index}@fjord.example", $"two-{index}@fjord.example")
                : Requests.Returned(reference, quantity: _random.Next(1, 4));
        return request with { Lines = [.. request.Lines.Select(line => line with { FaceValue = value })] };
    }

    /// <summary>Places an order until its end is known, sometimes from three callers at once; null if it was refused.</summary>
    private async Task<string?> PlaceUntilResolvedAsync(IGiftCardAccount account, ClockPump pump, OrderRequest request)
    {
        for (var calls = 0; calls < MostCalls; calls++)
        {
            pump.Step();
            var callers = _random.Next(10) == 0 ? 3 : 1;
            var ends = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => PlaceAsync(account, request)));
            string[] bought = [.. ends.Select(end => end.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (bought.Length > 1)
            {
                _disagreements.Add($"{request.Reference} was returned as {string.Join(" and as ", bought)}");
            }

            // Who comes late to a refusal places the order again, and may well have it taken.
            if (bought.Length > 0 || ends.All(end => end.IsKnown))
            {
                return bought.FirstOrDefault();
            }

            // A person decides; that nothing was sold is what the ledger is asked for.
            if (ends.Any(end => end.IsParked))
            {
                _parked++;
                return null;
            }

            _unknown += calls == 0 ? 1 : 0;
        }

        _disagreements.Add($"{request.Reference} stayed unknown");
        return null;
    }

    private static async Task<(string? Id, bool IsKnown, bool IsParked)> PlaceAsync(IGiftCardAccount account, OrderRequest request)
    {
        try
        {
            return ((await account.Orders.PlaceAsync(request)).Id, true, false);
        }
        catch (GiftCardException failure) when (failure.Outcome == GiftCardOutcome.NothingCreated)
        {
            return (null, true, false);
        }
        catch (GiftCardException failure) when (failure.Outcome == GiftCardOutcome.MayExist)
        {
            return (null, false, failure is OrderOutcomeUnknownException && !failure.IsTransient);
        }
    }

    private FaultLaneReport Judge(Stage stage)
    {
        var faults = stage.Twin.Faults.History.Count;
        stage.Twin.Faults.Clear();
        stage.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var (reference, end) in _ends)
        {
            var sold = stage.Twin.Ledger.SalesFor(reference).Select(sale => sale.OrderId).ToArray();
            if (!sold.SequenceEqual(end is null ? [] : [end]))
            {
                _disagreements.Add($"{reference} is {end ?? "refused"} for the SDK and [{string.Join(", ", sold)}] in the ledger");
            }
        }

        return new(
            seed,
            _ends.Count,
            faults,
            _ends.Values.Count(end => end is null) - _parked,
            _unknown,
            _parked,
            stage.Twin.Requests.Count("order.create") - _ends.Count,
            stage.Twin.Ledger.Duplicates,
            _disagreements
        );
    }
}

/// <summary>What came of a lane.</summary>
internal sealed record FaultLaneReport(
    int Seed,
    int Orders,
    int Faults,
    int Refused,
    int Unknown,
    int Parked,
    int SentAnew,
    int Duplicates,
    IReadOnlyList<string> Disagreements
)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"seed={Seed} orders={Orders} faults={Faults} refused={Refused} unknown={Unknown} parked={Parked} sent anew={SentAnew} duplicates={Duplicates} disagreements={Disagreements.Count}"
        );
}
