using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Whatever Giftronaut answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Readers => [.. WireCalls.All.Keys.Where(name => !WireCalls.TakesAnyAnswer(name))];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Members_that_no_document_names_are_passed_over(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(JsonMutations.WithStrangeMembers(answer));

        (await Record.ExceptionAsync(() => call(accounts.Api))).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Readers))]
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
    [MemberData(nameof(Readers))]
    public async Task What_is_no_answer_is_refused(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        var noAnswers = JsonMutations.NoAnswers.Where(body => body.What != "a list" || !WireCalls.IsList(operation));
        foreach (var (what, body) in noAnswers.Concat(JsonMutations.Cut(answer)))
        {
            server.Answer(body, mediaType: body.StartsWith('<') ? "text/html" : "application/json");
            var failure = await Record.ExceptionAsync(() => call(accounts.Api));

            failure.ShouldNotBeNull(what);
            ShouldBeKnown(failure, what, operation);
            ((GiftCardException)failure).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse, what);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Where_any_success_has_said_all_a_strange_body_takes_nothing_of_it_back(string operation)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        foreach (var (what, body) in WireCalls.TakesAnyAnswer(operation) ? JsonMutations.NoAnswers : [])
        {
            foreach (var status in new[] { 200, 202 })
            {
                server.Answer(body, status);

                (await Record.ExceptionAsync(() => WireCalls.All[operation].Call(accounts.Api))).ShouldBeNull(what);
            }
        }
    }

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
