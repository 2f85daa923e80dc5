using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace GiftCardSdk.Abstractions.Tests;

/// <summary>The key that providers see is a contract forever: the literal values here were computed elsewhere.</summary>
public sealed class OrderReferenceTests
{
    [Theory]
    [InlineData("survey-81-respondent-1044")]
    [InlineData("a")]
    [InlineData("0_-")]
    [InlineData("01234567890123456789012345678901234567890123456789")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void A_plain_reference_is_its_own_key(string reference) => new OrderReference(reference).ProviderKey.ShouldBe(reference);

    [Theory]
    [InlineData("Umfrage 81 / Person 1044", "g-aqw6ydrzxzz3o6mjk7dlwpkyki")]
    [InlineData("0123456789abcdef0123456789abcdef", "g-h2y32q4zi7vxmkmy4vtmzqxate")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "g-h3gvakxxfrgpiqkp7noh5n556i")]
    [InlineData("-lead", "g-ktqfuc7phc6ycqcolit4axereq")]
    [InlineData("büro", "g-eylpbha4qkeszihzc2ikz7bl5y")]
    public void Any_other_reference_is_hashed(string reference, string key) => new OrderReference(reference).ProviderKey.ShouldBe(key);

    [Fact]
    public void A_reference_that_ends_in_a_line_break_is_no_reference() =>
        Should.Throw<ArgumentException>(() => new OrderReference("abc\n"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\tb")]
    public void Blank_and_control_characters_are_refused(string? value) =>
        Should.Throw<ArgumentException>(() => new OrderReference(value!));

    [Fact]
    public void It_has_at_most_200_characters()
    {
        new OrderReference(new string('x', 200)).Value.Length.ShouldBe(200);
        Should.Throw<ArgumentException>(() => new OrderReference(new string('x', 201))).Message.ShouldContain("this one has 201");
    }

    [Fact]
    public void Every_key_is_one_that_every_provider_takes() =>
        Prop.ForAll(
                References,
                reference =>
                    Regex.IsMatch(
                        reference.ProviderKey,
                        "^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$",
                        RegexOptions.ExplicitCapture,
                        TimeSpan.FromSeconds(1)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Different_references_have_different_keys() =>
        Prop.ForAll(References, References, (left, right) => left == right || left.ProviderKey != right.ProviderKey)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_parts_make_the_same_reference_for_ever()
    {
        OrderReference.From("survey-81", "1044").Value.ShouldBe("r-i2u6gpgrawmxxf6hhfg642gooa");
        OrderReference.From("survey-81", " 1044").Value.ShouldNotBe("r-i2u6gpgrawmxxf6hhfg642gooa", StringComparer.Ordinal);
    }

    [Fact]
    public void Parts_are_kept_apart()
    {
        OrderReference.From("a", "bc").Value.ShouldBe("r-i7vg7ac4lntd4mybftjudbhbhe");
        OrderReference.From("ab", "c").Value.ShouldBe("r-maauunwxwbnqomhefkfzn6vb74");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u00a0\t\u3000")]
    public void No_part_and_a_missing_or_blank_part_are_refused(string? part)
    {
        Should.Throw<ArgumentException>(() => OrderReference.From());
        Should.Throw<ArgumentException>(() => OrderReference.From("survey-81", part!)).Message.ShouldContain("parts[1]");
        Should.Throw<ArgumentException>(() => OrderReference.From(part!)).Message.ShouldContain("parts[0]");
    }

    public static TheoryData<string, int, int> Halves =>
        new()
        {
            { "gift <", 0xD83C, 5 },
            { "gift <", 0xDF89, 5 },
            { "<gift", 0xD83C, 0 },
            { "<<", 0xDF89, 0 },
            { "ok \uD83C\uDF89 <", 0xD83C, 6 },
        };

    /// <summary>They differ as texts and have the same bytes: whoever came second would get the first one's card.</summary>
    [Theory]
    [MemberData(nameof(Halves))]
    public void A_half_of_a_surrogate_pair_is_refused_everywhere(string pattern, int half, int index)
    {
        var text = pattern.Replace('<', (char)half);
        Action[] ways =
        [
            () => _ = new OrderReference(text),
            () => _ = OrderReference.FromString(text),
            () => _ = (OrderReference)text,
            () => _ = OrderReference.From("survey-81", text),
        ];

        foreach (var way in ways)
        {
            var mistake = Should.Throw<ArgumentException>(way).Message;
            mistake.ShouldContain($"half a surrogate pair (U+{half:X4}) stands at index {index}");
        }

        Should.Throw<ArgumentException>(() => JsonSerializer.Deserialize("\"" + Escaped(text) + "\"", TestJson.Default.OrderReference));
    }

    [Fact]
    public void A_whole_emoji_is_part_of_a_reference_like_any_character()
    {
        var reference = new OrderReference("gift \uD83C\uDF89");

        reference.ShouldNotBe(new OrderReference("gift \uD83C\uDF88"));
        reference.ProviderKey.ShouldNotBe(new OrderReference("gift \uD83C\uDF88").ProviderKey, StringComparer.Ordinal);
        OrderReference.From("\uD83C\uDF89").ShouldNotBe(OrderReference.From("\uD83C\uDF88"));
    }

    /// <summary>Nothing is folded, trimmed or normalized: what differs in one character is another order.</summary>
    [Theory]
    [InlineData("Order-1", "order-1")]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("wave 1", "wave  1")]
    [InlineData("wave 1", "wave\u00a01")]
    [InlineData("stra\u00dfe", "strasse")]
    [InlineData("\uff11", "1")]
    public void Every_character_counts_as_it_is(string left, string right)
    {
        new OrderReference(left).ShouldNotBe(new OrderReference(right));
        new OrderReference(left).ProviderKey.ShouldNotBe(new OrderReference(right).ProviderKey, StringComparer.Ordinal);
        OrderReference.From("a", left).ShouldNotBe(OrderReference.From("a", right));
    }

    [Theory]
    [InlineData(" order-1")]
    [InlineData("order-1 ")]
    [InlineData("order-1\u00a0")]
    [InlineData("\u3000order-1")]
    public void Blanks_at_the_ends_are_refused_since_nobody_sees_them(string text) =>
        Should.Throw<ArgumentException>(() => new OrderReference(text)).Message.ShouldContain("trim it");

    [Fact]
    public void New_ones_differ_and_are_their_own_keys()
    {
        var references = Enumerable.Range(0, 1000).Select(_ => OrderReference.New()).ToList();

        references.Distinct().Count().ShouldBe(1000);
        references.ShouldAllBe(reference => reference.ProviderKey == reference.Value && reference.Value.Length == 28);
    }

    [Fact]
    public void It_stands_in_json_as_its_text()
    {
        var json = JsonSerializer.Serialize(new OrderReference("order 1"), TestJson.Default.OrderReference);

        json.ShouldBe("\"order 1\"");
        JsonSerializer.Deserialize(json, TestJson.Default.OrderReference).ShouldBe(new OrderReference("order 1"));
        JsonSerializer.Deserialize("null", TestJson.Default.OrderReference).ShouldBe(default);
        default(OrderReference).Value.ShouldBe("");
    }

    [Fact]
    public void A_text_may_stand_where_a_reference_is_expected()
    {
        OrderReference reference = "order-1";

        reference.ToString().ShouldBe("order-1");
        OrderReference.FromString("order-1").ShouldBe(reference);
    }

    private static string Escaped(string text) => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"));

    private static Arbitrary<OrderReference> References { get; } =
        ArbMap
            .Default.ArbFor<NonEmptyString>()
            .Generator.Select(text => text.Get)
            .Where(text =>
                !string.IsNullOrWhiteSpace(text)
                && text.Trim() == text
                && text.Length <= 200
                && !text.Any(char.IsControl)
                && !text.Any(char.IsSurrogate)
            )
            .Select(text => new OrderReference(text))
            .ToArbitrary();
}
