namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Whatever Giftronaut answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    private static readonly OddAnswers<IGiftronautApi> Odd = new(WireCalls.All, server => Accounts.At(server), WireCalls.MovesMoney);

    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Readers => [.. WireCalls.All.Keys.Where(name => !WireCalls.TakesAnyAnswer(name))];

    [Theory]
    [MemberData(nameof(Readers))]
    public Task Members_that_no_document_names_are_passed_over(string operation) => Odd.StrangeMembersArePassedOverAsync(operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task What_is_no_answer_is_refused(string operation) =>
        Odd.EachIsRefusedAsync(operation, JsonMutations.NoAnswers.Where(body => body.What != "a list" || !WireCalls.IsList(operation)));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Where_any_success_has_said_all_a_strange_body_takes_nothing_of_it_back(string operation)
    {
        int[] successes = WireCalls.TakesAnyAnswer(operation) ? [200, 202] : [];
        foreach (var status in successes)
        {
            await Odd.EachIsTakenAsync(operation, JsonMutations.NoAnswers, status);
        }
    }
}
