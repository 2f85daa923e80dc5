using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace GiftCardSdk.Abstractions.Tests;

public sealed class MoneyTests
{
    private static readonly string[] Currencies = ["EUR", "JPY", "KWD", "CLF", "PRO"];

    [Theory]
    [InlineData("25", "eur", "25.00 EUR")]
    [InlineData("25.5", "USD", "25.50 USD")]
    [InlineData("2500", "JPY", "2500 JPY")]
    [InlineData("1.5", "KWD", "1.500 KWD")]
    [InlineData("25.005", "EUR", "25.005 EUR")]
    [InlineData("-3.1", "EUR", "-3.10 EUR")]
    [InlineData("7", "PRO", "7.00 PRO")]
    public void It_prints_at_least_the_places_of_its_currency(string amount, string currency, string text) =>
        Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).ToString().ShouldBe(text);

    [Theory]
    [InlineData("EURO")]
    [InlineData("E1R")]
    [InlineData("")]
    [InlineData("ÄÖÜ")]
    public void Only_three_letters_are_a_currency(string currency) =>
        Should.Throw<ArgumentException>(() => Money.Of(1, currency)).Message.ShouldContain("three letters such as EUR");

    [Theory]
    [InlineData("EURO")]
    [InlineData("E1R")]
    [InlineData("")]
    [InlineData("ÄÖÜ")]
    [InlineData(null)]
    public void An_amount_without_a_currency_is_none(string? currency)
    {
        Money.IsCurrency(currency).ShouldBeFalse();
        Money.OrNull(1, currency).ShouldBeNull();
    }

    [Fact]
    public void An_amount_with_its_currency_is_taken_as_it_is()
    {
        Money.IsCurrency("eur").ShouldBeTrue();
        Money.OrNull(25.005m, "eur").ShouldBe(Money.Of(25.005m, "EUR"));
        Money.OrNull(null, "EUR").ShouldBeNull();
    }

    [Theory]
    [InlineData(2500, "EUR", "25")]
    [InlineData(2500, "JPY", "2500")]
    [InlineData(2500, "KWD", "2.5")]
    [InlineData(2500, "CLF", "0.25")]
    [InlineData(-1, "USD", "-0.01")]
    public void Minor_units_follow_the_currency(long units, string currency, string amount)
    {
        var money = Money.FromMinorUnits(units, currency);

        money.Amount.ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));
        money.ToMinorUnits().ShouldBe(units);
    }

    [Fact]
    public void A_wire_may_have_units_of_its_own_size()
    {
        Money.FromMinorUnits(2500, "JPY", 2).ShouldBe(Money.Of(25, "JPY"));
        Money.Of(25, "JPY").ToMinorUnits(2).ShouldBe(2500);
    }

    [Fact]
    public void Nothing_is_rounded()
    {
        var half = Money.Of(10.005m, "EUR");

        half.IsPayable.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => half.ToMinorUnits()).Message.ShouldContain("never rounds");
        Should.Throw<InvalidOperationException>(() => Money.Of(10.5m, "JPY").ToMinorUnits());
        Money.Of(10.005m, "KWD").IsPayable.ShouldBeTrue();
        Money.Of(decimal.MaxValue, "EUR").IsPayable.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_is_an_error()
    {
        Should.Throw<OverflowException>(() => Money.Of(1e20m, "EUR").ToMinorUnits());
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Of(1, "EUR").ToMinorUnits(7));
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromMinorUnits(1, "EUR", -1));
    }

    [Fact]
    public void Different_currencies_are_never_mixed()
    {
        var (euro, dollar) = (Money.Of(1, "EUR"), Money.Of(1, "USD"));

        Should.Throw<InvalidOperationException>(() => euro + dollar).Message.ShouldContain("1.00 EUR and 1.00 USD");
        Should.Throw<InvalidOperationException>(() => euro - dollar);
        Should.Throw<InvalidOperationException>(() => euro < dollar);
        euro.Equals(dollar).ShouldBeFalse();
    }

    [Fact]
    public void It_computes_and_compares()
    {
        var (one, two) = (Money.Of(1, "EUR"), Money.Of(2.00m, "EUR"));

        (one + two).ShouldBe(Money.Of(3, "EUR"));
        (one - two).ShouldBe(Money.Of(-1, "EUR"));
        (two * 1.5m).ShouldBe(Money.Of(3, "EUR"));
        (one < two).ShouldBeTrue();
        (one <= two).ShouldBeTrue();
        (two > one).ShouldBeTrue();
        (one >= two).ShouldBeFalse();
        var same = Money.Of(1.00m, "EUR");
        (one < same || one > same).ShouldBeFalse();
        (one <= same && one >= same).ShouldBeTrue();
        Money.Of(2, "eur").ShouldBe(two);
    }

    [Fact]
    public void The_default_is_nothing_in_no_currency()
    {
        default(Money).ToString().ShouldBe("0.00 XXX");
        default(Money).Amount.ShouldBe(0);
    }

    [Fact]
    public void Minor_units_come_back_whole() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<long>(),
                Gen.Elements(Currencies).ToArbitrary(),
                (units, currency) => Money.FromMinorUnits(units, currency).ToMinorUnits() == units
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_and_taking_away_is_exact() =>
        Prop.ForAll<int, int>(
                (left, right) =>
                {
                    var (a, b) = (Money.FromMinorUnits(left, "EUR"), Money.FromMinorUnits(right, "EUR"));
                    return (a + b - b).Equals(a) && (a + b).ToMinorUnits() == (long)left + right;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Json_loses_no_digit() =>
        Prop.ForAll<long, byte>(
                (digits, scale) =>
                {
                    var money = Money.Of(new decimal((int)digits, (int)(digits >> 32), 0, digits < 0, (byte)(scale % 29)), "EUR");
                    var json = JsonSerializer.Serialize(money, TestJson.Default.Money);
                    return JsonSerializer.Deserialize(json, TestJson.Default.Money).Equals(money);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("25", "25")]
    [InlineData("25.00", "25")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("007.10", "7.1")]
    [InlineData("0.000000001", "0.000000001")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1.00000000000000000000000000000000", "1")]
    public void An_amount_is_digits_and_a_point(string text, string amount)
    {
        AmountText.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));
        Money.Parse($"{text} eur").ShouldBe(Money.Of(read, "EUR"));
        JsonSerializer.Deserialize($"\"{text} EUR\"", TestJson.Default.Money).ShouldBe(Money.Of(read, "EUR"));
    }

    [Theory]
    [InlineData("12,50")]
    [InlineData("1,250.00")]
    [InlineData("1.250,00")]
    [InlineData("1 250")]
    [InlineData("1'250")]
    [InlineData("1\u00a0250")]
    [InlineData("25-")]
    [InlineData("+25")]
    [InlineData("--25")]
    [InlineData("(25)")]
    [InlineData("- 25")]
    [InlineData("25.")]
    [InlineData(".5")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData(" 25")]
    [InlineData("25 ")]
    [InlineData("2.5e1")]
    [InlineData("0x19")]
    [InlineData("$25")]
    [InlineData("25\u20ac")]
    [InlineData("1.2.3")]
    [InlineData("\u0662\u0665")]
    [InlineData("NaN")]
    [InlineData("25\0")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("7922816251426433759354395033.55")]
    public void Another_form_is_no_amount_and_nothing_is_rounded(string text)
    {
        AmountText.TryParse(text, out var read).ShouldBeFalse();
        read.ShouldBe(0);
        Money.TryParse($"{text} EUR", out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Money.Parse($"{text} EUR")).Message.ShouldContain("25.00 EUR");
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize($"\"{JsonEncodedText.Encode($"{text} EUR")}\"", TestJson.Default.Money)
        );
    }

    [Theory]
    [InlineData("25 EURO")]
    [InlineData("25 E1R")]
    [InlineData("25  EUR")]
    [InlineData("25\tEUR")]
    [InlineData("25EUR")]
    [InlineData("EUR 25")]
    [InlineData("25 EUR ")]
    [InlineData("25")]
    [InlineData(null)]
    public void Money_is_an_amount_a_blank_and_a_code(string? text) => Money.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void No_text_at_all_is_a_mistake_of_the_caller() => Should.Throw<ArgumentNullException>(() => Money.Parse(null!));

    [Fact]
    public void Printing_leaves_no_digit_out()
    {
        Money.Of(0.000000001m, "EUR").ToString().ShouldBe("0.000000001 EUR");
        Money.Of(decimal.MaxValue, "EUR").ToString().ShouldBe("79228162514264337593543950335.00 EUR");
    }

    [Theory]
    [InlineData("\"25.00\"")]
    [InlineData("\"EUR 25\"")]
    [InlineData("\"25 EURO\"")]
    [InlineData("null")]
    [InlineData("25")]
    [InlineData("{}")]
    public void Json_of_another_form_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, TestJson.Default.Money)).Message.ShouldContain("25.00 EUR");
}
