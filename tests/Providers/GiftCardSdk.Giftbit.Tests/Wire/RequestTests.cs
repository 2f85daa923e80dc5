namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every request is the documented one: verb, path, headers and body, and nothing besides.</summary>
public sealed class RequestTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 19, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<string> Forms => [.. Further.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Each_operation_sends_the_documented_request(string operation) =>
        SendsAsync(WireCalls.All[operation].Example, WireCalls.All[operation].Call);

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Each_form_of_a_request_goes_out_word_for_word(string example) => SendsAsync(example, Further[example]);

    [Fact]
    public async Task A_brand_whose_code_must_be_escaped()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("brand-get"));

        await accounts.Api.GetBrandAsync("North/Cafe US");

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/papi/v1/brands/North%2FCafe%20US");
    }

    [Fact]
    public async Task The_simulated_limit_is_asked_for_by_a_header()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("regions-list"));

        await accounts.Api.ListRegionsAsync(new() { SimulateRateLimit = true });
        await accounts.Api.ListRegionsAsync();

        server.Requests.Select(request => request.Headers.GetValueOrDefault("SIMULATE-RATELIMIT")).ShouldBe(["true", null]);
    }

    private static Dictionary<string, Func<IGiftbitApi, Task>> Further =>
        new(StringComparer.Ordinal)
        {
            ["brands-list"] = api =>
                api.ListBrandsAsync(
                    new()
                    {
                        RegionId = 2,
                        Currency = "USD",
                        Embeddable = true,
                        Limit = 2,
                        Offset = 0,
                    }
                ),
            ["brands-list-filtered"] = api =>
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
                ),
            ["links-get-page"] = api => api.GetLinksAsync("hp-sms-0031", 100, 50),
            ["gifts-list"] = api => api.ListGiftsAsync(new() { CampaignId = "hp-2026-000417" }),
            ["gifts-list-filtered"] = api =>
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
                ),
        };

    private static async Task SendsAsync(string example, Func<IGiftbitApi, Task> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        await server.ShouldReceiveAsync(example, () => call(accounts.Api));
    }
}
