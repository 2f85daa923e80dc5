using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Whatever Huuray answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Quirk_24_members_that_no_document_names_are_passed_over(string operation)
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
    public async Task Quirk_10_what_is_no_answer_is_refused_and_not_taken_for_an_empty_one(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        foreach (var (what, body) in JsonMutations.NoAnswers.Concat(JsonMutations.Cut(answer)))
        {
            server.Answer(body, mediaType: body.StartsWith('<') ? "text/html" : "application/json");
            var failure = await Record.ExceptionAsync(() => call(accounts.Api));

            failure.ShouldNotBeNull(what);
            ShouldBeKnown(failure, what, operation);
            ((GiftCardException)failure).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse, what);
        }
    }

    [Theory]
    [InlineData("""{ "Status": 200, "Message": "OK" }""")]
    [InlineData("""{ "OrderUID": "", "Status": 200 }""")]
    [InlineData("""{ "OrderUID": null, "Vouchers": [], "Status": 404 }""")]
    public async Task Quirk_10_a_search_that_succeeds_without_an_order_is_no_answer(string body)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(body);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.SearchAsync(new() { RefId = "o-1" }));

        (failure.Code, failure.Operation).ShouldBe((GiftCardErrorCode.UnexpectedResponse, "order.search"));
    }

    private static void ShouldBeKnown(Exception? failure, string what, string operation)
    {
        if (failure is not null)
        {
            var known = failure.ShouldBeOfType<GiftCardException>(what);
            (known.Outcome, known.Operation).ShouldBe((WireCalls.Lost(operation), operation), what);
        }
    }
}
