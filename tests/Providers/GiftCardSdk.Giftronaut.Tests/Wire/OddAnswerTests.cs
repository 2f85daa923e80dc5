namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Whatever Giftronaut answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Readers => [.. WireCalls.All.Keys.Where(name => !WireCalls.TakesAnyAnswer(name))];

    [Theory]
    [InlineData("branded_cards.list", "data")]
    [InlineData("choice_cards.list", "data")]
    [InlineData("branded_cards.order", "orderId", "status")]
    [InlineData("choice_cards.order", "orderId", "status")]
    [InlineData("orders.list", "data")]
    [InlineData("orders.get", "orderId", "status", "recipients", "recipients[]", "recipients[].rewardLink")]
    [InlineData("reward_links.order", "orderId", "status")]
    [InlineData("test_email.send", "status")]
    [InlineData("balance.get", "data", "data.availableBalance", "data.availableBalance.amount")]
    [InlineData("balance.ledger", "data")]
    [InlineData("balance.charge", "fundingNo")]
    [InlineData("templates.list", "data")]
    [InlineData("templates.get", "templateId")]
    [InlineData("templates.create", "templateId")]
    [InlineData("templates.replace", "templateId")]
    [InlineData("campaigns.list", "data")]
    [InlineData("campaigns.get", "campaignId", "amount")]
    [InlineData("campaigns.create", "campaignId", "amount")]
    [InlineData("campaigns.replace", "campaignId", "amount")]
    [InlineData("campaigns.run", "orderId", "status")]
    public Task A_member_that_nobody_needs_spoils_no_answer(string operation, params string[] strict) =>
        WireCalls.Odd.OnlyWhatMustBeRightIsRefusedAsync(operation, strict);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task Members_that_no_document_names_are_passed_over(string operation) =>
        WireCalls.Odd.StrangeMembersArePassedOverAsync(operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [MemberData(nameof(Readers))]
    public Task What_is_no_answer_is_refused(string operation) =>
        WireCalls.Odd.EachIsRefusedAsync(
            operation,
            JsonMutations.NoAnswers.Where(body => body.What != "a list" || !WireCalls.IsList(operation))
        );

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Where_any_success_has_said_all_a_strange_body_takes_nothing_of_it_back(string operation)
    {
        int[] successes = WireCalls.TakesAnyAnswer(operation) ? [200, 202] : [];
        foreach (var status in successes)
        {
            await WireCalls.Odd.EachIsTakenAsync(operation, JsonMutations.NoAnswers, status);
        }
    }
}
