using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Whatever GIFQ answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
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
