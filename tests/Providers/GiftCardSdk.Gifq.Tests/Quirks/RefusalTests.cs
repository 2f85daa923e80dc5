using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirks 5 and 6: a refused order is one status for everything, so catalog and balance are asked what it means.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task An_empty_balance_is_insufficient_funds()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("USD", 0);

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        failure.Message.ShouldContain("The balance in USD is 0.00 USD");
        failure.RequestId.ShouldNotBeNull().ShouldStartWith("rq-");
        failure.ProviderMessage.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(2349, true)]
    [InlineData(2350, false)]
    public async Task A_balance_is_compared_with_what_the_card_costs_after_its_discount(int cents, bool isRefused)
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();
        stage.Twin.SetBalance("USD", cents / 100m);

        var failure = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(Requests.Order("o-1")));

        (failure as GiftCardException)?.Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        (failure is not null).ShouldBe(isRefused);
    }

    [Fact]
    public async Task The_balance_that_pays_is_the_one_that_counts()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("EUR", 0);

        var failure = await RefuseAsync(stage, Requests.Order("o-1", paymentCurrency: "EUR"));

        failure.Code.ShouldBe(GiftCardErrorCode.InsufficientFunds);
        failure.Message.ShouldContain("EUR");
    }

    [Fact]
    public async Task Quirk_6_a_brand_that_vanished_since_it_was_listed_is_not_available()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();
        stage.Twin.RemoveProduct(Requests.Brand);

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        stage.Twin.Requests.Count("orders.create").ShouldBe(1, "it is reported, not tried again");
    }

    [Theory]
    [InlineData("last-seats", 20, "US", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("lumen-books", 26, "US", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("lumen-books", 25, "IE", GiftCardErrorCode.ProductUnavailable)]
    [InlineData("sold-out-supplies", 10, "US", GiftCardErrorCode.InvalidRequest)]
    public async Task An_option_that_is_not_on_sale_is_not_available_as_far_as_the_catalog_shows_it(
        string brand,
        decimal value,
        string country,
        GiftCardErrorCode code
    )
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();

        var failure = await RefuseAsync(stage, Requests.Order("o-1", Money.Of(value, "USD"), brand, country));

        failure.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_brand_whose_place_in_the_catalog_is_not_known_is_not_searched_for()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.RemoveProduct(Requests.Brand);

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
        stage.Twin.Requests.Count("products.list").ShouldBe(0);
    }

    [Theory]
    [InlineData("orders.list")]
    [InlineData("balances.list")]
    public async Task A_refusal_stands_when_its_reason_cannot_be_found_out(string operation)
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetBalance("USD", 0);
        stage.Twin.Faults.Add(new() { Operation = operation, Kind = FaultKind.ServerErrorBeforeCommit });

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        (failure.Code, failure.HttpStatus).ShouldBe((GiftCardErrorCode.InvalidRequest, 422));
    }

    private static async Task<GiftCardException> RefuseAsync(Stage stage, OrderRequest request)
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        stage.Twin.Ledger.Count.ShouldBe(0);
        return failure;
    }
}
