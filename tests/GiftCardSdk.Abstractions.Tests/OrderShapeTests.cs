namespace GiftCardSdk.Abstractions.Tests;

/// <summary>What does not fit is named with its place and with what would be right, and nobody's address is in it.</summary>
public sealed class OrderShapeTests
{
    private static readonly OrderShape Generous = new()
    {
        Delivery = Delivery.Email,
        Idempotency = new(),
        MaxLines = null,
        MaxQuantityPerLine = null,
        Recipients = RecipientRule.OptionalPerLine,
        Fields = Enum.GetValues<OrderField>().ToDictionary(field => field, _ => FieldRule.Optional),
    };

    [Fact]
    public void What_fits_has_no_mistakes() => Generous.FindMistakes(Full).ShouldBeEmpty();

    public static TheoryData<string, OrderShape, string> Misfits =>
        new()
        {
            { "lines", Generous with { MaxLines = 1 }, "Lines: 2 lines were given, but one order holds at most 1." },
            { "cards", Generous with { MaxCards = 2 }, "Lines: 3 cards were given, but one order holds at most 2." },
            { "quantity", Generous with { MaxQuantityPerLine = 1 }, "Lines[1].Quantity: 2 was given, but a line holds at most 1." },
            { "products", Generous with { SameProduct = true }, "found coffee, tea." },
            { "values", Generous with { SameFaceValue = true }, "found 25.00 EUR, 10.00 EUR." },
            {
                "no recipients",
                Generous with
                {
                    Recipients = RecipientRule.None,
                },
                "Lines[0].Recipient: with delivery Email the cards come back"
            },
            {
                "each a recipient",
                Generous with
                {
                    Recipients = RecipientRule.OnePerLine,
                },
                "Lines[1].Recipient: delivery Email needs a recipient"
            },
        };

    [Theory]
    [MemberData(nameof(Misfits), DisableDiscoveryEnumeration = true)]
    public void A_bound_that_is_overstepped_is_named(string what, OrderShape shape, string mistake) =>
        shape.FindMistakes(Full).ShouldContain(sentence => sentence.Contains(mistake, StringComparison.Ordinal), what);

    public static TheoryData<OrderField, string> Fields =>
        new()
        {
            { OrderField.Country, "Lines[0].Country" },
            { OrderField.LineReference, "Lines[0].LineReference" },
            { OrderField.Subject, "Message.Subject" },
            { OrderField.Body, "Message.Body" },
            { OrderField.SenderName, "Message.SenderName" },
            { OrderField.SenderEmail, "Message.SenderEmail" },
            { OrderField.TemplateId, "TemplateId" },
            { OrderField.SendAt, "SendAt" },
            { OrderField.ClaimBy, "ClaimBy" },
            { OrderField.PaymentCurrency, "PaymentCurrency" },
            { OrderField.Language, "Language" },
            { OrderField.MaxCost, "MaxCost" },
            { OrderField.RecipientName, "Lines[0].Recipient.Name" },
            { OrderField.RecipientEmail, "Lines[0].Recipient.Email" },
            { OrderField.RecipientPhone, "Lines[0].Recipient.Phone" },
            { OrderField.RecipientPostalAddress, "Lines[0].Recipient.PostalAddress" },
            { OrderField.RecipientReference, "Lines[0].Recipient.Reference" },
        };

    [Fact]
    public void Every_field_is_tried_here() =>
        Fields.Select(row => row.Data.Item1).ShouldBe(Enum.GetValues<OrderField>(), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_forbidden_field_is_refused_rather_than_dropped(OrderField field, string name) =>
        With(field, FieldRule.Forbidden)
            .FindMistakes(OneLine)
            .ShouldHaveSingleItem()
            .ShouldBe($"{name}: the provider has no place for it with delivery Email; leave it out.");

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_required_field_is_asked_for(OrderField field, string name)
    {
        var shape = With(field, FieldRule.Required);

        shape.FindMistakes(OneLine).ShouldBeEmpty();
        shape.FindMistakes(Bare).ShouldHaveSingleItem().ShouldBe($"{name}: delivery Email needs it.");
    }

    [Theory]
    [InlineData(OrderField.Subject)]
    [InlineData(OrderField.Body)]
    public void A_template_stands_in_for_required_texts(OrderField field)
    {
        var shape = With(field, FieldRule.Required) with { TemplateReplacesMessage = true };

        shape.FindMistakes(Bare).ShouldHaveSingleItem().ShouldContain("(or TemplateId in its place)");
        shape.FindMistakes(Bare with { TemplateId = "T1" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_is_not_listed_is_forbidden() =>
        new OrderShape { Delivery = Delivery.Email, Idempotency = new() }
            .RuleOf(OrderField.MaxCost)
            .ShouldBe(FieldRule.Forbidden);

    [Fact]
    public void A_blank_text_counts_as_none() =>
        With(OrderField.TemplateId, FieldRule.Forbidden).FindMistakes(Bare with { TemplateId = " " }).ShouldBeEmpty();

    [Theory]
    [InlineData("pat@person.example", true)]
    [InlineData("pat", false)]
    [InlineData("pat@localhost", false)]
    [InlineData("Pat <pat@person.example>", false)]
    [InlineData("pat@person.example,other@person.example", false)]
    public void An_e_mail_address_looks_like_one(string email, bool isRight) =>
        Check(new() { Email = email }, "Lines[0].Recipient.Email", email, isRight);

    [Theory]
    [InlineData("+4915112345678", true)]
    [InlineData("+1555012", false)]
    [InlineData("015112345678", false)]
    [InlineData("+49 151 12345678", false)]
    [InlineData("+49151123456789012", false)]
    public void A_phone_number_is_in_its_international_form(string phone, bool isRight) =>
        Check(new() { Phone = phone }, "Lines[0].Recipient.Phone", phone, isRight);

    [Fact]
    public void It_prints_its_bounds()
    {
        Generous.ToString().ShouldBe("Email: any number of lines, any number of cards a line");
        new OrderShape { Delivery = Delivery.Returned, Idempotency = new() }
            .ToString()
            .ShouldBe("Returned: 1 lines, 1 cards a line");
    }

    [Fact]
    public void An_account_has_one_shape_per_delivery_or_none()
    {
        var capabilities = new Capabilities
        {
            Shapes = [Generous],
            Features = new HashSet<GiftCardFeature> { GiftCardFeature.Resend },
        };

        capabilities.ShapeFor(Delivery.Email).ShouldBe(Generous);
        capabilities.ShapeFor(Delivery.Post).ShouldBeNull();
        capabilities.Supports(GiftCardFeature.Resend).ShouldBeTrue();
        capabilities.Supports(GiftCardFeature.CancelOrder).ShouldBeFalse();
    }

    private static void Check(Recipient recipient, string place, string text, bool isRight)
    {
        var mistakes = Generous.FindMistakes(Bare with { Lines = [Bare.Lines[0] with { Recipient = recipient }] });

        mistakes.Count.ShouldBe(isRight ? 0 : 1);
        mistakes.ShouldAllBe(mistake =>
            mistake.StartsWith(place, StringComparison.Ordinal) && !mistake.Contains(text, StringComparison.Ordinal)
        );
    }

    private static OrderRequest OneLine => Full with { Lines = [Full.Lines[0]] };

    private static OrderShape With(OrderField field, FieldRule rule) =>
        Generous with
        {
            Fields = new Dictionary<OrderField, FieldRule>(Generous.Fields) { [field] = rule },
        };

    private static OrderRequest Bare { get; } =
        new()
        {
            Reference = "r",
            Delivery = Delivery.Email,
            Lines =
            [
                new()
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = new(),
                },
            ],
        };

    private static OrderRequest Full { get; } =
        Bare with
        {
            Message = new()
            {
                Subject = "s",
                Body = "b",
                SenderName = "n",
                SenderEmail = "e@shop.example",
            },
            TemplateId = "T1",
            SendAt = DateTimeOffset.UnixEpoch,
            ClaimBy = new DateOnly(2030, 1, 1),
            PaymentCurrency = "EUR",
            Language = "de",
            MaxCost = Money.Of(100, "EUR"),
            Lines =
            [
                new()
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25, "EUR"),
                    Country = "DE",
                    LineReference = "l1",
                    Recipient = new()
                    {
                        Name = "Pat",
                        Email = "pat@person.example",
                        Phone = "+4915112345678",
                        Reference = "p1",
                        PostalAddress = new()
                        {
                            Line1 = "Road 1",
                            City = "Town",
                            Country = "DE",
                        },
                    },
                },
                new()
                {
                    ProductId = "tea",
                    FaceValue = Money.Of(10, "EUR"),
                    Quantity = 2,
                    Country = "DE",
                },
            ],
        };
}
