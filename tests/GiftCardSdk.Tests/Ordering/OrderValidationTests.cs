using GiftCardSdk.Adapters;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>What is wrong with an order is said at once and whole, before anything is written down or sent.</summary>
public sealed class OrderValidationTests
{
    private readonly Shop _shop = new(configure: options =>
        options.Shapes = [
            new()
            {
                Delivery = Delivery.Email,
                Idempotency = Profiles.NeverBuysAgain,
                MaxLines = 2,
                Recipients = RecipientRule.OnePerLine,
                Fields = new Dictionary<OrderField, FieldRule> { [OrderField.RecipientEmail] = FieldRule.Required },
            },
            new() { Delivery = Delivery.Returned, Idempotency = Profiles.NeverBuysAgain },
        ]
    );

    [Fact]
    public async Task Nonsense_is_listed_whole()
    {
        var request = Shop.Request() with
        {
            Reference = default,
            PaymentCurrency = "EURO",
            MaxCost = Money.Of(0, "EUR"),
            Lines =
            [
                new()
                {
                    ProductId = " ",
                    FaceValue = Money.Of(-1, "EUR"),
                    Quantity = 0,
                    Country = "Germany",
                },
                new() { ProductId = "coffee", FaceValue = Money.Of(10.005m, "EUR") },
                null!,
            ],
        };

        var mistakes = (await FailAsync<ArgumentException>(request)).Message;

        mistakes.ShouldContain("Reference:");
        mistakes.ShouldContain("PaymentCurrency: 'EURO'");
        mistakes.ShouldContain("MaxCost: 0.00 EUR");
        mistakes.ShouldContain("Lines[0].ProductId:");
        mistakes.ShouldContain("Lines[0].FaceValue: -1.00 EUR was given");
        mistakes.ShouldContain("Lines[0].Quantity: 0 was given; at least 1");
        mistakes.ShouldContain("Lines[0].Country: 'Germany'");
        mistakes.ShouldContain("Lines[1].FaceValue: 10.005 EUR was given, but EUR has 2 decimal places");
        mistakes.ShouldContain("Lines[2]: a line may not be null");
    }

    /// <summary>Half a surrogate pair has the bytes of every other half: two texts that differ would be one order.</summary>
    [Fact]
    public async Task Half_a_surrogate_pair_in_any_text_is_refused_before_anything_else()
    {
        const string Half = "gift \uD83C";
        var request = Shop.Request() with
        {
            TemplateId = Half,
            Language = Half,
            Message = new()
            {
                Subject = Half,
                Body = Half,
                SenderName = Half,
                SenderEmail = Half,
            },
            Lines =
            [
                Shop.Request().Lines[0] with
                {
                    ProductId = Half,
                    LineReference = Half,
                    Recipient = new()
                    {
                        Name = Half,
                        Email = Half,
                        Phone = Half,
                        Reference = Half,
                        PostalAddress = new()
                        {
                            Line1 = Half,
                            City = Half,
                            Country = Half,
                        },
                    },
                },
            ],
            Options = [new ForeignOptions { Text = Half }],
        };

        var mistakes = (await FailAsync<ArgumentException>(request)).Message;

        string[] places =
        [
            "TemplateId",
            "Language",
            "Message.Subject",
            "Message.Body",
            "Message.SenderName",
            "Message.SenderEmail",
            "Lines[0].ProductId",
            "Lines[0].LineReference",
            "Lines[0].Recipient.Name",
            "Lines[0].Recipient.Email",
            "Lines[0].Recipient.Phone",
            "Lines[0].Recipient.Reference",
            "Lines[0].Recipient.PostalAddress.Line1",
            "Lines[0].Recipient.PostalAddress.City",
            "Lines[0].Recipient.PostalAddress.Country",
            "ForeignOptions.Text",
        ];
        foreach (var place in places)
        {
            mistakes.ShouldContain($"{place}: half a surrogate pair (U+D83C) stands at index 5");
        }

        mistakes.ShouldNotContain("gift");
        _shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Text_that_cannot_be_delivered_is_refused_and_nothing_is_sent()
    {
        var line = Shop.Request().Lines[0] with
        {
            Recipient = new() { Email = "name@mail.example\u200b", Name = "Ana\r\nBcc: x" },
        };

        var failure = await FailAsync<GiftCardException>(Shop.Request() with { Delivery = Delivery.Email, Lines = [line] });

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(
            "Lines[0].Recipient.Email: this is not an e-mail address (its text is not shown here): U+200B at index 17"
        );
        failure.Message.ShouldContain("Lines[0].Recipient.Name: U+000D at index 3");
        failure.ToString().ShouldNotContain("name@mail");
        _shop.Provider.Arrivals.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("huuray\u200b")]
    [InlineData("huuray\n")]
    [InlineData("huuray <half>")]
    public void An_account_has_a_name_that_can_be_seen(string name)
    {
        var registration = new AccountRegistration(
            name.Replace("<half>", "\uD83C", StringComparison.Ordinal),
            "in-memory",
            _ => GiftCardEnvironment.Sandbox,
            _ => throw new NotSupportedException()
        );

        Should.Throw<ArgumentException>(() => new ServiceCollection().AddGiftCards().AddAccount(registration));
        using var services = new ServiceCollection().AddGiftCards().Services.BuildServiceProvider();
        Should.Throw<ArgumentException>(() => services.GetRequiredService<IGiftCards>().GetOrAddAccount(registration));
    }

    [Fact]
    public async Task No_order_and_no_lines_are_refused()
    {
        await Should.ThrowAsync<ArgumentNullException>(() => _shop.Coordinator.PlaceAsync(_shop.Account, null!, CancellationToken.None));
        (await FailAsync<ArgumentException>(Shop.Request() with { Lines = [] })).Message.ShouldContain("at least one line");
        (await FailAsync<ArgumentException>(Shop.Request() with { Lines = null! })).Message.ShouldContain("at least one line");
        (await FailAsync<ArgumentException>(Shop.Request() with { Options = [null!] })).Message.ShouldContain("Options:");
        (await FailAsync<ArgumentException>(Shop.Request() with { Delivery = (Delivery)77 })).Message.ShouldContain("Delivery: 77");
    }

    [Fact]
    public async Task A_delivery_that_the_account_cannot_do_names_those_that_it_can()
    {
        var failure = await FailAsync<GiftCardException>(Shop.Request() with { Delivery = Delivery.Post });

        failure.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("Email, Returned");
    }

    [Fact]
    public async Task What_does_not_fit_the_shape_and_foreign_options_are_listed_together()
    {
        var request = Shop.Request() with { Delivery = Delivery.Email, TemplateId = "T1", Options = [new ForeignOptions()] };

        var failure = await FailAsync<GiftCardException>(request);

        failure.Code.ShouldBe(GiftCardErrorCode.InvalidRequest);
        failure.Message.ShouldContain("Lines[0].Recipient: delivery Email needs a recipient");
        failure.Message.ShouldContain("TemplateId:");
        failure.Message.ShouldContain("ForeignOptions is for elsewhere, but the account 'test' belongs to in-memory");
    }

    [Fact]
    public async Task What_only_the_provider_finds_wrong_is_said_last()
    {
        var shop = new Shop(wrap: adapter => new Picky(adapter));

        var failure = await shop.FailAsync<GiftCardException>();

        failure.Message.ShouldContain("Not on a Sunday.");
        shop.Provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_mistake_leaves_no_trace_in_the_journal_and_calls_nobody()
    {
        await FailAsync<GiftCardException>(Shop.Request() with { TemplateId = "T1" });

        (await _shop.Journal.FindAsync(_shop.Identity())).ShouldBeNull();
        _shop.Provider.Arrivals.ShouldBe(0);
    }

    private Task<T> FailAsync<T>(OrderRequest request)
        where T : Exception => Should.ThrowAsync<T>(() => _shop.PlaceAsync(request));

    private sealed record ForeignOptions : ProviderOrderOptions
    {
        public override string Provider => "elsewhere";

        public string? Text { get; init; }

        protected internal override IEnumerable<OrderText> Texts() => [new(nameof(Text), Text)];
    }

    private sealed class Picky(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override IEnumerable<string> FindMistakes(OrderRequest request) => ["Not on a Sunday."];
    }
}
