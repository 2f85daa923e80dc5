namespace GiftCardSdk.Huuray.Tests;

/// <summary>Whatever Huuray answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Quirk_24_members_that_no_document_names_are_passed_over(string operation) =>
        WireCalls.Odd.StrangeMembersArePassedOverAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [InlineData("balance.get", "Balances")]
    [InlineData("catalogue.list", "Products")]
    [InlineData("stock.get", "Stock")]
    [InlineData("exchange_rates.get", "ExchangeRate")]
    [InlineData("template.list", "Templates")]
    [InlineData("order.create", "OrderUID", "Vouchers", "Vouchers[]", "Vouchers[].Code", "Vouchers[].CVV", "Vouchers[].RedeemLink")]
    [InlineData("order.search", "OrderUID", "Vouchers", "Vouchers[]", "Vouchers[].Code", "Vouchers[].CVV", "Vouchers[].RedeemLink")]
    [InlineData("order.resend", "NumberOfResends")]
    [InlineData("order.cancel", "OrderCancelled", "Vouchers")]
    [InlineData("pdf.get", "Documents", "Documents[]", "Documents[].Content")]
    [InlineData("upload.create", "Token")]
    public Task A_member_that_nobody_needs_spoils_no_answer(string operation, params string[] strict) =>
        WireCalls.Odd.OnlyWhatMustBeRightIsRefusedAsync(operation, strict);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Quirk_10_what_is_no_answer_is_refused_and_not_taken_for_an_empty_one(string operation) =>
        WireCalls.Odd.EachIsRefusedAsync(operation, JsonMutations.NoAnswers);

    [Theory]
    [InlineData("odd-search-envelope")]
    [InlineData("odd-search-blank")]
    [InlineData("odd-search-null")]
    public async Task Quirk_10_a_search_that_succeeds_without_an_order_is_no_answer(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Api.SearchAsync(new() { RefId = "o-1" }));

        (failure.Code, failure.Operation).ShouldBe((GiftCardErrorCode.UnexpectedResponse, "order.search"));
    }
}
