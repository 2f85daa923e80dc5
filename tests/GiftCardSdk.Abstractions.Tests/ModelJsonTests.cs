using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Abstractions.Tests;

/// <summary>The neutral models through JSON and back, as an application keeps or shows them.</summary>
public sealed class ModelJsonTests
{
    [Theory]
    [InlineData("{\"amount\":25,\"currency\":\"USD\"}")]
    [InlineData("{\"Currency\":\"USD\",\"Amount\":\"25.00\",\"name\":\"x\"}")]
    [InlineData("\"25 USD\"")]
    public void Money_is_read_in_the_forms_that_pages_and_programs_send(string json) =>
        JsonSerializer.Deserialize(json, TestJson.Default.Money).ShouldBe(Money.Of(25, "USD"));

    [Theory]
    [InlineData("{\"amount\":25}")]
    [InlineData("{\"amount\":null,\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":1,\"amount\":25,\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":{},\"currency\":\"USD\"}")]
    [InlineData("{\"amount\":1e400,\"currency\":\"USD\"}")]
    [InlineData("25")]
    [InlineData("[]")]
    public void What_is_no_money_is_refused_with_what_would_be(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, TestJson.Default.Money)).Message.ShouldContain("\"25.00 EUR\"");

    [Fact]
    public void A_product_comes_back_as_it_was_with_every_kind_of_denominations_and_countries()
    {
        var product = new Product
        {
            Provider = "acme",
            Id = "p-1",
            Brand = "North Cafe",
            Kind = ProductKind.Choice,
            ImageUrl = new("https://pictures.example/p-1.png"),
            Offers =
            [
                new()
                {
                    Currency = "USD",
                    Countries = CountrySet.Of("US", "CA"),
                    Denominations = new FixedDenominations([Money.Of(10, "USD"), Money.Of(25, "USD")]),
                    Deliveries = [Delivery.Returned, Delivery.Email],
                },
                new()
                {
                    Currency = "JPY",
                    Countries = CountrySet.Worldwide,
                    Denominations = new RangeDenominations(Money.Of(500, "JPY"), Money.Of(9_000, "JPY"), Money.Of(500, "JPY")),
                },
                new() { Currency = "EUR" },
            ],
        };

        var json = JsonSerializer.Serialize(product, GiftCardJsonContext.Default.Product);
        var back = JsonSerializer.Deserialize(json, GiftCardJsonContext.Default.Product)!;

        json.ShouldContain("\"deliveries\":[\"Returned\",\"Email\"]");
        json.ShouldContain("\"countries\":[\"US\",\"CA\"]");
        back.Offers.Count.ShouldBe(3);
        back.Offers[0].Denominations.ShouldBeOfType<FixedDenominations>().Values.ShouldBe([Money.Of(10, "USD"), Money.Of(25, "USD")]);
        back.Offers[1].Denominations.ShouldBe(product.Offers[1].Denominations);
        back.Offers[2].Denominations.ShouldBe(UnknownDenominations.Instance);
        back.Offers.Select(offer => offer.Countries).ShouldBe(product.Offers.Select(offer => offer.Countries));
        JsonSerializer.Serialize(back, GiftCardJsonContext.Default.Product).ShouldBe(json);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"USA\"]")]
    [InlineData("[1]")]
    [InlineData("\"everywhere\"")]
    [InlineData("{}")]
    public void What_is_no_set_of_countries_is_refused(string countries) =>
        Should
            .Throw<JsonException>(() =>
                JsonSerializer.Deserialize($"{{\"currency\":\"USD\",\"countries\":{countries}}}", GiftCardJsonContext.Default.Offer)
            )
            .Message.ShouldContain("two-letter");

    [Fact]
    public void An_order_comes_back_without_its_secrets_and_with_words_as_text()
    {
        var order = new Order
        {
            Id = "77",
            Reference = "survey-81",
            Provider = "acme",
            Account = "main",
            Status = OrderStatus.Completed,
            Delivery = Delivery.EmailAndSms,
            Lines =
            [
                new()
                {
                    ProductId = "p-1",
                    FaceValue = Money.Of(25, "USD"),
                    Recipient = new() { Name = "Mira Oduya", Email = "m@mail.example" },
                },
            ],
            Rewards =
            [
                new()
                {
                    Id = "c-1",
                    Code = new("CODE-1"),
                    Delivery = DeliveryState.Delivered,
                    ExpiresOn = new(2027, 1, 31),
                },
            ],
            TotalCost = Money.Of(24.5m, "USD"),
            CreatedAt = new(2026, 1, 15, 12, 0, 0, TimeSpan.FromHours(1)),
            PollAfter = TimeSpan.FromSeconds(5),
        };

        var json = JsonSerializer.Serialize(order, GiftCardJsonContext.Default.Order);
        var back = JsonSerializer.Deserialize(json, GiftCardJsonContext.Default.Order)!;

        json.ShouldContain("\"delivery\":\"EmailAndSms\"");
        json.ShouldNotContain("CODE-1");
        json.ShouldNotContain("Mira");
        back.Rewards[0].ShouldBe(order.Rewards[0] with { Code = null });
        var withoutCode = order with { Rewards = [order.Rewards[0] with { Code = null }] };
        JsonSerializer
            .Serialize(back, GiftCardJsonContext.Default.Order)
            .ShouldBe(JsonSerializer.Serialize(withoutCode, GiftCardJsonContext.Default.Order));
    }

    [Fact]
    public void What_an_account_can_do_is_written_in_words()
    {
        var capabilities = new Capabilities
        {
            Features = new HashSet<GiftCardFeature> { GiftCardFeature.RedemptionTracking },
            Shapes =
            [
                new()
                {
                    Delivery = Delivery.Email,
                    Idempotency = new() { Repeat = RepeatBehavior.NeverBuysAgain },
                    Fields = new Dictionary<OrderField, FieldRule> { [OrderField.Country] = FieldRule.Required },
                },
            ],
        };

        var json = JsonSerializer.Serialize(capabilities, GiftCardJsonContext.Default.Capabilities);

        json.ShouldContain("\"RedemptionTracking\"");
        json.ShouldContain("\"Country\":\"Required\"");
        json.ShouldContain("\"NeverBuysAgain\"");
    }

    [Fact]
    public void Every_word_of_the_vocabulary_is_written_as_text() =>
        typeof(Order)
            .Assembly.GetExportedTypes()
            .Where(type =>
                type.IsEnum && type.Namespace == "GiftCardSdk" && !type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
            )
            .ShouldBeEmpty();
}
