using GiftCardSdk.Testing.WireMock;

namespace GiftCardSdk.Testing.Tests.WireMock;

/// <summary>What the documents of the providers show, as data.</summary>
public sealed class DocumentedExampleTests
{
    private static readonly string[] Certainties = ["documented", "third-party", "inferred", "assumed"];

    public static TheoryData<string> Providers => [.. GiftCardWireMock.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_example_says_what_it_shows_where_it_is_from_and_how_sure_it_is(string provider)
    {
        var examples = GiftCardWireMock.ExamplesOf(provider);

        examples.Count.ShouldBeGreaterThan(30);
        examples.ShouldAllBe(example => example.Title.Length > 10);
        examples.ShouldAllBe(example =>
            Certainties.Any(word => example.Source.Contains(word, StringComparison.OrdinalIgnoreCase)) && example.Source.EndsWith('.')
        );
        examples.DistinctBy(example => example.Title, StringComparer.Ordinal).Count().ShouldBe(examples.Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_operation_has_an_answer_from_the_start_and_every_refusal_waits_to_be_asked_for(string provider)
    {
        var operations = GiftCardWireMock
            .ExamplesOf(provider)
            .Where(example => example.Method is not null)
            .ToLookup(Operation, StringComparer.Ordinal);

        operations
            .Where(examples => !examples.Any(example => example.IsAnsweredFromTheStart))
            .Select(examples => examples.Key)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gifq", 19)]
    [InlineData("giftbit", 16)]
    [InlineData("giftcardpartners", 12)]
    [InlineData("giftronaut", 25)]
    [InlineData("huuray", 11)]
    public void Every_documented_operation_has_an_example(string provider, int operations) =>
        GiftCardWireMock
            .ExamplesOf(provider)
            .Where(example => example.Method is not null)
            .Select(Operation)
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBeGreaterThanOrEqualTo(operations);

    [Fact]
    public void A_provider_that_nobody_knows_is_named_with_those_that_there_are() =>
        Should
            .Throw<ArgumentException>(() => GiftCardWireMock.ExamplesOf("acme"))
            .Message.ShouldContain("gifq, giftbit, giftcardpartners, giftronaut, huuray");

    private static string Operation(DocumentedExample example) => $"{example.Method} {example.Path}";
}
