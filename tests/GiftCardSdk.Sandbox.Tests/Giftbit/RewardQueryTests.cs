using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class RewardQueryTests
{
    [Theory]
    [InlineData("", "q-3,q-2,q-1")]
    [InlineData("order=asc", "q-1,q-2,q-3")]
    [InlineData("sort=recipient_email&order=asc", "q-2,q-3,q-1")]
    [InlineData("campaign_id=q-2", "q-2")]
    [InlineData("recipient_email=ada", "q-2")]
    [InlineData("status=REDEEMED", "q-1")]
    [InlineData("delivery_status=UNDELIVERABLE", "q-3")]
    [InlineData("created_date_greater_than=2026-01-15%2004:01:02", "q-3,q-2")]
    [InlineData("created_date_less_than=2026-01-15%2004:01:02", "q-2,q-1")]
    [InlineData("redeemed_date_greater_than=2026-01-15%2000:00:00", "q-1")]
    [InlineData("redelivery_count_greater_than=1", "q-2")]
    [InlineData("price_in_cents_less_than=1200", "q-3,q-2,q-1")]
    [InlineData("price_in_cents_greater_than=1201", "")]
    [InlineData("limit=1&offset=1", "q-2")]
    public async Task Rewards_are_filtered_sorted_and_paged(string query, string expected)
    {
        await using var caller = await ThreeOrdersAsync();

        var gifts = (await caller.GetAsync("gifts?" + query)).Gifts;

        string.Join(',', gifts.Select(gift => Answer.Word(gift, "campaign_id"))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("recipient_email=ad")]
    [InlineData("created_date_less_than=2026-01-15")]
    [InlineData("sort=created_date")]
    [InlineData("order=up")]
    [InlineData("redelivery_count_less_than=few")]
    public async Task A_query_that_makes_no_sense_is_refused(string query)
    {
        await using var caller = await GiftbitCaller.StartAsync();

        (await caller.GetAsync("gifts?" + query)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_reward_is_found_by_its_uuid_and_by_its_orders()
    {
        await using var caller = await ThreeOrdersAsync();
        var gift = (await caller.GetAsync("gifts?recipient_name=mira&campaign_id=q-2")).Gifts.ShouldHaveSingleItem();

        var byUuid = await caller.GetAsync("gifts?uuid=" + Answer.Word(gift, "uuid"));
        var byOrder = await caller.GetAsync("gifts?campaign_uuid=" + Answer.Word(gift, "campaign_uuid"));
        var contradiction = await caller.GetAsync($"gifts?campaign_id=q-1&uuid={Answer.Word(gift, "uuid")}");
        var nobody = await caller.GetAsync("gifts?campaign_uuid=nobody");

        Answer.Word(byUuid.Gifts.ShouldHaveSingleItem(), "campaign_id").ShouldBe("q-2");
        byOrder.Gifts.ShouldHaveSingleItem().GetRawText().ShouldBe(gift.GetRawText());
        contradiction.Gifts.ShouldBeEmpty();
        nobody.Gifts.ShouldBeEmpty();
    }

    private static async Task<GiftbitCaller> ThreeOrdersAsync()
    {
        var caller = await GiftbitCaller.StartAsync();
        var addresses = new[] { "mira@mail.example", "ada@mail.example", "bounce@mail.example" };
        for (var i = 0; i < addresses.Length; i++)
        {
            await caller.OrderEmailAsync($"q-{i + 1}", addresses[i]);
            caller.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        caller.Twin.ClaimAll("q-1");
        var resent = (await caller.GetAsync("gifts?campaign_id=q-2")).Gifts.ShouldHaveSingleItem();
        await caller.PutAsync("gifts/" + Answer.Word(resent, "uuid"), """{"resend":true}""");
        return caller;
    }
}
