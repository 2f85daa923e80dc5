using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Which status stands for what is not documented, so stock and balances are asked what a refusal means.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(422)]
    [InlineData(403)]
    public async Task An_empty_balance_is_insufficient_funds_whatever_the_status(int status)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.InsufficientFundsStatus, twin.AutomaticExchange) = (status, false));
        stage.Twin.SetBalance("SEK", 24_000);
        stage.Twin.SetBalance("EUR", 0);

        var failure = await RefuseAsync(stage, Requests.Returned("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        failure.Message.ShouldContain("The balance in SEK is 240.00 SEK now, less than the cards' face value of 250.00 SEK.");
        failure.HttpStatus.ShouldBe(status);
    }

    [Fact]
    public async Task With_money_in_a_master_currency_nothing_is_concluded()
    {
        await using var stage = await Stage.StartAsync(twin => twin.AutomaticExchange = false);
        stage.Twin.SetBalance("SEK", 0);

        (await RefuseAsync(stage, Requests.Returned("o-1"))).Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
    }

    [Fact]
    public async Task Where_Huuray_converts_the_order_is_simply_taken()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("SEK", 0);

        (await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"))).Status.ShouldBe(OrderStatus.Completed);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_product_out_of_stock_is_not_available_whatever_the_status(int status)
    {
        await using var stage = await Stage.StartAsync(twin => twin.ProductUnavailableStatus = status);
        stage.Twin.SetStock(Requests.Product, 25000, 2);

        var failure = await RefuseAsync(stage, Requests.Returned("o-1", quantity: 3));

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        failure.Message.ShouldContain("there are 2 cards now, not 3");
        stage.Twin.Requests.Count("order.create").ShouldBe(1, "it is reported, not tried again");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_product_that_vanished_is_not_available_whatever_the_status(int status)
    {
        await using var stage = await Stage.StartAsync(twin => twin.UnknownProductStatus = status);
        stage.Twin.RemoveProduct(Requests.Product);

        (await RefuseAsync(stage, Requests.Returned("o-1"))).Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
    }

    [Fact]
    public async Task A_value_that_is_not_on_sale_is_not_available()
    {
        await using var stage = await Stage.StartAsync();

        (await RefuseAsync(stage, Requests.Returned("o-1", Money.Of(251, "SEK")))).Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
    }

    [Fact]
    public async Task What_cannot_be_found_out_leaves_the_refusal_as_it_is()
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail("order.create", FaultKind.BalanceEmpty);
        stage.Twin.Faults.Add(new() { Operation = "stock.get", Kind = FaultKind.EmptyBody });

        var failure = await RefuseAsync(stage, Requests.Returned("o-1"));

        (failure.Code, failure.ProviderMessage).ShouldBe((GiftCardErrorCode.InvalidRequest, "The balance does not suffice"));
    }

    /// <summary>Huuray documents neither for an order, so in its own words too nobody knows what became of it, and a second send buys again.</summary>
    [Theory]
    [InlineData(402)]
    [InlineData(429)]
    public async Task A_status_that_no_document_lists_is_looked_up_and_not_sent_again(int status)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.InsufficientFundsStatus, twin.AutomaticExchange) = (402, false));
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "order.create",
                Kind = status == 402 ? FaultKind.BalanceEmpty : FaultKind.RateLimited,
                Times = 1,
                RetryAfter = TimeSpan.FromSeconds(1),
            }
        );

        var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"))
        );

        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        stage.Twin.Requests.Count("order.create").ShouldBe(1);
        stage.Twin.Requests.Count("order.search").ShouldBeGreaterThan(0);
    }

    /// <summary>At Huuray a second send is a second purchase: under the same reference, and with the second key within one call.</summary>
    [Fact]
    public async Task Whatever_a_gateway_answers_after_the_sale_the_order_is_found_and_bought_once()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.ApiCredentials.Add(new("second-token", "second-secret")),
            account => (account.SecondaryApiToken, account.SecondaryApiSecret) = ("second-token", "second-secret")
        );
        foreach (var (index, answer) in Gateways.Answers("order.create", FaultKind.ServerErrorAfterCommit).Index())
        {
            var reference = $"o-{index}";
            stage.Twin.Faults.Clear();
            stage.Twin.Faults.Add(answer);

            var order = await stage.Account.Orders.PlaceAsync(Requests.Returned(reference));

            stage.Twin.Ledger.SalesFor(reference).Select(sale => sale.OrderId).ShouldBe([order.Id], answer.Describe());
            order.WasReplayed.ShouldBeFalse(answer.Describe());
        }
    }

    [Fact]
    public async Task Whatever_a_gateway_answers_before_the_sale_the_order_is_not_called_refused()
    {
        await using var stage = await Stage.StartAsync();
        foreach (
            var (index, answer) in Gateways
                .Answers("order.create", FaultKind.ServerErrorBeforeCommit)
                .Index()
                .Where(each => each.Index % 5 == 0)
        )
        {
            stage.Twin.Faults.Clear();
            stage.Twin.Faults.Add(answer);

            var failure = await Should.ThrowAsync<OrderOutcomeUnknownException>(() =>
                stage.Account.Orders.PlaceAsync(Requests.Returned($"o-{index}"))
            );

            failure.Outcome.ShouldBe(GiftCardOutcome.MayExist, answer.Describe());
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        stage.Twin.Ledger.Count.ShouldBe(0);
    }

    /// <summary>Taken for "there is no such order", it would buy again.</summary>
    [Theory]
    [InlineData("""{"Status":404,"Message":"Not Found"}""")]
    [InlineData("""{"status":404,"message":"Not Found"}""")]
    [InlineData("""{"Status":403,"Message":"No","StatusMessage":"No"}""")]
    public async Task A_gateways_404_to_a_search_is_no_miss(string body)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "order.search",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Status = 404,
                Body = body,
            }
        );

        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.FindAsync("o-1"))).Code.ShouldBe(
            GiftCardErrorCode.UnexpectedResponse
        );
    }

    private static async Task<GiftCardException> RefuseAsync(Stage stage, OrderRequest request)
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Ledger.Count.ShouldBe(0);
        return failure;
    }
}
