using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 2: what a fingerprint is made of. The literal values here are a contract: journals hold them for years.</summary>
public sealed class FingerprintTests
{
    private static readonly FingerprintKey Key = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void The_canonical_text_of_version_1_never_changes() =>
        OrderContent
            .TextV1(Full)
            .ShouldBe(
                """
                order
                delivery=5:email
                payment-currency=3:GBP
                product=6:coffee
                currency=3:EUR
                amount=4:25.5
                quantity=1:2
                country=2:DE
                recipient=145:contact
                email=17:pat@büro.example
                phone=12:+49151123456
                line1=14:hauptstraße 1
                line2=-
                city=6:berlin
                region=-
                postal-code=5:10115
                country=2:DE

                product=6:Coffee
                currency=3:JPY
                amount=4:1000
                quantity=1:1
                country=-
                recipient=-

                """.ReplaceLineEndings("\n")
            );

    [Fact]
    public void The_fingerprint_of_version_1_never_changes()
    {
        Key.Sign("v1", OrderContent.TextV1(Full)).ShouldBe("v1:e74xhcclrw2grg63yqewofdus7poteo6i5ppnbofqqwjmpqsmpaa");
        Key.Sign("v1", OrderContent.TextV1(Shop.Request())).ShouldBe("v1:6skueu5r6lni3mi52j3extyjgol43bgmiljyyjznotyfouonc4ta");
    }

    [Fact]
    public void The_hash_of_a_recipient_never_changes() =>
        Key.Sign("v1", OrderContent.ContactV1(new() { Email = "pat@person.example" }))
            .ShouldBe("v1:f7wx22bbytf2krd4nf3lv56atji45fzjfegt3pg2mui77sc645ba");

    public static TheoryData<string, OrderRequest> SameOrders =>
        new()
        {
            { "amount with zeros", Change(line => line with { FaceValue = Money.Of(25.500m, "eur") }) },
            { "country in small letters", Change(line => line with { Country = "de" }) },
            {
                "e-mail in capitals, with blanks",
                Change(line => line with { Recipient = line.Recipient! with { Email = " PAT@BüRO.example " } })
            },
            { "another name", Change(line => line with { Recipient = line.Recipient! with { Name = "Somebody Else", Reference = "7" } }) },
            {
                "address with stray blanks",
                Change(line => line with { Recipient = line.Recipient! with { PostalAddress = Address with { City = " BERLIN " } } })
            },
            { "line reference", Change(line => line with { LineReference = "x" }) },
            { "another message", Full with { Message = new() { Subject = "other" } } },
            { "template", Full with { TemplateId = "T" } },
            { "schedule", Full with { SendAt = DateTimeOffset.UnixEpoch } },
            { "expiry", Full with { ClaimBy = new DateOnly(2030, 1, 1) } },
            { "language", Full with { Language = "de" } },
            { "bound of cost", Full with { MaxCost = Money.Of(100, "EUR") } },
            { "payment currency in small letters", Full with { PaymentCurrency = "gbp" } },
        };

    [Theory]
    [MemberData(nameof(SameOrders))]
    public void It_is_the_same_order_with(string what, OrderRequest request) =>
        OrderContent.TextV1(request).ShouldBe(OrderContent.TextV1(Full), what);

    public static TheoryData<string, OrderRequest> OtherOrders =>
        new()
        {
            { "product", Change(line => line with { ProductId = "tea" }) },
            { "product in capitals", Change(line => line with { ProductId = "COFFEE" }) },
            { "amount", Change(line => line with { FaceValue = Money.Of(25.51m, "EUR") }) },
            { "currency", Change(line => line with { FaceValue = Money.Of(25.5m, "USD") }) },
            { "quantity", Change(line => line with { Quantity = 3 }) },
            { "country", Change(line => line with { Country = "AT" }) },
            { "no country", Change(line => line with { Country = null }) },
            { "e-mail", Change(line => line with { Recipient = line.Recipient! with { Email = "pet@büro.example" } }) },
            { "phone", Change(line => line with { Recipient = line.Recipient! with { Phone = "+49151123457" } }) },
            {
                "street",
                Change(line => line with { Recipient = line.Recipient! with { PostalAddress = Address with { Line1 = "Hauptstraße 2" } } })
            },
            { "no recipient", Change(line => line with { Recipient = null }) },
            { "delivery", Full with { Delivery = Delivery.Sms } },
            { "payment currency", Full with { PaymentCurrency = null } },
            { "order of lines", Full with { Lines = [.. Full.Lines.Reverse()] } },
            { "one line fewer", Full with { Lines = [Full.Lines[0]] } },
        };

    [Theory]
    [MemberData(nameof(OtherOrders))]
    public void It_is_another_order_with_another(string what, OrderRequest request) =>
        (OrderContent.TextV1(request) == OrderContent.TextV1(Full)).ShouldBeFalse(what);

    [Fact]
    public void No_text_can_pass_for_another_field()
    {
        var forged = Shop.Request() with { Lines = [new() { ProductId = "coffee\ncurrency=3:EUR", FaceValue = Money.Of(25, "EUR") }] };

        (OrderContent.TextV1(forged) == OrderContent.TextV1(Shop.Request())).ShouldBeFalse();
        OrderContent.TextV1(forged).ShouldContain("product=21:coffee\ncurrency=3:EUR\n");
    }

    [Fact]
    public void Another_journal_has_other_fingerprints()
    {
        var other = new FingerprintKey(new byte[32]);

        (other.Sign("v1", "text") == Key.Sign("v1", "text")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("v1:abc", true)]
    [InlineData("v2:abc", false)]
    [InlineData("abc", false)]
    [InlineData("", false)]
    public void Only_versions_with_a_rule_are_known(string stored, bool isKnown) => FingerprintKey.Knows(stored).ShouldBe(isKnown);

    private static PostalAddress Address { get; } =
        new()
        {
            Line1 = "Hauptstraße  1",
            City = "Berlin",
            PostalCode = "10115",
            Country = "de",
        };

    private static OrderRequest Full { get; } =
        new()
        {
            Reference = "any",
            Delivery = Delivery.Email,
            PaymentCurrency = "GBP",
            Message = new() { Subject = "Thanks" },
            Lines =
            [
                new()
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25.50m, "EUR"),
                    Quantity = 2,
                    Country = "DE",
                    Recipient = new()
                    {
                        Name = "Pat",
                        Email = "Pat@büro.Example",
                        Phone = "+49151123456",
                        PostalAddress = Address,
                    },
                },
                new() { ProductId = "Coffee", FaceValue = Money.Of(1000, "JPY") },
            ],
        };

    private static OrderRequest Change(Func<OrderLine, OrderLine> change) => Full with { Lines = [change(Full.Lines[0]), Full.Lines[1]] };
}
