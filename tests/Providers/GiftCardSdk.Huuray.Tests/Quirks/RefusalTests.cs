using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Which status stands for what is not documented, so stock and balances are asked what a refusal means.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(422)]
    [InlineData(402)]
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

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task A_limit_that_is_hit_pauses_and_loses_no_order(int? retryAfter)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "order.create",
                Kind = FaultKind.RateLimited,
                Times = 2,
                RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("order.create").ShouldBe(3);
    }

    private static async Task<GiftCardException> RefuseAsync(Stage stage, OrderRequest request)
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Ledger.Count.ShouldBe(0);
        return failure;
    }
}
