namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Whatever the provider answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Members_that_no_document_names_are_passed_over(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(JsonMutations.WithStrangeMembers(answer));

        (await Record.ExceptionAsync(() => call(accounts.Api))).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        foreach (var (what, json) in JsonMutations.OfEachPart(answer))
        {
            server.Answer(json);
            ShouldBeKnown(await Record.ExceptionAsync(() => call(accounts.Api)), what, operation);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_no_answer_is_refused(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        foreach (var (what, body) in NoAnswers(answer, operation))
        {
            server.Answer(body, mediaType: body.StartsWith('<') ? "text/html" : "application/json");
            var failure = await Record.ExceptionAsync(() => call(accounts.Api));
            if (operation == "status.get")
            {
                failure.ShouldBeNull($"{what}: of the health probe the status code alone counts");
                continue;
            }

            failure.ShouldNotBeNull(what);
            ShouldBeKnown(failure, what, operation);
            ((GiftCardException)failure).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse, what);
        }
    }

    [Fact]
    public async Task A_token_that_cannot_be_read_is_no_token_and_nothing_is_sent_without_one()
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server.BaseAddress, "a@account.example", "t", new HastyClock());
        var answer = Example.Read("token");
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
    private static IEnumerable<(string What, string Json)> NoAnswers(string answer, string operation) =>
        JsonMutations
            .NoAnswers.Where(no => no.What != "a list" || !operation.EndsWith(".list", StringComparison.Ordinal))
            .Where(no => no.What != "an empty object" || operation != "balance.get")
            .Concat(JsonMutations.Cut(answer));

    private static void ShouldBeKnown(Exception? failure, string what, string operation)
    {
        if (failure is not null)
        {
            var known = failure.ShouldBeOfType<GiftCardException>(what);
            var outcome = WireCalls.MovesMoney(operation) ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
            (known.Outcome, known.Operation, known.HttpStatus).ShouldBe((outcome, operation, 200), what);
        }
    }
}
