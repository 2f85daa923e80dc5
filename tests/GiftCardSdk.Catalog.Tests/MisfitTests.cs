namespace GiftCardSdk.Catalog.Tests;

/// <summary>An order that does not fit the catalog is refused in the same words at every provider: where, what was given, what would be right.</summary>
public sealed class MisfitTests
{
    public static TheoryData<string, string, string, string?> Accounts =>
        new()
        {
            { "giftbit", "northcafeus", "10 USD", null },
            { "gifq", "buchlaterne", "30 EUR", "DE" },
            { "giftronaut", "CHOICE-SUNRISE-USD", "20 USD", null },
            { "giftcardpartners", "HARBOR-COFFEE-US", "15 USD", null },
            { "huuray", "pt-nord-kaffe-flex-se", "200 SEK", null },
        };

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Another_currency_is_answered_with_those_it_is_sold_in(string account, string product, string sold, string? country)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await RefusedAsync(stage, account, product, Money.Of(25, "MXN"), country);

        failure.Message.ShouldStartWith($"Lines[0].FaceValue: 25.00 MXN was given; '{product}' is sold in ");
        failure.Message.ShouldContain(Money.Parse(sold).Currency);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Another_face_value_is_answered_with_those_it_is_sold_at(string account, string product, string sold, string? country)
    {
        await using var stage = await Stage.StartAsync();
        var tooMuch = Money.Of(1_000_000, Money.Parse(sold).Currency);

        var failure = await RefusedAsync(stage, account, product, tooMuch, country);

        failure.Message.ShouldStartWith($"Lines[0].FaceValue: {tooMuch} was given; '{product}' is sold at ");
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task A_product_that_is_not_there_is_said_to_be_not_there(string account, string product, string sold, string? country)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await RefusedAsync(stage, account, $"{product}-x", Money.Parse(sold), country);

        failure.Message.ShouldStartWith(
            $"Lines[0].ProductId: '{product}-x' was given; the catalog has no such product for this account now."
        );
    }

    private static async Task<GiftCardException> RefusedAsync(Stage stage, string account, string product, Money value, string? country)
    {
        var order = new OrderRequest
        {
            Reference = "o-1",
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = value,
                    Country = country,
                },
            ],
        };

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Application().GetAccount(account).Orders.PlaceAsync(order, TestContext.Current.CancellationToken)
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        stage.Sandbox.Twins.ShouldAllBe(twin => twin.Ledger.Count == 0);
        return failure;
    }
}
