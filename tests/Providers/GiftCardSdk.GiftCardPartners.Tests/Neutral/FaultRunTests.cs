using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>
/// Thousands of orders over a wire on which everything goes wrong: the twin's ledger shows no duplicate, and what the SDK says of each order is
/// what the ledger says.
/// </summary>
public sealed class FaultRunTests
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

    [Theory]
    [InlineData(20310506)]
    public async Task Whatever_goes_wrong_no_order_is_bought_twice_and_none_is_lost(int seed)
    {
        var ends = await Task.WhenAll(Enumerable.Range(0, Runs).Select(run => RunAsync(seed + run)));

        var all = ends.SelectMany(end => end).ToList();
        all.Count.ShouldBe(Orders);
        // Each kind of end really came about, so that the run has tried what it is for.
        all.Count(end => end == End.Accepted).ShouldBeGreaterThan(Orders / 2);
        all.Count(end => end == End.Refused).ShouldBeGreaterThan(10);
    }

    /// <summary>One application and one twin on a clock of their own, so that the waits of one run are no timeouts of another.</summary>
    private static async Task<List<End>> RunAsync(int seed)
    {
        var random = new Random(seed);
        await using var stage = await Stage.StartAsync(twin => twin.AsyncThreshold = 2, account => account.WireAssumptions.OrderListPageLimit = 3);
        stage.Twin.Requests.KeepContent = false;
        AddFaults(stage);
        var ends = new List<End>();
        for (var number = 0; number < Orders / Runs; number++)
        {
            var request = RequestOf(random, $"run-{seed}-{number}");
            ends.Add(await PlaceAsync(stage, request));
            stage.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        stage.Clock.Advance(TimeSpan.FromHours(1));
        (stage.Twin.Ledger.Duplicates, stage.Twin.Ledger.Count).ShouldBe((0, ends.Count(end => end == End.Accepted)));
        return ends;
    }

    private static void AddFaults(Stage stage)
    {
        foreach (var kind in Kinds)
        {
            Add("orders.create", kind, 0.025m);
        }

        foreach (var operation in new[] { "orders.get", "orders.list", "products.get", "tokens.create" })
        {
            foreach (var kind in new[] { FaultKind.ServerErrorBeforeCommit, FaultKind.CloseBeforeCommit, FaultKind.HtmlBody, FaultKind.RateLimited })
            {
                Add(operation, kind, 0.02m);
            }
        }

        void Add(string operation, FaultKind kind, decimal probability) =>
            stage.Twin.Faults.Add(
                new()
                {
                    Operation = operation,
                    Kind = kind,
                    Probability = probability,
                    Delay = TimeSpan.FromSeconds(4),
                    Status = kind is FaultKind.ServerErrorBeforeCommit or FaultKind.ServerErrorAfterCommit ? 504 : null,
                }
            );
    }

    /// <summary>Places an order as a careful caller does: again under the same reference while its end is unknown or may pass.</summary>
    private static async Task<End> PlaceAsync(Stage stage, OrderRequest request)
    {
        var key = request.Reference.ProviderKey;
        for (var tries = 0; tries < 40; tries++)
        {
            try
            {
                var order = await stage.Account.Orders.PlaceAsync(request);
                var sale = stage.Twin.Ledger.SalesFor(key).ShouldHaveSingleItem(key);
                (sale.OrderId, sale.Cards).ShouldBe((order.Id, request.Lines.Sum(line => line.Quantity)), key);
                return End.Accepted;
            }
            catch (GiftCardException failure) when (failure.Outcome == GiftCardOutcome.NothingCreated)
            {
                stage.Twin.Ledger.SalesFor(key).ShouldBeEmpty($"{key}: {failure.Message}");
                if (!failure.IsTransient && failure.Code is GiftCardErrorCode.ProductUnavailable or GiftCardErrorCode.InsufficientFunds)
                {
                    return End.Refused;
                }
            }
            catch (GiftCardException)
            {
                // Unknown, or bought and not readable now: the same reference again, later.
            }

            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        throw new InvalidOperationException($"{key} had no end after 40 tries.");
    }

    private static OrderRequest RequestOf(Random random, string reference) =>
        random.Next(4) switch
        {
            0 => Requests.Email(reference),
            1 => Requests.Post(reference),
            2 => Requests.Links(reference, Requests.Line("PRODUCTA", random.Next(5, 500)), Requests.Line()),
            _ => Requests.Links(reference, quantity: random.Next(1, 5)),
        };

    private enum End
    {
        Accepted,
        Refused,
    }
}
