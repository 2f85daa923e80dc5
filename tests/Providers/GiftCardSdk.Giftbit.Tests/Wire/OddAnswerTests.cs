namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Whatever Giftbit answers, for every operation: an answer, or a <see cref="GiftCardException"/>, and nothing else.</summary>
public sealed class OddAnswerTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    [Theory]
    [InlineData("ping", "username")]
    [InlineData("brands.list", "brands")]
    [InlineData("brands.get", "brand", "brand.brand_code")]
    [InlineData("regions.list", "regions")]
    [InlineData("campaign.create", "campaign", "campaign.uuid", "campaign.status", "campaign.price_in_cents")]
    [InlineData("shortlinks.create", "campaign", "campaign.uuid", "campaign.status", "campaign.price_in_cents")]
    [InlineData(
        "direct_links.create",
        "campaign",
        "campaign.uuid",
        "campaign.status",
        "campaign.price_in_cents",
        "direct_links",
        "direct_links[]"
    )]
    [InlineData("embedded.create", "campaign", "campaign.uuid", "gift_link")]
    [InlineData("campaign.get", "campaign", "campaign.uuid", "campaign.status", "campaign.price_in_cents")]
    [InlineData("links.get", "shortlinks", "shortlinks[]", "shortlinks[].shortlink", "shortlinks[].link")]
    [InlineData("funds.get", "fundsbycurrency")]
    [InlineData("funds.add", "fundsbycurrency")]
    [InlineData("gifts.list", "gifts")]
    [InlineData("gifts.get", "gift", "gift.uuid")]
    [InlineData("gifts.resend", "gift", "gift.uuid")]
    [InlineData("gifts.cancel", "gift", "gift.uuid")]
    public Task A_member_that_nobody_needs_spoils_no_answer(string operation, params string[] strict) =>
        WireCalls.Odd.OnlyWhatMustBeRightIsRefusedAsync(operation, strict);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Members_that_no_document_names_are_passed_over(string operation) =>
        WireCalls.Odd.StrangeMembersArePassedOverAsync(operation, "fundsbycurrency");

    [Theory]
    [MemberData(nameof(Operations))]
    public Task No_change_of_any_member_throws_anything_but_a_gift_card_exception(string operation) =>
        WireCalls.Odd.EachChangeIsKnownAsync(operation);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task What_is_no_answer_is_refused(string operation) => WireCalls.Odd.EachIsRefusedAsync(operation, JsonMutations.NoAnswers);
}
