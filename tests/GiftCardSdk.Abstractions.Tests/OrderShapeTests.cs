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
            .ShouldBe(
                // A bound is ours to hold; what is missing there is not a place for it.
                field == OrderField.MaxCost
                    ? "MaxCost: what an order with delivery Email costs is not known before it is bought; leave it out."
                    : $"{name}: the provider has no place for it with delivery Email; leave it out."
            );

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
    [InlineData("first.last+tag@mail.example")]
    [InlineData("o'neil_jr-x!#$%&*/=?^`{|}~@mail.example")]
    [InlineData("\"first last\"@mail.example")]
    [InlineData("\"a@b\\\"c\"@mail.example")]
    [InlineData("j\u00fcrgen@b\u00fccher.example")]
    [InlineData("mira@xn--bcher-kva.example")]
    [InlineData("\u0438\u0432\u0430\u043d@\u043f\u043e\u0447\u0442\u0430.\u0440\u0444")]
    [InlineData("\u7530\u4e2d@\u30e1\u30fc\u30eb.example")]
    [InlineData("\u0926\u0940\u092a\u0915@\u0921\u093e\u0915.\u092d\u093e\u0930\u0924")]
    [InlineData("a@b.co")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234@mail.example")]
    [InlineData("mira@a-b.mail.example")]
    public void An_address_of_every_script_and_form_is_taken(string email) => MistakesOf(new() { Email = email }).ShouldBeEmpty(email);

    [Theory]
    [InlineData("name@mail.example\u200b", "U+200B at index 17")]
    [InlineData("\u200bname@mail.example", "U+200B at index 0")]
    [InlineData("na\u200cme@mail.example", "U+200C at index 2")]
    [InlineData("na\u200dme@mail.example", "U+200D at index 2")]
    [InlineData("name\u2060@mail.example", "U+2060 at index 4")]
    [InlineData("name@mail\ufeff.example", "U+FEFF at index 9")]
    [InlineData("name@\u200email.example", "U+200E at index 5")]
    [InlineData("name@mail.example\u202e", "U+202E at index 17")]
    [InlineData("\u2066name@mail.example", "U+2066 at index 0")]
    [InlineData("na\u00adme@mail.example", "U+00AD at index 2")]
    [InlineData("na\u3164me@mail.example", "U+3164 at index 2")]
    [InlineData("na\ufe0fme@mail.example", "U+FE0F at index 2")]
    [InlineData("name@mail.example\r\nBcc: x@mail.example", "U+000D at index 17")]
    [InlineData("name\0@mail.example", "U+0000 at index 4")]
    [InlineData("name@mail.example\u0085", "U+0085 at index 17")]
    [InlineData("name@mail.example\u2028", "U+2028 at index 17")]
    [InlineData(" name@mail.example", "begins or ends with a blank (U+0020)")]
    [InlineData("name@mail.example ", "begins or ends with a blank (U+0020)")]
    [InlineData("name@mail.example\u00a0", "begins or ends with a blank (U+00A0)")]
    [InlineData("na me@mail.example", "U+0020 at index 2")]
    [InlineData("name@ma il.example", "U+0020 at index 7")]
    [InlineData("name@mail\u3002example", "U+3002 at index 9")]
    [InlineData("name\uff20mail.example", "at sign")]
    [InlineData("first.last@mail", "no dot")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@mail.example", "more than 64 octets")]
    [InlineData("name@1234567890123456789012345678901234567890123456789012345678901234.example", "more than 63")]
    [InlineData("name..last@mail.example", "two stand together")]
    [InlineData(".name@mail.example", "a dot stands at an end of the name")]
    [InlineData("name.@mail.example", "a dot stands at an end of the name")]
    [InlineData("name@mail..example", "a dot stands at an end of the domain")]
    [InlineData("name@.mail.example", "a dot stands at an end of the domain")]
    [InlineData("name@mail.example.", "a dot stands at an end of the domain")]
    [InlineData("name@-mail.example", "dash")]
    [InlineData("name@mail-.example", "dash")]
    [InlineData("name@mail_x.example", "U+005F at index 9")]
    [InlineData("name@10.0.0.1", "ends in a number")]
    [InlineData("name@[10.0.0.1]", "U+005B at index 5")]
    [InlineData("name@other@mail.example", "U+0040 at index 4")]
    [InlineData("Name <name@mail.example>", "U+0020 at index 4")]
    [InlineData("name@mail.example;b@mail.example", "U+0040 at index 4")]
    [InlineData("@mail.example", "at sign")]
    [InlineData("name@", "at sign")]
    public void What_mail_cannot_be_delivered_to_is_refused_with_its_reason(string email, string reason)
    {
        MistakesOf(new() { Email = email })
            .ShouldHaveSingleItem()
            .ShouldStartWith("Lines[0].Recipient.Email: this is not an e-mail address");
        MistakesOf(new() { Email = email })[0].ShouldContain(reason, customMessage: email);
        MistakesOf(new() { Email = email })[0].Replace("name@company.example", "", StringComparison.Ordinal).ShouldNotContain(email);
        Generous
            .FindMistakes(Full with { Message = new() { SenderEmail = email } })
            .ShouldHaveSingleItem()
            .ShouldStartWith("Message.SenderEmail: ");
    }

    [Fact]
    public void An_address_is_at_most_254_octets_long()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 40), 5));

        MistakesOf(new() { Email = $"{new string('l', 49)}@{domain}" }).ShouldBeEmpty();
        MistakesOf(new() { Email = $"{new string('l', 50)}@{domain}" }).ShouldHaveSingleItem().ShouldContain("254 octets");
        MistakesOf(new() { Email = $"{new string('\u00fc', 33)}@mail.example" }).ShouldHaveSingleItem().ShouldContain("64 octets");
    }

    public static TheoryData<string> Names =>
        [
            "Mira O'Neil-\u00d8duya Jr.",
            "\u7530\u4e2d \u592a\u90ce",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0d28\u0d4d\u200d",
            "Ana \uD83C\uDF89",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\u2764\uFE0F Ana",
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
            "Z\u0301oe\u00a0Li",
            " Ana ",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_of_every_script_and_emoji_are_taken_everywhere(string name) =>
        Generous.FindMistakes(WithTexts(name)).ShouldBeEmpty(name);

    [Theory]
    [InlineData("An\ra", "U+000D at index 2")]
    [InlineData("An\na", "U+000A at index 2")]
    [InlineData("Ana\0", "U+0000 at index 3")]
    [InlineData("An\ta", "U+0009 at index 2")]
    [InlineData("An\u007fa", "U+007F at index 2")]
    [InlineData("An\u0085a", "U+0085 at index 2")]
    [InlineData("An\u2028a", "U+2028 at index 2")]
    [InlineData("Ana\u200b", "U+200B at index 3")]
    [InlineData("\ufeffAna", "U+FEFF at index 0")]
    [InlineData("An\u202ea", "U+202E at index 2")]
    [InlineData("An\u200ea", "U+200E at index 2")]
    [InlineData("An\u200da", "U+200D at index 2")]
    [InlineData("\u7530\u200d", "U+200D at index 1")]
    [InlineData("An\u2066a", "U+2066 at index 2")]
    [InlineData("An\uffffa", "U+FFFF at index 2")]
    [InlineData("Ana\uDB40\uDC41", "U+E0041 at index 3")]
    [InlineData("Ana<half>", "U+D83C) stands at index 3")]
    public void What_nobody_sees_is_refused_in_every_text_of_one_line(string text, string named)
    {
        text = WithHalf(text);
        string[] lines =
        [
            "Message.Subject",
            "Message.SenderName",
            "TemplateId",
            "Lines[0].ProductId",
            "Lines[0].LineReference",
            "Lines[0].Recipient.Name",
            "Lines[0].Recipient.Reference",
            "Lines[0].Recipient.PostalAddress.Line1",
            "Lines[0].Recipient.PostalAddress.Line2",
            "Lines[0].Recipient.PostalAddress.City",
            "Lines[0].Recipient.PostalAddress.Region",
            "Lines[0].Recipient.PostalAddress.PostalCode",
        ];
        var mistakes = Generous.FindMistakes(WithTexts(text));

        foreach (var line in lines)
        {
            var mistake = mistakes.Where(found => found.StartsWith($"{line}: ", StringComparison.Ordinal)).ShouldHaveSingleItem(line);
            mistake.ShouldContain(named);
            mistake.ShouldNotContain(text);
        }
    }

    [Theory]
    [InlineData("Dear Ana,\r\n\tthank you\n\n\u05e9\u200f!\u200b", null)]
    [InlineData("Dear\0Ana", "U+0000 at index 4")]
    [InlineData("Dear\u001bAna", "U+001B at index 4")]
    [InlineData("Dear<half>", "U+D83C")]
    [InlineData("Dear\ufffe", "U+FFFE at index 4")]
    public void A_message_has_lines_but_no_other_control_characters(string body, string? named)
    {
        var mistakes = Generous.FindMistakes(Full with { Message = new() { Body = WithHalf(body) } });

        mistakes.Count.ShouldBe(named is null ? 0 : 1);
        mistakes.ShouldAllBe(mistake =>
            mistake.StartsWith("Message.Body: ", StringComparison.Ordinal) && mistake.Contains(named!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_first_name_of_its_own_is_looked_at_too()
    {
        MistakesOf(new() { Name = "Ana Li", FirstName = "A\u200b" })
            .ShouldHaveSingleItem()
            .ShouldStartWith("Lines[0].Recipient.FirstName: U+200B");
        MistakesOf(new() { FirstName = "Ana", LastName = "L\r" })
            .ShouldHaveSingleItem()
            .ShouldStartWith("Lines[0].Recipient.LastName: U+000D");
        MistakesOf(new() { Phone = "+4915112345678\u200b" }).ShouldHaveSingleItem().ShouldContain("U+200B at index 14");
    }

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

    private static IReadOnlyList<string> MistakesOf(Recipient recipient) =>
        Generous.FindMistakes(Bare with { Lines = [Bare.Lines[0] with { Recipient = recipient }] });

    /// <summary>An attribute cannot hold half a surrogate pair.</summary>
    private static string WithHalf(string text) => text.Replace("<half>", "\uD83C", StringComparison.Ordinal);

    private static OrderRequest WithTexts(string text) =>
        Full with
        {
            Message = new() { Subject = text, SenderName = text },
            TemplateId = text,
            Lines =
            [
                Full.Lines[0] with
                {
                    ProductId = text,
                    LineReference = text,
                    Recipient = new()
                    {
                        Name = text,
                        Reference = text,
                        PostalAddress = new()
                        {
                            Line1 = text,
                            Line2 = text,
                            City = text,
                            Region = text,
                            PostalCode = text,
                            Country = "DE",
                        },
                    },
                },
            ],
        };

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
