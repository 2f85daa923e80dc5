namespace GiftCardSdk.Gifq.Tests;

/// <summary>Whatever GIFQ answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("products.list")]
    [InlineData(
        "orders.create",
        "id",
        "status",
        "face_value",
        "redeem_details",
        "redeem_details.code",
        "redeem_details.pin",
        "redeem_details.link",
        "redeem_details.link_challenge_code",
        "redeem_details.serial",
        "redeem_details.security_code"
    )]
    [InlineData("orders.list")]
    [InlineData(
        "orders.get",
        "id",
        "status",
        "face_value",
        "redeem_details",
        "redeem_details.code",
        "redeem_details.pin",
        "redeem_details.link",
        "redeem_details.link_challenge_code",
        "redeem_details.serial",
        "redeem_details.security_code"
    )]
    [InlineData("campaigns.list")]
    [InlineData("campaigns.create", "id", "status")]
    [InlineData("campaigns.get", "id", "status")]
    [InlineData("campaigns.catalog")]
    [InlineData("payout_orders.create", "id", "status", "total_amount")]
    [InlineData("payout_orders.list")]
    [InlineData("payout_orders.get", "id", "status", "total_amount")]
    [InlineData("payouts.list")]
    [InlineData("payouts.page", "amount", "brands")]
    [InlineData("balances.list")]
    [InlineData("transactions.list")]
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
        WireCalls.Odd.EachIsRefusedAsync(
            operation,
            JsonMutations.NoAnswers.Where(body => body.What != "a list" || !WireCalls.IsList(operation))
        );
}
