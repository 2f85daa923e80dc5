using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests.Faults;

/// <summary>One account on one twin: orders one after the other under a seeded mix of faults, each end noted, all of them judged at the end.</summary>
internal sealed class FaultLane
{
    private static readonly string[] Creates = ["campaign.create", "direct_links.create"];

    private readonly Stage _stage;
    private readonly ClockPump _pump;
    private readonly Random _random;
    private readonly int _seed;
    private readonly Dictionary<string, Order> _accepted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly List<OrderRequest> _open = [];
    private readonly List<string> _disagreements = [];

    private FaultLane(Stage stage, ClockPump pump, int seed) => (_stage, _pump, _random, _seed) = (stage, pump, new Random(seed), seed);

    public static async Task<FaultLaneReport> RunAsync(int seed, int orders)
    {
        await using var stage = await Stage.StartAsync(seed: seed);
        stage.Twin.Requests.KeepContent = false;
        stage.Twin.SetBalance("USD", long.MaxValue / 4);
        await using var pump = new ClockPump(stage.Clock);
        var lane = new FaultLane(stage, pump, seed);
        lane.ArmFaults();
        for (var i = 0; i < orders; i++)
        {
            await lane.PlaceAsync(lane.NextOrder(i));
        }

        return await lane.JudgeAsync(orders);
    }

    /// <summary>Everything of the fault script that a create or a look-up can meet.</summary>
    private void ArmFaults()
    {
        Add("*", FaultKind.RateLimited, 0.02m, fault => fault with { RetryAfter = TimeSpan.FromSeconds(1) });
        foreach (var create in Creates)
        {
            Add(create, FaultKind.RateLimited, 0.02m);
            Add(create, FaultKind.ServerErrorBeforeCommit, 0.04m);
            Add(create, FaultKind.ServerErrorAfterCommit, 0.04m);
            Add(create, FaultKind.ResetBeforeCommit, 0.03m);
            Add(create, FaultKind.ResetAfterCommit, 0.03m);
            Add(create, FaultKind.CloseBeforeCommit, 0.03m);
            Add(create, FaultKind.CloseAfterCommit, 0.03m);
            Add(create, FaultKind.TruncatedBody, 0.02m);
            Add(create, FaultKind.BrokenBody, 0.02m);
            Add(create, FaultKind.EmptyBody, 0.02m);
            Add(create, FaultKind.HtmlBody, 0.02m);
            Add(create, FaultKind.OtherSuccessStatus, 0.01m);
            Add(create, FaultKind.Redirect307, 0.01m);
            Add(create, FaultKind.ProductGone, 0.01m);
            Add(create, FaultKind.LateCommit, 0.03m, fault => fault with { Delay = TimeSpan.FromSeconds(20) });
            Add(create, FaultKind.SlowAnswer, 0.01m, fault => fault with { Delay = ConformanceClock.BeyondEveryDeadline });
        }

        Add("campaign.get", FaultKind.ServerErrorBeforeCommit, 0.10m);
        Add("campaign.get", FaultKind.ResetBeforeCommit, 0.05m);
        Add("campaign.get", FaultKind.TruncatedBody, 0.05m);
    }

    private void Add(string operation, FaultKind kind, decimal probability, Func<Fault, Fault>? change = null)
    {
        var fault = new Fault
        {
            Operation = operation,
            Kind = kind,
            Probability = probability,
        };
        _stage.Twin.Faults.Add(change?.Invoke(fault) ?? fault);
    }

    private OrderRequest NextOrder(int index)
    {
        var line = new OrderLine { ProductId = "northcafeus", FaceValue = Money.Of(_random.Next(3, 400), "USD") };
        var request = new OrderRequest
        {
            Reference = $"run-{_seed}-{index}",
            Lines = [line],
            Delivery = Delivery.Returned,
        };
        return _random.Next(3) switch
        {
            0 => request,
            1 => request with { Options = [new GiftbitOrderOptions { ShortLink = true, LandingPageMessage = "For you." }] },
            _ => request with
            {
                Lines = [line with { Recipient = new Recipient { Email = $"recipient-{index}@mail.example" } }],
                Delivery = Delivery.Email,
                Message = new OrderMessage { Subject = "Thank you", Body = "For you." },
            },
        };
    }

    /// <summary>Places an order, sometimes from three callers at once, and notes how it ended for them.</summary>
    private async Task PlaceAsync(OrderRequest request)
    {
        _pump.Step();
        var callers = _random.Next(10) == 0 ? 3 : 1;
        var ends = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => EndOfAsync(request)));
        foreach (var end in ends)
        {
            Note(request, end);
        }
    }

    private async Task<object> EndOfAsync(OrderRequest request)
    {
        try
        {
            return await _stage.Account.Orders.PlaceAsync(request);
        }
        catch (GiftCardException failure)
        {
            return failure;
        }
    }

    private void Note(OrderRequest request, object end)
    {
        var key = request.Reference.ProviderKey;
        switch (end)
        {
            case Order order when _accepted.TryGetValue(key, out var earlier) && earlier.Id != order.Id:
                _disagreements.Add($"{key} was returned as {earlier.Id} and as {order.Id}");
                break;
            case Order order:
                _accepted[key] = order;
                break;
            case GiftCardException { Outcome: GiftCardOutcome.NothingCreated }:
                _refused.Add(key);
                break;
            case GiftCardException { Outcome: GiftCardOutcome.MayExist }:
                _open.Add(request);
                break;
            default:
                _disagreements.Add($"{key} ended with {end}");
                break;
        }
    }

    /// <summary>All is well again; what stayed open is placed once more under the same reference, and then the ledger speaks.</summary>
    private async Task<FaultLaneReport> JudgeAsync(int orders)
    {
        var faults = _stage.Twin.Faults.History.Count;
        _stage.Twin.Faults.Clear();
        _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var request in _open.ToList())
        {
            _pump.Step();
            Note(request, await EndOfAsync(request));
        }

        foreach (var (key, order) in _accepted)
        {
            var sold = _stage.Twin.Ledger.SalesFor(key);
            if (sold.Count != 1 || sold[0].OrderId != order.Id)
            {
                _disagreements.Add(
                    $"{key} is {order.Id} for the SDK and [{string.Join(", ", sold.Select(sale => sale.OrderId))}] in the ledger"
                );
            }
        }

        var refused = _refused.Where(key => !_accepted.ContainsKey(key)).ToList();
        _disagreements.AddRange(
            refused
                .Where(key => _stage.Twin.Ledger.SalesFor(key).Count > 0)
                .Select(key => $"{key} was refused for the SDK and is in the ledger")
        );
        _disagreements.AddRange(
            _open
                .Select(request => request.Reference.ProviderKey)
                .Where(key => !_accepted.ContainsKey(key))
                .Select(key => $"{key} stayed open")
        );
        return new FaultLaneReport(
            _seed,
            orders,
            faults,
            _accepted.Count,
            refused.Count,
            _open.Count,
            _stage.Twin.Ledger.Duplicates,
            _disagreements
        );
    }
}

/// <summary>What came of a lane.</summary>
internal sealed record FaultLaneReport(
    int Seed,
    int Orders,
    int Faults,
    int Accepted,
    int Refused,
    int Unknown,
    int Duplicates,
    IReadOnlyList<string> Disagreements
)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"seed={Seed} orders={Orders} faults={Faults} accepted={Accepted} refused={Refused} unknown={Unknown} duplicates={Duplicates} disagreements={Disagreements.Count}"
        );
}
