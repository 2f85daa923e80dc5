namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>A fault may be aimed at one order or product, whichever operation is asked about it.</summary>
public sealed class FaultKeyTests
{
    [Theory]
    [InlineData("order.search", """{"RefID":"victim"}""")]
    [InlineData("order.search", """{"OrderUID":"victim"}""")]
    [InlineData("order.cancel", """{"OrderUID":"victim"}""")]
    [InlineData("order.resend", """{"OrderUID":"victim"}""")]
    [InlineData("pdf.get", """{"OrderUID":"victim"}""")]
    [InlineData("stock.get", """{"ProductToken":"victim"}""")]
    public async Task It_strikes_the_call_that_names_its_key_and_no_other(string operation, string body)
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

        (await SendAsync(caller, operation, body)).Code().ShouldBe(500);
        (await SendAsync(caller, operation, body.Replace("victim", "another", StringComparison.Ordinal))).Code().ShouldNotBe(500);
    }

    [Fact]
    public async Task A_product_that_is_gone_has_no_stock_either()
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

        (await SendAsync(caller, "stock.get", """{"ProductToken":"pt-nord-kaffe-se"}""")).Code().ShouldBe(404);
        (await SendAsync(caller, "stock.get", """{"ProductToken":"pt-nord-kaffe-dk"}""")).Code().ShouldBe(200);
    }

    private static Task<Answer> SendAsync(HuurayCaller caller, string operation, string body) =>
        operation switch
        {
            "order.search" => caller.SearchAsync(body),
            "order.cancel" => caller.CancelAsync(body),
            "order.resend" => caller.PostAsync("Resend", body),
            "pdf.get" => caller.PostAsync("Pdf", body),
            _ => caller.PostAsync("Stock", body),
        };
}
