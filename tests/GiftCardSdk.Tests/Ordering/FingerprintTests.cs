using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 2: what a fingerprint is made of. The literal values here are a contract: journals hold them for years.</summary>
public sealed class FingerprintTests
{
    private static readonly FingerprintKey Key = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void The_text_of_version_2_never_changes() =>
        TextOf(Full)
            .ShouldBe(
                """
                order
                delivery=5:email
                payment-currency=3:GBP
                line
                product=6:coffee
                currency=3:EUR
                amount=4:25.5
                quantity=1:2
                country=2:DE
                email=16:pat@büro.example
                phone=12:+49151123456
                name=3:pat
                line1=13:hauptstraße 1
                city=6:berlin
                postal-code=5:10115
                postal-country=2:DE
                line
                product=6:Coffee
                currency=3:JPY
                amount=4:1000
                quantity=1:1
                choice=4:wrap
                value=4:gold

                """.ReplaceLineEndings("\n")
            );

    [Fact]
    public void The_fingerprint_of_version_2_never_changes()
    {
        Key.Sign(TextOf(Full)).ShouldBe("v2:heuyorht:mbphqw5ukzmcldiporqwnn2upkh7cuca");
        Key.Sign(TextOf(Shop.Request())).ShouldBe("v2:heuyorht:23us66rpxd3itackii3mufls2eii25pz");
    }

    [Fact]
    public void The_hash_of_a_recipient_never_changes() =>
        Key.OfContact(new() { Email = "pat@person.example" }).ShouldBe("v2:heuyorht:6la6ipic7hcitjc5kpjj4f2i4nfmgjzw");

    public static TheoryData<string, OrderRequest> SameOrders =>
        new()
        {
            { "amount with zeros", Change(line => line with { FaceValue = Money.Of(25.500m, "eur") }) },
            { "country in small letters", Change(line => line with { Country = "de" }) },
            { "e-mail in capitals, with blanks", ChangeRecipient(recipient => recipient with { Email = " PAT@BüRO.example " }) },
            { "another reference of the person", ChangeRecipient(recipient => recipient with { Reference = "7" }) },
            { "postal name in two parts", ChangeRecipient(recipient => recipient with { Name = null, FirstName = " PAT" }) },
            { "another name, without the post", WithoutPost(recipient => recipient with { Name = "Somebody Else" }) },
            { "address with stray blanks", ChangeAddress(address => address with { City = " BERLIN " }) },
            { "address with an empty line", ChangeAddress(address => address with { Line2 = " " }) },
            { "line reference", Change(line => line with { LineReference = "x" }) },
            { "another message", Full with { Message = new() { Subject = "other" } } },
            { "template", Full with { TemplateId = "T" } },
            { "schedule", Full with { SendAt = DateTimeOffset.UnixEpoch } },
            { "expiry", Full with { ClaimBy = new DateOnly(2030, 1, 1) } },
            { "language", Full with { Language = "de" } },
            { "bound of cost", Full with { MaxCost = Money.Of(100, "EUR") } },
            { "payment currency in small letters", Full with { PaymentCurrency = "gbp" } },
            { "a text among the options", Full with { Options = [new Gilded("gold") { Text = "other" }] } },
        };

    [Theory]
    [MemberData(nameof(SameOrders))]
    public void It_is_the_same_order_with(string what, OrderRequest request) =>
        TextOf(request).ShouldBe(TextOf(what.Contains("without the post", StringComparison.Ordinal) ? WithoutPost() : Full), what);

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
            { "e-mail", ChangeRecipient(recipient => recipient with { Email = "pet@büro.example" }) },
            { "phone", ChangeRecipient(recipient => recipient with { Phone = "+49151123457" }) },
            { "postal name", ChangeRecipient(recipient => recipient with { Name = "Pet" }) },
            { "postal last name", ChangeRecipient(recipient => recipient with { Name = null, FirstName = "Pat", LastName = "Lee" }) },
            { "street", ChangeAddress(address => address with { Line1 = "Hauptstraße 2" }) },
            { "flat", ChangeAddress(address => address with { Line2 = "left" }) },
            { "city", ChangeAddress(address => address with { City = "Bern" }) },
            { "region", ChangeAddress(address => address with { Region = "BE" }) },
            { "postal code", ChangeAddress(address => address with { PostalCode = "10116" }) },
            { "postal country", ChangeAddress(address => address with { Country = "AT" }) },
            { "no postal address", WithoutPost() },
            { "no recipient", Change(line => line with { Recipient = null }) },
            { "delivery", Full with { Delivery = Delivery.Sms } },
            { "payment currency", Full with { PaymentCurrency = null } },
            { "order of lines", Full with { Lines = [.. Full.Lines.Reverse()] } },
            { "one line fewer", Full with { Lines = [Full.Lines[0]] } },
            { "a choice of the options", Full with { Options = [new Gilded("silver")] } },
            { "no choice of the options", Full with { Options = [] } },
        };

    [Theory]
    [MemberData(nameof(OtherOrders))]
    public void It_is_another_order_with_another(string what, OrderRequest request) =>
        (Key.Sign(TextOf(request)) == Key.Sign(TextOf(Full))).ShouldBeFalse(what);

    [Fact]
    public void Options_that_choose_nothing_are_as_none() =>
        TextOf(Shop.Request() with { Options = [new Gilded(null)] }).ShouldBe(TextOf(Shop.Request()));

    [Fact]
    public void No_text_can_pass_for_another_field()
    {
        var forged = Shop.Request() with { Lines = [new() { ProductId = "coffee\ncurrency=3:EUR", FaceValue = Money.Of(25, "EUR") }] };

        (TextOf(forged) == TextOf(Shop.Request())).ShouldBeFalse();
        TextOf(forged).ShouldContain("product=21:coffee\ncurrency=3:EUR\n");
    }

    [Fact]
    public void Texts_cut_inside_a_character_are_told_apart() => (Key.Sign("gift \uD83C") == Key.Sign("gift \uD83D")).ShouldBeFalse();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    public void Content_of_any_length_is_written_whole(int length)
    {
        var long1 = Change(line => line with { ProductId = new string('x', length) + "1" });
        var long2 = Change(line => line with { ProductId = new string('x', length) + "2" });

        TextOf(long1).ShouldContain($":{new string('x', length)}1\n");
        (Key.Sign(TextOf(long1)) == Key.Sign(TextOf(long2))).ShouldBeFalse();
        TextOf(long1)[^30..].ShouldBe(TextOf(Full)[^30..]);
    }

    [Fact]
    public void Many_threads_get_the_hashes_that_one_gets()
    {
        var alone = Enumerable.Range(0, 200).Select(i => Key.Sign($"text {i}")).ToArray();

        var together = Enumerable.Range(0, 2_000).AsParallel().AsOrdered().Select(i => Key.Sign($"text {i % 200}")).ToArray();

        together.Select((hash, i) => hash == alone[i % 200]).ShouldAllBe(isSame => isSame);
    }

    [Fact]
    public void Another_journal_has_other_fingerprints_which_say_so()
    {
        var other = new FingerprintKey(new byte[32]);

        FingerprintKey.Compare(other.Sign("text"), Key.Sign("text")).ShouldBe(ContentMatch.OtherKey);
        FingerprintKey.Compare(Key.Sign("other"), Key.Sign("text")).ShouldBe(ContentMatch.Other);
        FingerprintKey.Compare(Key.Sign("text"), Key.Sign("text")).ShouldBe(ContentMatch.Same);
    }

    [Theory]
    [InlineData("v1:abc")]
    [InlineData("v9:abc:def")]
    [InlineData("v2")]
    [InlineData("abc")]
    [InlineData("")]
    public void Other_rules_are_never_compared(string stored) =>
        FingerprintKey.Compare(stored, Key.Sign("text")).ShouldBe(ContentMatch.OtherRule);

    [Theory]
    [InlineData("v2:")]
    [InlineData("v2:abc")]
    [InlineData("v2::abc")]
    public void A_fingerprint_without_the_id_of_a_key_is_not_compared(string stored) =>
        FingerprintKey.Compare(stored, Key.Sign("text")).ShouldBe(ContentMatch.OtherKey);

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
            Options = [new Gilded("gold") { Text = "any" }],
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

    private static string TextOf(OrderRequest request)
    {
        var content = new ContentWriter(stackalloc char[16]);
        try
        {
            OrderContent.Write(ref content, request);
            return content.Text.ToString();
        }
        finally
        {
            content.Dispose();
        }
    }

    private static OrderRequest Change(Func<OrderLine, OrderLine> change) => Full with { Lines = [change(Full.Lines[0]), Full.Lines[1]] };

    private static OrderRequest ChangeRecipient(Func<Recipient, Recipient> change) =>
        Change(line => line with { Recipient = change(line.Recipient!) });

    private static OrderRequest ChangeAddress(Func<PostalAddress, PostalAddress> change) =>
        ChangeRecipient(recipient => recipient with { PostalAddress = change(Address) });

    private static OrderRequest WithoutPost(Func<Recipient, Recipient>? change = null) =>
        ChangeRecipient(recipient => (change?.Invoke(recipient) ?? recipient) with { PostalAddress = null });

    private sealed record Gilded(string? Wrap) : ProviderOrderOptions
    {
        public override string Provider => "any";

        public string? Text { get; init; }

        public override IEnumerable<(string Name, string? Value)> ContentOf(OrderRequest request) => [("wrap", Wrap)];
    }
}
