using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersFaultTests
{
    [Fact]
    public async Task Every_fault_can_strike_an_order_and_leaves_the_ledger_as_it_says()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var kinds = Enum.GetValues<FaultKind>();
        FaultKind[] withoutSale =
        [
            FaultKind.RateLimited,
            FaultKind.ServerErrorBeforeCommit,
            FaultKind.ResetBeforeCommit,
            FaultKind.CloseBeforeCommit,
            FaultKind.LateCommit,
            FaultKind.Redirect307,
            FaultKind.Unauthorized,
            FaultKind.ProductGone,
            FaultKind.BalanceEmpty,
        ];

        foreach (var kind in kinds)
        {
            bench.Twin.Faults.Add(
                new Fault
                {
                    Operation = "orders.create",
                    Kind = kind,
                    Key = $"PO-{kind}",
                    Occurrence = 1,
                    Delay = TimeSpan.Zero,
                }
            );
            await TryAsync(() => bench.LinksAsync($"PO-{kind}"));
        }

        bench.Twin.Faults.History.Select(fault => fault.Kind).ShouldBe(kinds);
        foreach (var kind in kinds.Except(withoutSale))
        {
            bench.Twin.Ledger.SalesFor($"PO-{kind}").Count.ShouldBe(1, kind.ToString());
        }

        foreach (var kind in withoutSale.Except([FaultKind.LateCommit]))
        {
            bench.Twin.Ledger.SalesFor($"PO-{kind}").Count.ShouldBe(0, kind.ToString());
        }
    }

    [Fact]
    public async Task The_providers_own_errors_are_its_own_bodies()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var throttled = await StruckAsync(new Fault { Kind = FaultKind.RateLimited, RetryAfter = TimeSpan.FromSeconds(7) });
        var stranger = await StruckAsync(new Fault { Kind = FaultKind.Unauthorized });
        var gone = await StruckAsync(new Fault { Kind = FaultKind.ProductGone });
        var empty = await StruckAsync(new Fault { Kind = FaultKind.BalanceEmpty });

        (throttled.Status, throttled.RetryAfter).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)));
        stranger.Status.ShouldBe(HttpStatusCode.Unauthorized);
        gone.Wrong.ShouldBe(["LineItems[0].ProductId"]);
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var answer in new[] { throttled, stranger, gone, empty })
        {
            answer.Text("Message").ShouldNotBeNullOrEmpty();
        }

        bench.Twin.Ledger.Count.ShouldBe(0);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Created);

        async Task<GiftCardPartnersAnswer> StruckAsync(Fault fault)
        {
            bench.Twin.Faults.Add(fault with { Occurrence = 1 });
            return await bench.LinksAsync("PO-1");
        }
    }

    [Fact]
    public async Task A_504_after_the_commit_is_cleared_up_by_the_same_number()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.ServerErrorAfterCommit,
                Status = 504,
                Occurrence = 1,
            }
        );

        var lost = await bench.LinksAsync("PO-1");
        var repeat = await bench.LinksAsync("PO-1");
        var original = await bench.GetAsync("/v1/Orders/" + repeat["PreviousOrderIds"][0].GetString());

        (lost.Status, lost.MediaType).ShouldBe((HttpStatusCode.GatewayTimeout, "text/html"));
        original.Text("PONumber").ShouldBe("PO-1");
        (bench.Twin.Ledger.Count, bench.Twin.Ledger.Duplicates).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_504_before_the_commit_leaves_the_number_free()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Status = 504,
                Occurrence = 1,
            }
        );

        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_late_commit_happens_after_the_list_has_said_there_is_nothing()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Twin.Faults.Add(
            new Fault
            {
                Operation = "orders.create",
                Kind = FaultKind.LateCommit,
                Occurrence = 1,
                Delay = TimeSpan.FromSeconds(3),
            }
        );

        await Should.ThrowAsync<HttpRequestException>(() => bench.LinksAsync("PO-1"));
        (await bench.GetAsync("/v1/Orders"))["TotalCount"].GetInt32().ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        (await bench.GetAsync("/v1/Orders"))["TotalCount"].GetInt32().ShouldBe(1);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Conflict);
        bench.Twin.Ledger.Duplicates.ShouldBe(0);
    }

    [Fact]
    public async Task Equal_calls_under_an_equal_seed_repeat_exactly()
    {
        await using var one = await GiftCardPartnersBench.StartAsync();
        await using var two = await GiftCardPartnersBench.StartAsync();
        two.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.SlowAnswer,
                Probability = 0.5m,
                Delay = TimeSpan.Zero,
            }
        );

        (await one.LinksAsync("PO-1", quantity: 3)).Content.ShouldBe((await two.LinksAsync("PO-1", quantity: 3)).Content);
    }

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            // Losing the answer is the point of half of the faults.
        }
    }
}
