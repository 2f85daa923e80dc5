using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>The common faults, as they look at this provider.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.RateLimited, 429, 0)]
    [InlineData(FaultKind.Unauthorized, 401, 0)]
    [InlineData(FaultKind.ServerErrorBeforeCommit, 500, 0)]
    [InlineData(FaultKind.ServerErrorAfterCommit, 500, 1)]
    [InlineData(FaultKind.Redirect307, 307, 0)]
    [InlineData(FaultKind.ProductGone, 404, 0)]
    [InlineData(FaultKind.BalanceEmpty, 422, 0)]
    [InlineData(FaultKind.EmptyBody, 201, 1)]
    [InlineData(FaultKind.BrokenBody, 201, 1)]
    [InlineData(FaultKind.HtmlBody, 200, 1)]
    [InlineData(FaultKind.OtherSuccessStatus, 202, 1)]
    public async Task A_fault_with_an_answer_sells_or_does_not(FaultKind kind, int status, int sales)
    {
        await using var caller = await StartAsync(kind);

        var answer = await caller.OrderAsync("fault");

        answer.Code().ShouldBe(status);
        caller.Twin.Ledger.Count.ShouldBe(sales);
        (await caller.SearchAsync("""{"RefID":"fault"}""")).Code().ShouldBe(sales == 1 ? 200 : 404);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeCommit, 0)]
    [InlineData(FaultKind.ResetAfterCommit, 1)]
    [InlineData(FaultKind.CloseBeforeCommit, 0)]
    [InlineData(FaultKind.CloseAfterCommit, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    public async Task A_lost_answer_has_sold_or_has_not(FaultKind kind, int sales)
    {
        await using var caller = await StartAsync(kind);

        await Should.ThrowAsync<HttpRequestException>(() => caller.OrderAsync("lost"));

        caller.Twin.Ledger.SalesFor("lost").Count.ShouldBe(sales);
        caller.Twin.Requests.For("order.create").ShouldHaveSingleItem().Key.ShouldBe("lost");
    }

    [Fact]
    public async Task A_slow_order_is_sold_although_the_client_has_given_up()
    {
        await using var caller = await StartAsync(FaultKind.SlowAnswer);

        var slow = caller.OrderAsync("slow");
        await caller.Clock.WaitForTimersAsync(1);
        var found = await caller.SearchAsync("""{"RefID":"slow"}""");
        caller.Clock.Advance(TimeSpan.FromSeconds(40));

        found.Code().ShouldBe(200);
        (await slow).Uid().ShouldBe(found.Uid());
    }

    [Theory]
    [InlineData(FaultKind.RateLimited)]
    [InlineData(FaultKind.Unauthorized)]
    [InlineData(FaultKind.ProductGone)]
    [InlineData(FaultKind.BalanceEmpty)]
    public async Task The_providers_own_refusals_carry_its_envelope(FaultKind kind)
    {
        await using var caller = await StartAsync(kind, TimeSpan.FromSeconds(7));
        using var envelope = JsonDocument.Parse("""{"Status":422,"Message":"Refused","StatusMessage":"No"}""");

        var answer = await caller.OrderAsync("refused");

        Shapes.Differences(envelope.RootElement, answer.Json).ShouldBeEmpty();
        answer.Json.GetProperty("Status").GetInt32().ShouldBe(answer.Code());
        answer.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_vanished_product_is_not_found_in_stock_either()
    {
        await using var caller = await HuurayCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "stock.get",
                Kind = FaultKind.ProductGone,
                Key = "pt-nord-kaffe-se",
            }
        );

        (await caller.PostAsync("Stock", """{"ProductToken":"pt-nord-kaffe-se"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.PostAsync("Stock", """{"ProductToken":"pt-nord-kaffe-dk"}""")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("order.search", "RefID")]
    [InlineData("order.cancel", "OrderUID")]
    public async Task A_fault_may_wait_for_the_key_of_any_operation(string operation, string member)
    {
        await using var caller = await HuurayCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = operation,
                Kind = FaultKind.ServerErrorBeforeCommit,
                Key = "victim",
            }
        );
        var body = $$"""{"{{member}}":"victim"}""";

        var answer = operation == "order.cancel" ? await caller.CancelAsync(body) : await caller.SearchAsync(body);

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    private static async Task<HuurayCaller> StartAsync(FaultKind kind, TimeSpan? retryAfter = null)
    {
        var caller = await HuurayCaller.StartAsync();
        caller.Twin.Faults.Add(
            new Fault
            {
                Operation = "order.create",
                Kind = kind,
                Times = 1,
                RetryAfter = retryAfter,
                Delay = TimeSpan.FromSeconds(40),
            }
        );
        return caller;
    }
}
