namespace GiftCardSdk.Gifq.Tests;

/// <summary>Whatever GIFQ answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    private static readonly OddAnswers<IGifqApi> Odd = new(WireCalls.All, server => Accounts.At(server), WireCalls.MovesMoney);

    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Members_that_no_document_names_are_passed_over(string operation) => Odd.StrangeMembersArePassedOverAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task What_is_no_answer_is_refused(string operation) =>
        Odd.EachIsRefusedAsync(operation, JsonMutations.NoAnswers.Where(body => body.What != "a list" || !WireCalls.IsList(operation)));
}
