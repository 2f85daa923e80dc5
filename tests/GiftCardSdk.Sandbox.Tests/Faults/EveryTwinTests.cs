namespace GiftCardSdk.Sandbox.Tests.Faults;

/// <summary>The fault script is one for all twins; what is sold under a fault, and the provider's own statuses, are looked at for each.</summary>
public sealed class EveryTwinTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    /// <summary>What each provider answers where it is asked to be out of the product, and out of money; and to a good order.</summary>
    private static readonly Dictionary<string, (int Gone, int Empty, int Sold)> Statuses = new(StringComparer.Ordinal)
    {
        // Accepts what cannot be paid for yet: the order waits for money.
        ["giftbit"] = (422, 200, 200),
        ["giftronaut"] = (404, 402, 201),
        ["giftcardpartners"] = (400, 422, 201),
        ["gifq"] = (422, 422, 201),
        ["huuray"] = (404, 422, 201),
    };

    public static TheoryData<string> Providers => [.. Till.Providers];

    public static MatrixTheoryData<string, FaultKind> Faults =>
        new(Till.Providers, FaultScript.RequestKinds.Except([FaultKind.SlowAnswer, FaultKind.SlowCommit, FaultKind.LateCommit]));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_has_sold_or_not_and_is_answered_in_the_providers_own_status(string provider, FaultKind kind)
    {
        await using var till = await Till.OpenAsync(provider);
        till.Twin.Faults.Add(
            new Fault
            {
                Operation = till.Operation,
                Kind = kind,
                Key = "f-1",
                Times = 1,
            }
        );

        var status = await till.OrderAsync("f-1");

        status.ShouldBe(StatusOf(provider, kind));
        till.Twin.Ledger.SalesFor("f-1").Count.ShouldBe(HasSold(provider, kind) ? 1 : 0);
        till.Twin.Faults.History.ShouldHaveSingleItem().Key.ShouldBe("f-1");
        till.Twin.Requests.For(till.Operation).ShouldHaveSingleItem().Key.ShouldBe("f-1");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_repeat_of_an_order_whose_answer_was_lost_sells_again_at_huuray_alone(string provider)
    {
        await using var till = await Till.OpenAsync(provider);
        till.Twin.Faults.Add(
            new Fault
            {
                Operation = till.Operation,
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

        await till.OrderAsync("f-1");
        await till.OrderAsync("f-1");

        till.Twin.Ledger.Duplicates.ShouldBe(provider == "huuray" ? 1 : 0);
        till.Twin.Ledger.Count.ShouldBe(1 + till.Twin.Ledger.Duplicates);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_late_commit_sells_when_its_time_has_come(string provider)
    {
        await using var till = await Till.OpenAsync(provider);
        till.Twin.Faults.Add(
            new Fault
            {
                Operation = till.Operation,
                Kind = FaultKind.LateCommit,
                Delay = Delay,
                Times = 1,
            }
        );
        var due = till.Clock.GetUtcNow() + Delay;

        (await till.OrderAsync("late-1")).ShouldBeNull();
        till.Twin.Ledger.Count.ShouldBe(0);
        till.Clock.Advance(Delay);

        till.Twin.Ledger.SalesFor("late-1").ShouldHaveSingleItem().SoldAt.ShouldBe(due);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_operation_can_be_struck_by_its_name(string provider)
    {
        await using var till = await Till.OpenAsync(provider);

        till.Twin.Operations.ShouldBeUnique(StringComparer.Ordinal);
        foreach (var operation in till.Twin.Operations)
        {
            till.Twin.Faults.Add(new Fault { Operation = operation, Kind = FaultKind.RateLimited });
        }

        (await till.OrderAsync("f-1")).ShouldBe(429);
        till.Twin.Faults.Active.Count.ShouldBe(till.Twin.Operations.Count);
    }

    private static bool HasSold(string provider, FaultKind kind) =>
        (provider == "giftbit" && kind == FaultKind.BalanceEmpty)
        || kind
            is FaultKind.ServerErrorAfterCommit
                or FaultKind.ResetAfterCommit
                or FaultKind.CloseAfterCommit
                or FaultKind.TruncatedBody
                or FaultKind.BrokenBody
                or FaultKind.EmptyBody
                or FaultKind.HtmlBody
                or FaultKind.OtherSuccessStatus;

    private static int? StatusOf(string provider, FaultKind kind) =>
        kind switch
        {
            FaultKind.RateLimited => 429,
            FaultKind.Unauthorized => 401,
            FaultKind.Redirect307 => 307,
            FaultKind.ServerErrorBeforeCommit or FaultKind.ServerErrorAfterCommit => 500,
            FaultKind.ProductGone => Statuses[provider].Gone,
            FaultKind.BalanceEmpty => Statuses[provider].Empty,
            FaultKind.BrokenBody or FaultKind.EmptyBody => Statuses[provider].Sold,
            FaultKind.HtmlBody => 200,
            FaultKind.OtherSuccessStatus => 202,
            _ => null,
        };
}
