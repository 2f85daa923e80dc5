namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Every answer that Giftbit's documents show, read by the real client over a socket, member by member.</summary>
public sealed class ExampleAnswerTests
{
    [Fact]
    public async Task A_ping_says_whose_token_it_is()
    {
        var ping = await ReadAsync("ping-get", api => api.PingAsync());

        ping.Username.ShouldBe("ops@harbourpine.example");
        ping.DisplayName.ShouldBe("Harbour Pine Rewards");
        ping.Info.ShouldBe(Info(GiftbitWords.Info.Credentials, "Token accepted", "Token is good."));
    }

    [Fact]
    public async Task A_page_of_brands_holds_names_without_prices()
    {
        var page = await ReadAsync("brands-list-all", api => api.ListBrandsAsync());

        page.Brands.ShouldBe([
            new()
            {
                BrandCode = "northcafeus",
                Name = "North Cafe",
                ImageUrl = "https://img.example/northcafe.png",
            },
            new()
            {
                BrandCode = "trailgearus",
                Name = "Trail Gear",
                ImageUrl = "https://img.example/trail.png",
                Disclaimer = "Trail Gear is not a sponsor.",
            },
        ]);
        (page.NumberOfResults, page.Limit, page.Offset, page.TotalCount).ShouldBe((2, 2, 0, 37));
        page.Info.ShouldBe(Info(GiftbitWords.Info.BrandsRetrieved, "Brands", "Brands found."));
    }

    [Fact]
    public async Task A_brand_with_a_range_of_prices()
    {
        var brand = (await ReadAsync("brand-get", api => api.GetBrandAsync("northcafeus"))).Brand;

        (brand.BrandCode, brand.Name, brand.ImageUrl).ShouldBe(("northcafeus", "North Cafe", "https://img.example/northcafe.png"));
        (brand.Description, brand.Disclaimer, brand.Currency).ShouldBe(("Coffee and cake.", null, "USD"));
        brand.Regions.ShouldBe([2]);
        (brand.VariablePrice, brand.MinPriceInCents, brand.MaxPriceInCents).ShouldBe((true, 300, 40000));
        brand.AllowedPricesInCents.ShouldBeNull();
        (brand.InAppAvailable, brand.Embeddable, brand.IsEmbeddable).ShouldBe((true, null, true));
    }

    [Fact]
    public async Task A_brand_with_a_list_of_prices()
    {
        var reply = await ReadAsync("brand-get-fixed", api => api.GetBrandAsync("trailgearus"));

        var brand = reply.Brand;
        (brand.BrandCode, brand.Name, brand.Currency, brand.Description).ShouldBe(("trailgearus", "Trail Gear", "USD", null));
        brand.Regions.ShouldBe([2, 3]);
        (brand.VariablePrice, brand.MinPriceInCents, brand.MaxPriceInCents).ShouldBe((false, null, null));
        brand.AllowedPricesInCents.ShouldBe([1500, 3000, 7500]);
        brand.IsEmbeddable.ShouldBeFalse();
        reply.Info.ShouldBe(Info(GiftbitWords.Info.BrandsRetrieved, "Brands", "Brand found."));
    }

    [Fact]
    public async Task Regions_have_a_number_and_a_name()
    {
        var list = await ReadAsync("regions-list", api => api.ListRegionsAsync());

        list.Regions.ShouldBe([
            new()
            {
                Id = 1,
                Name = "Canada",
                ImageUrl = "https://img.example/ca.png",
            },
            new()
            {
                Id = 2,
                Name = "USA",
                ImageUrl = "https://img.example/us.png",
            },
        ]);
        list.Info.ShouldBe(Info(GiftbitWords.Info.RegionsRetrieved, "Regions", "Regions found."));
    }

    [Fact]
    public async Task The_balances_by_currency()
    {
        var funds = await ReadAsync("funds-get", api => api.GetFundsAsync());

        funds.FundsByCurrency.Count.ShouldBe(2);
        funds
            .FundsByCurrency["USD"]
            .ShouldBe(
                new()
                {
                    AvailableInCents = 734210,
                    PendingInCents = 0,
                    ReservedInCents = 18800,
                }
            );
        funds
            .FundsByCurrency["CAD"]
            .ShouldBe(
                new()
                {
                    AvailableInCents = 0,
                    PendingInCents = 50000,
                    ReservedInCents = 0,
                }
            );
        funds.Info.ShouldBe(Info(GiftbitWords.Info.Funds, "Funds", "Balances."));
    }

    [Fact]
    public async Task A_page_of_rewards()
    {
        var page = await ReadAsync("gifts-list-all", api => api.ListGiftsAsync());

        page.Gifts.ShouldBe([
            new()
            {
                Uuid = "e7a3529c0d4b4b1f8f26c9d07a1e5b38",
                CampaignUuid = "4c1e0b7d92fa4e66b0a3d5f81c27e94a",
                CampaignId = "hp-2026-000417",
                DeliveryStatus = GiftbitWords.DeliveryStatus.Delivered,
                Status = GiftbitWords.GiftStatus.SentAndRedeemable,
                ManagementDashboardLink = new("http://app.example/campaign/campaignInfo?uuid=4c1e0b7d92fa4e66b0a3d5f81c27e94a"),
                RedeliveryCount = 0,
                RecipientEmail = "mira.oduya@mail.example",
                RecipientName = "Mira",
                PriceInCents = 1200,
                BrandCode = "northcafeus",
                CreatedDate = "2026-03-09 07:41:02",
                DeliveryDate = "2026-03-09 07:41:06",
            },
        ]);
        (page.NumberOfResults, page.Limit, page.Offset, page.TotalCount, page.Status).ShouldBe((1, 20, 0, 1, 200));
        page.Info.ShouldBe(Info(GiftbitWords.Info.Gifts, "Rewards", "Rewards found."));
    }

    private static GiftbitInfo Info(string code, string name, string message) =>
        new()
        {
            Code = code,
            Name = name,
            Message = message,
        };

    private static async Task<T> ReadAsync<T>(string example, Func<IGiftbitApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        return await server.AnswerAsync(example, () => call(accounts.Api));
    }
}
