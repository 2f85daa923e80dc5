namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Whatever the provider answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData(
        "orders.create",
        "Id",
        "Status",
        "LineItems",
        "LineItems[]",
        "LineItems[].Value",
        "LineItems[].Status",
        "LineItems[].ClaimData",
        "LineItems[].ClaimData[]",
        "LineItems[].ClaimData[].ClaimLink",
        "LineItems[].ClaimData[].ClaimLinkChallengeAnswer"
    )]
    [InlineData(
        "orders.get",
        "Id",
        "Status",
        "LineItems",
        "LineItems[]",
        "LineItems[].Value",
        "LineItems[].Status",
        "LineItems[].ClaimData",
        "LineItems[].ClaimData[]",
        "LineItems[].ClaimData[].ClaimLink",
        "LineItems[].ClaimData[].ClaimLinkChallengeAnswer"
    )]
    [InlineData("orders.list", "Data")]
    [InlineData("balance.get", "Available", "AvailableBalance", "CurrencyCode")]
    [InlineData("products.list", "Data")]
    [InlineData("products.get", "Id")]
    [InlineData("shipping_methods.list", "Data")]
    [InlineData("carriers.list", "Data")]
    [InlineData("brandings.list", "Data")]
    [InlineData("status.get")]
    [InlineData("departments.list", "Data")]
    public Task A_member_that_nobody_needs_spoils_no_answer(string operation, params string[] strict) =>
        WireCalls.Odd.OnlyWhatMustBeRightIsRefusedAsync(operation, strict);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Members_that_no_document_names_are_passed_over(string operation) =>
        WireCalls.Odd.StrangeMembersArePassedOverAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task What_is_no_answer_is_refused(string operation) =>
        operation == "status.get"
            ? WireCalls.Odd.EachIsTakenAsync(operation, [.. NoAnswers(operation), .. JsonMutations.Cut(WireCalls.All[operation].Answer)])
            : WireCalls.Odd.EachIsRefusedAsync(operation, NoAnswers(operation));

    [Fact]
    public async Task A_token_that_cannot_be_read_is_no_token_and_nothing_is_sent_without_one()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, "a@account.example", "t", new ConformanceClock());
        var answer = Example.Read("token-create");
        foreach (
            var (what, body) in JsonMutations
                .NoAnswers.Concat(JsonMutations.Cut(answer))
                .Append(("no value", """{ "ExpiresIn": 60 }"""))
                .Append(("an empty value", """{ "Value": "" }"""))
                .Append(("no text", """{ "Value": true }"""))
        )
        {
            server.Answer(body);

            var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.CreateOrderAsync(Requests.Wire()), what);

            (failure.Code, failure.Outcome, failure.Operation).ShouldBe(
                (GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.NothingCreated, "orders.create"),
                what
            );
        }

        server.Requests.ShouldAllBe(request => request.Path == "/v1/Tokens");
    }

    /// <summary>Of what is never an answer: a bare list is one where lists are asked for, and an empty object one where nothing is required.</summary>
    private static IEnumerable<(string What, string Json)> NoAnswers(string operation) =>
        JsonMutations
            .NoAnswers.Where(no => no.What != "a list" || !operation.EndsWith(".list", StringComparison.Ordinal))
            .Where(no => no.What != "an empty object" || operation != "balance.get");
}
