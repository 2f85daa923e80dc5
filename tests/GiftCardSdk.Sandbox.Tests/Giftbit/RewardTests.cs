using System.Net;
using System.Text.Json;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class RewardTests
{
    [Fact]
    public async Task An_emailed_reward_is_unsent_then_delivered_then_claimed_in_pacific_time()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("r-1", "mira@mail.example");

        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var unsent = await OnlyAsync(caller, "r-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var delivered = await OnlyAsync(caller, "r-1");
        caller.Twin.Claim(Answer.Word(delivered, "uuid")!);
        var claimed = await OnlyAsync(caller, "r-1");

        States(unsent).ShouldBe(("UNSENT", "SENT_AND_REDEEMABLE"));
        unsent.TryGetProperty("delivery_date", out _).ShouldBeFalse();
        Answer.Word(unsent, "recipient_name").ShouldBe("Mira");
        States(delivered).ShouldBe(("DELIVERED", "SENT_AND_REDEEMABLE"));
        // The clock stands at noon UTC on a winter's day.
        Answer.Word(delivered, "created_date").ShouldBe("2026-01-15 04:00:02");
        Answer.Word(delivered, "delivery_date").ShouldBe("2026-01-15 04:00:03");
        States(claimed).ShouldBe(("DELIVERED", "REDEEMED"));
        Answer.Word(claimed, "redeemed_date").ShouldBe("2026-01-15 04:00:03");
    }

    [Fact]
    public async Task Who_has_unsubscribed_is_refused_in_the_next_order()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("u-1", "unsubscribed@mail.example");
        caller.Clock.Advance(TimeSpan.FromSeconds(3));

        var next = await caller.OrderEmailAsync("u-2", "unsubscribed@mail.example");

        States(await OnlyAsync(caller, "u-1")).ShouldBe(("UNSUBSCRIBED", "SENT_AND_REDEEMABLE"));
        next.Campaign.GetProperty("contacts_failure_count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_reward_of_choice_has_no_brand_and_no_price_until_it_is_claimed()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.PostAsync("direct_links", """{"id":"ch-1","price_in_cents":1500,"brand_codes":["trailgearus","northcafeus"]}""");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var open = await OnlyAsync(caller, "ch-1");

        caller.Twin.Claim(Answer.Word(open, "uuid")!, "northcafeus");

        open.TryGetProperty("brand_code", out _).ShouldBeFalse();
        open.TryGetProperty("price_in_cents", out _).ShouldBeFalse();
        var claimed = await OnlyAsync(caller, "ch-1");
        Answer.Word(claimed, "brand_code").ShouldBe("northcafeus");
        claimed.GetProperty("price_in_cents").GetInt64().ShouldBe(1_500);
    }

    [Fact]
    public async Task A_reward_can_be_claimed_by_its_link()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var link = (await caller.OrderDirectLinkAsync("l-1")).Json.GetProperty("direct_links")[0].GetString()!;

        caller.Twin.Claim(link);
        caller.Clock.Advance(TimeSpan.FromSeconds(2));

        States(await OnlyAsync(caller, "l-1")).ShouldBe(("LINKCREATED", "REDEEMED"));
        Should.Throw<InvalidOperationException>(() => caller.Twin.Claim(link)).Message.ShouldNotContain(link);
    }

    [Fact]
    public async Task Cancelling_gives_the_money_back_once_and_only_while_the_reward_is_open()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderDirectLinkAsync("x-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var uuid = Answer.Word(await OnlyAsync(caller, "x-1"), "uuid");

        var cancelled = await caller.DeleteAsync("gifts/" + uuid);
        var again = await caller.DeleteAsync("gifts/" + uuid);

        cancelled.Code.ShouldBe("INFO_GIFTS_CANCELED");
        Answer.Word(cancelled.Json.GetProperty("gift"), "status").ShouldBe("GIVER_CANCELLED");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Code.ShouldBe("ERROR_SIM_CANCEL_REFUSED");
        caller.Twin.Balances["USD"].ShouldBe(2_500_000_000);
    }

    [Fact]
    public async Task A_claimed_reward_can_be_neither_cancelled_nor_resent()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("y-1", "mira@mail.example");
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var uuid = Answer.Word(await OnlyAsync(caller, "y-1"), "uuid")!;
        caller.Twin.Claim(uuid);

        (await caller.DeleteAsync("gifts/" + uuid)).Code.ShouldBe("ERROR_SIM_CANCEL_REFUSED");
        (await caller.PutAsync("gifts/" + uuid, """{"resend":true}""")).Code.ShouldBe("ERROR_SIM_RESEND_REFUSED");
    }

    [Fact]
    public async Task Resending_counts_and_leaves_the_delivery_date_alone()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderEmailAsync("z-1", "mira@mail.example");
        caller.Clock.Advance(TimeSpan.FromSeconds(3));
        var before = await OnlyAsync(caller, "z-1");
        caller.Clock.Advance(TimeSpan.FromHours(1));

        var resent = await caller.PutAsync("gifts/" + Answer.Word(before, "uuid"), """{"resend":true}""");

        resent.Code.ShouldBe("INFO_GIFTS_RESENT");
        resent.Json.GetProperty("gift").GetProperty("redelivery_count").GetInt32().ShouldBe(1);
        Answer.Word(resent.Json.GetProperty("gift"), "delivery_date").ShouldBe(Answer.Word(before, "delivery_date"));
        (await caller.PutAsync("gifts/" + Answer.Word(before, "uuid"), "{}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_expiry_is_inclusive_in_pacific_time_and_gives_a_quarter_back()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 2_500);
        await caller.PostAsync(
            "direct_links",
            """{"id":"e-1","price_in_cents":2500,"brand_codes":["northcafeus"],"expiry":"2026-01-16"}"""
        );

        // Noon UTC on the 15th to one second before midnight Pacific at the end of the 16th.
        caller.Clock.Advance(new TimeSpan(1, 19, 59, 59));
        var open = await OnlyAsync(caller, "e-1");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await OnlyAsync(caller, "e-1");

        States(open).ShouldBe(("LINKCREATED", "SENT_AND_REDEEMABLE"));
        States(expired).ShouldBe(("LINKCREATED", "EXPIRED"));
        caller.Twin.Balances["USD"].ShouldBe(625);
    }

    [Fact]
    public async Task Nothing_can_be_done_to_a_reward_that_does_not_exist()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        (await caller.DeleteAsync("gifts/nobody")).Code.ShouldBe("ERROR_SIM_NO_SUCH_GIFT");
        (await caller.PutAsync("gifts/nobody", """{"resend":true}""")).Code.ShouldBe("ERROR_SIM_NO_SUCH_GIFT");
        Should.Throw<ArgumentException>(() => caller.Twin.Claim("nobody"));
    }

    [Fact]
    public async Task Nobody_claims_what_still_waits_for_funds()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        caller.Twin.SetBalance("USD", 0);
        await caller.OrderDirectLinkAsync("w-1");

        Should.Throw<InvalidOperationException>(() => caller.Twin.ClaimAll("w-1")).Message.ShouldContain("funds");
    }

    [Fact]
    public async Task One_reward_is_read_by_its_own_uuid_and_not_by_the_orders()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var order = Answer.Word((await caller.OrderDirectLinkAsync("o-1")).Campaign, "uuid");
        caller.Clock.Advance(TimeSpan.FromSeconds(2));
        var uuid = Answer.Word(await OnlyAsync(caller, "o-1"), "uuid");

        Answer.Word((await caller.GetAsync("gifts/" + uuid)).Json.GetProperty("gift"), "campaign_id").ShouldBe("o-1");
        (await caller.GetAsync("gifts/" + order)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<JsonElement> OnlyAsync(GiftbitCaller caller, string order) =>
        (await caller.GetAsync("gifts?campaign_id=" + order)).Gifts.ShouldHaveSingleItem();

    private static (string? Delivery, string? Redemption) States(JsonElement reward) =>
        (Answer.Word(reward, "delivery_status"), Answer.Word(reward, "status"));
}
