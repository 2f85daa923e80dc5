using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Traps 15, 16 and 17: days and times without a zone, and members that must be left out.</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("2026-01-15T12:00:00Z")]
    [InlineData("2026-07-15T12:00:00Z")]
    [InlineData("2026-03-08T10:30:00Z")]
    [InlineData("2026-11-01T10:30:00Z")]
    public async Task Trap_15_times_are_Pacific_in_winter_and_in_summer(string start)
    {
        await using var stage = await Stage.StartAsync();
        var begin = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        stage.Clock.Advance(begin - stage.Clock.GetUtcNow());
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t15"));
        stage.LetTimePass();
        stage.Twin.ClaimAll("t15");
        var claimedAt = stage.Clock.GetUtcNow();

        var reward = (await stage.Account.Status.GetAsync(order.Id)).Rewards.ShouldHaveSingleItem();

        reward.DeliveredAt.ShouldBe(begin.AddSeconds(3));
        reward.RedeemedAt.ShouldNotBeNull().ShouldBe(claimedAt, TimeSpan.FromSeconds(1));
        reward.Redemption.ShouldBe(RedemptionState.Redeemed);
    }

    [Fact]
    public async Task Trap_15_eight_hours_behind_all_year_is_a_setting()
    {
        await using var stage = await Stage.StartAsync(
            twin => twin.ObserveDaylightSaving = false,
            account => account.WireAssumptions = new() { TimeZoneId = "Etc/GMT+8" }
        );
        stage.Clock.Advance(new DateTimeOffset(2026, 7, 15, 12, 0, 0, TimeSpan.Zero) - stage.Clock.GetUtcNow());
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t15"));
        stage.LetTimePass();

        var reward = (await stage.Account.Status.GetAsync(order.Id)).Rewards.ShouldHaveSingleItem();

        reward.DeliveredAt.ShouldBe(new DateTimeOffset(2026, 7, 15, 12, 0, 3, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-01-15T07:59:00Z", "2026-01-14", null)]
    [InlineData("2026-01-15T08:00:00Z", "2026-01-14", "ClaimBy: 2026-01-14 was given; Giftbit takes 2026-01-15 to 2027-01-15")]
    [InlineData("2026-01-15T12:00:00Z", "2027-01-15", null)]
    [InlineData("2026-01-15T12:00:00Z", "2027-01-16", "ClaimBy: 2027-01-16 was given; Giftbit takes 2026-01-15 to 2027-01-15")]
    public async Task Trap_15_the_last_day_lies_between_today_and_a_year_from_now_at_Giftbits_place(
        string now,
        string day,
        string? complaint
    )
    {
        var clock = new ConformanceClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server.BaseAddress, "t", clock);
        server.AnswerByPath = path =>
            path.Contains("/brands/", StringComparison.Ordinal)
                ? Example.Read("brand-get")
                : Example.Read("direct-links-create", json => json["campaign"]!["id"] = "t15");
        var request = Requests.DirectLink("t15") with { ClaimBy = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };

        var failure = await Record.ExceptionAsync(() => accounts.Account.Orders.PlaceAsync(request));

        if (complaint is null)
        {
            failure.ShouldBeNull();
            ((string?)JsonNode.Parse(server.Requests[1].Body)!["expiry"]).ShouldBe(day);
        }
        else
        {
            failure.ShouldBeOfType<GiftCardException>().Message.ShouldContain(complaint);
            server.Requests.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Trap_15_the_last_day_stands_on_the_reward()
    {
        await using var stage = await Stage.StartAsync();
        var day = new DateOnly(2026, 3, 31);

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t15") with { ClaimBy = day });
        stage.LetTimePass();

        order.Rewards[0].ExpiresOn.ShouldBe(day);
        (await stage.Account.Status.GetAsync(order.Id)).Rewards[0].ExpiresOn.ShouldBe(day);
        stage.Clock.Advance(TimeSpan.FromDays(80));
        (await stage.Account.Status.GetAsync(order.Id)).Rewards[0].Redemption.ShouldBe(RedemptionState.Expired);
    }

    [Fact]
    public async Task Trap_16_no_last_day_is_left_out_and_not_sent_as_null()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Requests.DirectLink("t16"));

        stage
            .Twin.Requests.For("direct_links.create")
            .ShouldHaveSingleItem()
            .Body.ShouldBeJson("""{ "id": "t16", "price_in_cents": 1200, "brand_codes": ["northcafeus"], "link_count": 1 }""");
    }

    [Fact]
    public async Task Trap_17_with_a_template_subject_and_message_are_left_out()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Requests.Email("t17") with { TemplateId = "THANK", Message = null });

        stage
            .Twin.Requests.For("campaign.create")
            .ShouldHaveSingleItem()
            .Body.ShouldBeJson(
                """
                { "id": "t17", "contacts": [ { "email": "mira.oduya@mail.example", "firstname": "Mira", "lastname": "Oduya" } ],
                  "price_in_cents": 1200, "brand_codes": ["northcafeus"], "gift_template": "THANK" }
                """
            );
    }

    [Fact]
    public async Task Trap_16_a_promotional_template_adds_a_last_day_by_itself()
    {
        await using var stage = await Stage.StartAsync();
        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("t16") with { TemplateId = "PROMO", Message = null });
        stage.LetTimePass();

        (await stage.Account.Status.GetAsync(order.Id)).Rewards[0].ExpiresOn.ShouldNotBeNull();
    }
}
