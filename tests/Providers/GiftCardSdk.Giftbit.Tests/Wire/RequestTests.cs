namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every request is the documented one: verb, path, headers and body, and nothing besides.</summary>
public sealed class RequestTests
{
    private const string Uuid = "e7a3529c0d4b4b1f8f26c9d07a1e5b38";

    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 19, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task Ping() => SendsAsync("GET", "/papi/v1/ping", null, "ping", api => api.PingAsync());

    [Fact]
    public Task Brands_with_every_filter() =>
        SendsAsync(
            "GET",
            "/papi/v1/brands?region=2&min_price_in_cents=500&max_price_in_cents=9000&currencyisocode=USD&search=caf%C3%A9%20nord&embeddable=true&limit=2&offset=4",
            null,
            "brands",
            api =>
                api.ListBrandsAsync(
                    new()
                    {
                        RegionId = 2,
                        MinPriceInCents = 500,
                        MaxPriceInCents = 9000,
                        Currency = "USD",
                        Search = "café nord",
                        Embeddable = true,
                        Limit = 2,
                        Offset = 4,
                    }
                )
        );

    [Fact]
    public Task Brands_without_a_filter() => SendsAsync("GET", "/papi/v1/brands", null, "brands", api => api.ListBrandsAsync());

    [Fact]
    public Task A_brand_whose_code_must_be_escaped() =>
        SendsAsync("GET", "/papi/v1/brands/North%2FCafe%20US", null, "brand-range", api => api.GetBrandAsync("North/Cafe US"));

    [Fact]
    public Task Regions() => SendsAsync("GET", "/papi/v1/regions", null, "regions", api => api.ListRegionsAsync());

    [Fact]
    public Task An_email_order() =>
        SendsAsync(
            "POST",
            "/papi/v1/campaign",
            Example.Read("email-request"),
            "email-reply",
            api =>
                api.CreateEmailCampaignAsync(
                    new()
                    {
                        Id = "hp-2026-000417",
                        Subject = "A thank-you from us",
                        Message = "Enjoy a coffee.",
                        Contacts =
                        [
                            new()
                            {
                                Email = "mira.oduya@mail.example",
                                FirstName = "Mira",
                                LastName = "Oduya",
                            },
                        ],
                        PriceInCents = 1200,
                        BrandCodes = ["northcafeus"],
                        Expiry = new(2027, 1, 31),
                    }
                )
        );

    [Fact]
    public Task A_short_link_order() =>
        SendsAsync(
            "POST",
            "/papi/v1/campaign",
            Example.Read("shortlinks-request"),
            "campaign",
            api =>
                api.CreateShortLinkCampaignAsync(
                    new()
                    {
                        Id = "hp-sms-0031",
                        LinkCount = 2,
                        Message = "Tap to collect.",
                        PriceInCents = 1500,
                        BrandCodes = ["trailgearus", "northcafeus"],
                    }
                )
        );

    [Fact]
    public Task A_direct_link_order() =>
        SendsAsync(
            "POST",
            "/papi/v1/direct_links",
            Example.Read("directlinks-request"),
            "directlinks-reply",
            api =>
                api.CreateDirectLinksAsync(
                    new()
                    {
                        Id = "hp-dl-0009",
                        PriceInCents = 5000,
                        Region = "Canada",
                        LinkCount = 1,
                    }
                )
        );

    [Fact]
    public Task An_embedded_order() =>
        SendsAsync(
            "POST",
            "/papi/v1/embedded",
            Example.Read("embedded-request"),
            "embedded-reply",
            api =>
                api.CreateEmbeddedAsync(
                    new()
                    {
                        Id = "hp-app-7782",
                        BrandCode = "northcafeus",
                        PriceInCents = 800,
                    }
                )
        );

    [Fact]
    public Task An_order_by_its_id() =>
        SendsAsync("GET", "/papi/v1/campaign/hp-2026-000417", null, "campaign", api => api.GetCampaignAsync("hp-2026-000417"));

    [Fact]
    public Task Links() => SendsAsync("GET", "/papi/v1/links/hp-sms-0031", null, "links-short", api => api.GetLinksAsync("hp-sms-0031"));

    [Fact]
    public Task A_page_of_links() =>
        SendsAsync(
            "GET",
            "/papi/v1/links/hp-sms-0031?limit=100&offset=50",
            null,
            "links-short",
            api => api.GetLinksAsync("hp-sms-0031", 100, 50)
        );

    [Fact]
    public Task Funds() => SendsAsync("GET", "/papi/v1/funds", null, "funds", api => api.GetFundsAsync());

    [Fact]
    public Task A_top_up() =>
        SendsAsync(
            "POST",
            "/papi/v1/funds",
            Example.Read("funds-add-request"),
            "funds",
            api =>
                api.AddFundsAsync(
                    new()
                    {
                        Id = "topup-88",
                        Currency = "CAD",
                        AmountInCents = 60000,
                    }
                )
        );

    [Fact]
    public Task The_rewards_of_an_order() =>
        SendsAsync(
            "GET",
            "/papi/v1/gifts?campaign_id=hp-2026-000417",
            null,
            "gifts",
            api => api.ListGiftsAsync(new() { CampaignId = "hp-2026-000417" })
        );

    [Fact]
    public Task Rewards_with_every_filter_and_times_in_Pacific_form() =>
        SendsAsync(
            "GET",
            "/papi/v1/gifts?uuid=u&campaign_uuid=c&campaign_id=i&price_in_cents_greater_than=1&price_in_cents_less_than=2"
                + "&recipient_name=Mir&recipient_email=oduya%40&delivery_status=DELIVERED&status=REDEEMED"
                + "&created_date_greater_than=2026-03-09%2012%3A00%3A00&created_date_less_than=2026-03-09%2012%3A00%3A01"
                + "&delivery_date_greater_than=2026-03-09%2012%3A00%3A02&delivery_date_less_than=2026-03-09%2012%3A00%3A03"
                + "&redeemed_date_greater_than=2026-03-09%2012%3A00%3A04&redeemed_date_less_than=2026-03-09%2012%3A00%3A05"
                + "&redelivery_count_greater_than=0&redelivery_count_less_than=3&limit=5&offset=10&sort=status&order=asc",
            null,
            "gifts",
            api =>
                api.ListGiftsAsync(
                    new()
                    {
                        Uuid = "u",
                        CampaignUuid = "c",
                        CampaignId = "i",
                        PriceInCentsGreaterThan = 1,
                        PriceInCentsLessThan = 2,
                        RecipientName = "Mir",
                        RecipientEmail = "oduya@",
                        DeliveryStatus = GiftbitWords.DeliveryStatus.Delivered,
                        Status = GiftbitWords.GiftStatus.Redeemed,
                        CreatedAfter = Noon,
                        CreatedBefore = Noon.AddSeconds(1),
                        DeliveredAfter = Noon.AddSeconds(2),
                        DeliveredBefore = Noon.AddSeconds(3),
                        RedeemedAfter = Noon.AddSeconds(4),
                        RedeemedBefore = Noon.AddSeconds(5),
                        RedeliveryCountGreaterThan = 0,
                        RedeliveryCountLessThan = 3,
                        Limit = 5,
                        Offset = 10,
                        Sort = "status",
                        Order = "asc",
                    }
                )
        );

    [Fact]
    public Task One_reward() => SendsAsync("GET", $"/papi/v1/gifts/{Uuid}", null, OneGift, api => api.GetGiftAsync(Uuid));

    [Fact]
    public Task A_reward_sent_again() =>
        SendsAsync("PUT", $"/papi/v1/gifts/{Uuid}", Example.Read("resend-request"), OneGift, api => api.ResendGiftAsync(Uuid));

    [Fact]
    public Task A_reward_taken_back() => SendsAsync("DELETE", $"/papi/v1/gifts/{Uuid}", "", OneGift, api => api.CancelGiftAsync(Uuid));

    [Fact]
    public async Task The_simulated_limit_is_asked_for_by_a_header()
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("regions"));

        await accounts.Api.ListRegionsAsync(new() { SimulateRateLimit = true });
        await accounts.Api.ListRegionsAsync();

        server.Requests.Select(request => request.Headers.GetValueOrDefault("SIMULATE-RATELIMIT")).ShouldBe(["true", null]);
    }

    private static string OneGift => "gift";

    private static async Task SendsAsync<T>(string method, string target, string? body, string answer, Func<IGiftbitApi, Task<T>> call)
    {
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(server);
        server.Answer(answer == OneGift ? Example.OneGift() : Example.Read(answer));

        await call(accounts.Api);

        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target).ShouldBe((method, target));
        request.Headers["Authorization"].ShouldBe("Bearer replay-token");
        request.Headers["Accept"].ShouldBe("application/json");
        if (string.IsNullOrEmpty(body))
        {
            request.Body.ShouldBeEmpty();
            request.Headers.ContainsKey("Content-Type").ShouldBeFalse();
        }
        else
        {
            request.Body.ShouldBeJson(body);
            request.Headers["Content-Type"].ShouldBe("application/json");
        }
    }
}
