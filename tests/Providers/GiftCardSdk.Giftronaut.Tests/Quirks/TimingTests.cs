namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirks 4 and 5: times without a zone are UTC, and an order is scheduled by the clocks of a zone.</summary>
public sealed class TimingTests
{
    [Theory]
    [InlineData("2025-06-11T08:05:41", "2025-06-11T08:05:41Z")]
    [InlineData("2025-06-11T08:05:41.250", "2025-06-11T08:05:41.250Z")]
    [InlineData("2025-06-11T08:05:41Z", "2025-06-11T08:05:41Z")]
    [InlineData("2025-06-11T08:05:41+02:00", "2025-06-11T06:05:41Z")]
    [InlineData("some day", null)]
    public async Task Quirk_4_a_time_without_a_zone_is_UTC_and_one_that_is_none_spoils_no_order(string text, string? instant)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get", json => json["createdAt"] = text));

        var order = await accounts.Api.GetOrderAsync("OT-20250611-K7Q4");

        order
            .CreatedAt?.UtcDateTime.ToString("O")
            .ShouldBe(DateTimeOffset.Parse(instant!, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.ToString("O"));
        (order.CreatedAt is null).ShouldBe(instant is null);
    }

    [Theory]
    [InlineData(null, "UTC", "2026-07-01T07:30:00")]
    [InlineData("Europe/Berlin", "Europe/Berlin", "2026-07-01T09:30:00")]
    [InlineData("America/New_York", "America/New_York", "2026-07-01T03:30:00")]
    [InlineData("Asia/Kathmandu", "Asia/Kathmandu", "2026-07-01T13:15:00")]
    public async Task Quirk_5_an_order_is_scheduled_by_the_clocks_of_a_zone(string? zone, string sentZone, string local)
    {
        await using var stage = await Stage.StartAsync();
        var at = new DateTimeOffset(2026, 7, 1, 10, 30, 0, TimeSpan.FromHours(3));

        var order = await stage.Account.Orders.PlaceAsync(Scheduled("o-1", at, zone));
        stage.Clock.Advance(at - stage.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        var before = await stage.Account.Status.GetAsync(order.Id);
        stage.Clock.Advance(TimeSpan.FromSeconds(2));
        var after = await stage.Account.Status.GetAsync(order.Id);

        stage
            .Twin.Requests.For("branded_cards.order")
            .ShouldHaveSingleItem()
            .Body.ShouldContain(
                $$"""
                "sendTiming":{"type":"SCHEDULED","scheduledAt":"{{local}}","timezone":"{{sentZone}}"}
                """
            );
        (order.Status, before.Status, after.Status).ShouldBe((OrderStatus.Scheduled, OrderStatus.Pending, OrderStatus.Completed));
    }

    [Fact]
    public async Task Quirk_5_an_order_that_is_sent_at_once_carries_no_time_and_no_zone()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage
            .Twin.Requests.For("branded_cards.order")[0]
            .Body.ShouldContain(
                """
                "sendTiming":{"type":"IMMEDIATE"}
                """
            );
    }

    [Fact]
    public void Quirk_5_a_fraction_of_a_second_never_sends_early() =>
        GiftronautSendTiming.At(new DateTimeOffset(2026, 7, 1, 7, 30, 0, 1, TimeSpan.Zero)).ScheduledAt.ShouldBe("2026-07-01T07:30:01");

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "twice")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "twice")]
    [InlineData("Mars/Olympus", "2026-07-01T07:30:00Z", "no zone that this machine knows")]
    [InlineData("Europe/Berlin", "2026-01-01T07:30:00Z", "has passed")]
    [InlineData(null, "2026-01-01T07:30:00Z", "has passed")]
    public async Task Quirk_5_a_time_that_cannot_be_said_or_kept_is_refused_before_anything_is_sent(string? zone, string at, string why)
    {
        await using var stage = await Stage.StartAsync();
        var request = Scheduled("o-1", DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), zone);

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(why);
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Europe/Berlin")]
    public void Quirk_5_the_wire_type_refuses_them_too(string zone) =>
        Should.Throw<ArgumentException>(() => GiftronautSendTiming.At(new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), zone));

    [Fact]
    public async Task A_zone_without_a_time_is_a_mistake()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.Email("o-1") with { Options = [new GiftronautOrderOptions { TimeZone = "Europe/Berlin" }] };

        (await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request))).Message.ShouldContain("TimeZone");
    }

    private static OrderRequest Scheduled(string reference, DateTimeOffset at, string? zone) =>
        Requests.Email(reference) with
        {
            SendAt = at,
            Options = zone is null ? [] : [new GiftronautOrderOptions { TimeZone = zone }],
        };
}
