using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>
/// Thousands of orders over a wire on which everything goes wrong: the twin's ledger shows no duplicate, and what the SDK says of each order is
/// what the ledger says.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    private const int Orders = 5200;
    private const int Runs = 4;

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.RateLimited,
        FaultKind.ServerErrorBeforeCommit,
        FaultKind.ServerErrorAfterCommit,
        FaultKind.ResetBeforeCommit,
        FaultKind.ResetAfterCommit,
        FaultKind.CloseBeforeCommit,
        FaultKind.CloseAfterCommit,
        FaultKind.SlowAnswer,
        FaultKind.LateCommit,
        FaultKind.TruncatedBody,
        FaultKind.BrokenBody,
        FaultKind.EmptyBody,
        FaultKind.HtmlBody,
        FaultKind.OtherSuccessStatus,
        FaultKind.Redirect307,
        FaultKind.Unauthorized,
        FaultKind.ProductGone,
        FaultKind.BalanceEmpty,
    ];

    private static readonly FaultKind[] FaultsOfReads =
    [
        FaultKind.ServerErrorBeforeCommit,
        FaultKind.CloseBeforeCommit,
        FaultKind.HtmlBody,
        FaultKind.RateLimited,
    ];

    [Fact]
    public async Task Whatever_goes_wrong_no_order_is_bought_twice_and_none_is_lost()
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, Runs).Select(seed => Task.Run(() => RunAsync(seed))));

        foreach (var run in runs)
        {
            output.WriteLine($"{run}");
        }

        runs.Sum(run => run.Duplicates).ShouldBe(0);
        runs.ShouldAllBe(run => run.Sold == run.Accepted, "every sale is an order that the SDK knows, and the other way round");
        runs.Sum(run => run.Accepted + run.Refused).ShouldBe(Orders);
        // A run in which little went wrong would prove little.
        runs.Sum(run => run.Faults).ShouldBeGreaterThan(2_000);
        runs.Sum(run => run.Unknown).ShouldBeGreaterThan(0);
        runs.Sum(run => run.Refused).ShouldBeGreaterThan(50);
    }

    /// <summary>One application and one twin on a clock of their own, so that the waits of one run are no timeouts of another.</summary>
    private static async Task<Report> RunAsync(int seed)
    {
        var random = new Random(seed);
        await using var stage = await Stage.StartAsync(
            twin => twin.AsyncThreshold = 2,
            account => account.WireAssumptions.OrderListPageLimit = 3,
            seed
        );
        stage.Twin.Requests.KeepContent = false;
        AddFaults(stage);
        var report = new Report(seed);
        for (var number = 0; number < Orders / Runs; number++)
        {
            var request = RequestOf(random, $"run-{seed}-{number}");
            var callers = random.Next(10) == 0 ? 3 : 1;
            report = await PlaceAsync(stage, request, callers, report);
            stage.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        // What was to be committed late is committed by now.
        stage.Clock.Advance(TimeSpan.FromHours(1));
        return report with
        {
            Sold = stage.Twin.Ledger.Count,
            Duplicates = stage.Twin.Ledger.Duplicates,
            Faults = stage.Twin.Faults.History.Count,
        };
    }

    private static void AddFaults(Stage stage)
    {
        stage.Twin.Faults.AddTo(["orders.create"], [.. Kinds.Select(kind => Likely(kind, 0.025m))]);
        stage.Twin.Faults.AddTo(
            ["orders.get", "orders.list", "products.get", "tokens.create"],
            [.. FaultsOfReads.Select(kind => Likely(kind, 0.02m))]
        );
    }

    private static Fault Likely(FaultKind kind, decimal probability) =>
        new()
        {
            Kind = kind,
            Probability = probability,
            Delay = TimeSpan.FromSeconds(4),
            Status = kind is FaultKind.ServerErrorBeforeCommit or FaultKind.ServerErrorAfterCommit ? 504 : null,
        };

    /// <summary>Places an order as a careful caller does: again under the same reference while its end is unknown or may pass.</summary>
    private static async Task<Report> PlaceAsync(Stage stage, OrderRequest request, int callers, Report report)
    {
        var key = request.Reference.ProviderKey;
        for (var tries = 0; tries < 40; tries++)
        {
            var ends = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => EndOfAsync(stage, request)));
            var sales = stage.Twin.Ledger.SalesFor(key);
            if (ends.OfType<Order>().ToList() is [{ Id: var id }, ..] orders)
            {
                orders.ShouldAllBe(order => order.Id == id, key);
                sales.ShouldHaveSingleItem(key).OrderId.ShouldBe(id, key);
                return report with { Accepted = report.Accepted + 1 };
            }

            var failures = ends.Cast<GiftCardException>().ToList();
            if (failures.Any(failure => failure.Outcome == GiftCardOutcome.NothingCreated))
            {
                sales.ShouldBeEmpty($"{key}: {failures[0].Message}");
            }

            if (failures.Any(IsDefinite))
            {
                return report with { Refused = report.Refused + 1 };
            }

            report = report with { Unknown = report.Unknown + 1 };
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        throw new InvalidOperationException($"{key} had no end after 40 tries.");
    }

    private static bool IsDefinite(GiftCardException failure) =>
        failure
            is { Outcome: GiftCardOutcome.NothingCreated, IsTransient: false }
                and { Code: GiftCardErrorCode.ProductUnavailable or GiftCardErrorCode.InsufficientFunds };

    private static async Task<object> EndOfAsync(Stage stage, OrderRequest request)
    {
        try
        {
            return await stage.Account.Orders.PlaceAsync(request);
        }
        catch (GiftCardException failure)
        {
            return failure;
        }
    }

    private static OrderRequest RequestOf(Random random, string reference) =>
        random.Next(4) switch
        {
            0 => Requests.Email(reference),
            1 => Requests.Post(reference),
            2 => Requests.Links(reference, Requests.Line("PRODUCTA", random.Next(5, 500)), Requests.Line()),
            _ => Requests.Links(reference, quantity: random.Next(1, 5)),
        };

    /// <summary>What came of a run.</summary>
    /// <param name="Seed">The seed of its faults and orders.</param>
    private sealed record Report(int Seed)
    {
        public int Accepted { get; init; }

        public int Refused { get; init; }

        /// <summary>Calls that ended without an answer, after which the same reference was placed again.</summary>
        public int Unknown { get; init; }

        public int Sold { get; init; }

        public int Duplicates { get; init; }

        public int Faults { get; init; }
    }
}
