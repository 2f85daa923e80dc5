using GiftCardSdk.Adapters;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quirk_6_a_brand_that_is_not_in_the_catalog_is_not_ordered(bool wasListed)
    {
        await using var stage = await Stage.StartAsync();
        if (wasListed)
        {
            await stage.Account.Catalog.ListAsync().CountAsync();
        }

        stage.Twin.RemoveProduct(Requests.Brand);

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        failure.Code.ShouldBe(GiftCardErrorCode.ProductUnavailable);
        stage.Twin.Requests.Count("orders.create").ShouldBe(0);
    }

    [Theory]
    [InlineData("last-seats", 20, "USD", "US")]
    [InlineData("lumen-books", 26, "USD", "US")]
    [InlineData("lumen-books", 25, "USD", "IE")]
    [InlineData("lumen-books", 25, "GBP", "US")]
    public async Task An_order_that_fits_no_option_is_not_sent(string brand, decimal value, string currency, string country)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await RefuseAsync(stage, Requests.Order("o-1", Money.Of(value, currency), brand, country));

        (failure.Code, failure.Reference?.Value).ShouldBe((GiftCardErrorCode.ProductUnavailable, "o-1"));
        failure.Message.ShouldContain("Nothing was sent");
        stage.Twin.Requests.Count("orders.create").ShouldBe(0);
    }

    [Fact]
    public async Task What_the_catalog_does_not_show_is_refused_by_GIFQ()
    {
        await using var stage = await Stage.StartAsync();

        var failure = await RefuseAsync(stage, Requests.Order("o-1", Money.Of(10, "USD"), "sold-out-supplies"));

        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_brand_that_was_read_before_is_read_again_by_one_call()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));
        var reads = stage.Twin.Requests.Count("products.list");

        await stage.Account.Orders.PlaceAsync(Requests.Order("o-2"));

        stage.Twin.Requests.Count("products.list").ShouldBe(reads + 1);
    }

    [Fact]
    public async Task A_catalog_that_cannot_be_read_leaves_the_order_unsent()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "products.list",
                Kind = FaultKind.ServerErrorBeforeCommit,
                Times = 99,
            }
        );

        var failure = await RefuseAsync(stage, Requests.Order("o-1"));

        failure.Message.ShouldContain("nothing was sent");
        stage.Twin.Requests.Count("orders.create").ShouldBe(0);
    }

    [Fact]
    public async Task A_repeat_is_not_held_up_by_a_brand_that_vanished_since()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Account.Catalog.ListAsync().CountAsync();
        stage.Twin.RemoveProduct(Requests.Brand);
        var submission = new OrderSubmission(Requests.Order("o-1"), "o-1", Attempt: 2) { MayBeRepeat = true };

        await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.GetService<GiftCardAdapter>().SubmitOrderAsync(submission, CancellationToken.None)
        );

        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_of_payouts_that_the_balance_does_not_cover_is_insufficient_funds()
    {
        await using var stage = await Stage.StartAsync();
        var campaign = await stage.CampaignAsync();
        stage.Twin.SetBalance("EUR", 19);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Payouts.DispatchAsync("b-1", Requests.Batch(campaign)));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InsufficientFunds, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("The balance in EUR is 19.00 EUR");
    }

    [Fact]
    public async Task A_batch_that_is_refused_with_money_enough_keeps_its_reason()
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Payouts.DispatchAsync("b-1", Requests.Batch("no-such-campaign"))
        );

        failure.Code.ShouldNotBe(GiftCardErrorCode.InsufficientFunds);
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
