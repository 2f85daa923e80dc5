namespace GiftCardSdk.Giftbit.Tests;

/// <summary>The answers about orders that Giftbit's documents show, read by the real client over a socket, member by member.</summary>
public sealed class ExampleOrderAnswerTests
{
    private static readonly GiftbitCostEntry FaceValue = new()
    {
        FeeType = GiftbitWords.FeeType.PrefundGiftCost,
        Percentage = 0,
        AmountInCents = 1200,
        Currency = "USD",
        TaxType = "NOTAX",
        TaxInCents = 0,
        NumberOfGifts = 1,
        FeePerGiftInCents = 1200,
    };

    private static readonly GiftbitCostEntry Breakage = FaceValue with
    {
        FeeType = GiftbitWords.FeeType.BreakagePercentage,
        Percentage = 75.000m,
        AmountInCents = 0,
        FeePerGiftInCents = 0,
    };

    [Fact]
    public async Task An_email_order_as_it_was_taken()
    {
        var reply = await ReadAsync("campaign-create", api => api.CreateEmailCampaignAsync(WireCalls.EmailOrder));

        (reply.Status, reply.Info?.Code).ShouldBe((200, GiftbitWords.Info.CampaignCreated));
        var campaign = reply.Campaign;
        (campaign.CompanyName, campaign.Message, campaign.Subject).ShouldBe(
            ("Harbour Pine Rewards", "Enjoy a coffee.", "A thank-you from us")
        );
        campaign.Contacts.ShouldBe([
            new()
            {
                Email = "mira.oduya@mail.example",
                FirstName = "Mira",
                LastName = "Oduya",
                AddedSuccesfully = true,
                Message = "ok",
            },
        ]);
        (campaign.PriceInCents, campaign.Status, campaign.Uuid).ShouldBe((1200, "API_CREATING", "4c1e0b7d92fa4e66b0a3d5f81c27e94a"));
        campaign.BrandCodes.ShouldBe(["northcafeus"]);
        (campaign.SuppressDefaultGreeting, campaign.DeliveryType, campaign.Expiry).ShouldBe((false, "GIFTBIT_EMAIL", "2027-01-31"));
        (campaign.ContactsSuccessCount, campaign.ContactsFailureCount, campaign.Id).ShouldBe((1, 0, "hp-2026-000417"));
        campaign.Fees!.CostEntries.ShouldBe([FaceValue, Breakage]);
        (campaign.Fees.SubtotalInCents, campaign.Fees.TaxInCents, campaign.Fees.TaxType, campaign.Fees.TotalInCents).ShouldBe(
            (1200, 0, "NOTAX", 1200)
        );
    }

    [Fact]
    public async Task An_order_read_by_its_id()
    {
        var reply = await ReadAsync("campaign-get", api => api.GetCampaignAsync("hp-2026-000417"));

        (reply.Status, reply.Info?.Code).ShouldBe((null, GiftbitWords.Info.CampaignRetrieved));
        var campaign = reply.Campaign;
        (campaign.Uuid, campaign.Id, campaign.Status).ShouldBe(("4c1e0b7d92fa4e66b0a3d5f81c27e94a", "hp-2026-000417", "CAMPAIGN_CREATED"));
        (campaign.ContactsSuccessCount, campaign.ContactsFailureCount, campaign.CompanyName).ShouldBe((null, null, null));
        campaign.Contacts.ShouldHaveSingleItem().WasAdded.ShouldBeNull();
        campaign.Fees!.CostEntries.ShouldBe([FaceValue, Breakage with { TaxInCents = null }]);
    }

    [Fact]
    public async Task Direct_links_as_they_were_made()
    {
        var reply = await ReadAsync("direct-links-create", api => api.CreateDirectLinksAsync(WireCalls.DirectLinkOrder));

        reply
            .DirectLinks.ShouldNotBeNull()
            .Select(link => link.Reveal())
            .ShouldBe(["https://reward.example/getReward/dl-0f6a1d2c3b4e5f60718293a4b5c6d7e8"]);
        var campaign = reply.Campaign;
        (campaign.Uuid, campaign.Id, campaign.Status).ShouldBe(("b2d94e0a61c84f7f9d3e5a0c7b18f263", "hp-dl-0009", "API_CREATING"));
        (campaign.DeliveryType, campaign.Region, campaign.Subject, campaign.Message).ShouldBe(
            ("DIRECT_LINK", "Canada", null, "Your reward")
        );
        (campaign.PriceInCents, campaign.BrandCodes, campaign.LinkCount).ShouldBe((null, null, null));
        campaign.Contacts.ShouldNotBeNull().ShouldBeEmpty();
        campaign.Fees!.CostEntries.ShouldHaveSingleItem().Currency.ShouldBe("CAD");
        campaign.Fees.TotalInCents.ShouldBe(5000);
    }

    [Fact]
    public async Task Links_that_are_still_being_made()
    {
        var page = await ReadAsync("links-get-in-progress", api => api.GetLinksAsync("hp-sms-0031"));

        page.Info?.Code.ShouldBe(GiftbitWords.Info.LinksInProgress);
        page.Links.ShouldBeNull();
        (page.NumberOfResults, page.TotalCount).ShouldBe((null, null));
    }

    [Fact]
    public async Task Short_links()
    {
        var page = await ReadAsync("links-get-short", api => api.GetLinksAsync("hp-sms-0031"));

        page.DirectLinks.ShouldBeNull();
        page.ShortLinks.ShouldBe([
            new() { Number = 1, ShortLink = new("http://sl.example/Qa71xZ") },
            new() { Number = 2, ShortLink = new("http://sl.example/Rb82yW") },
        ]);
        page.Links.ShouldBe(page.ShortLinks);
        (page.NumberOfResults, page.Limit, page.Offset, page.TotalCount).ShouldBe((2, 50, 0, 2));
    }

    [Fact]
    public async Task Direct_links_read_later()
    {
        var page = await ReadAsync("links-get-direct", api => api.GetLinksAsync("hp-dl-0009"));

        page.ShortLinks.ShouldBeNull();
        var link = page.DirectLinks.ShouldHaveSingleItem();
        link.Number.ShouldBe(1);
        link.Address!.Reveal().ShouldBe("https://reward.example/getReward/dl-0f6a1d2c3b4e5f60718293a4b5c6d7e8");
    }

    [Fact]
    public async Task An_embedded_reward()
    {
        var reply = await ReadAsync("embedded-create", api => api.CreateEmbeddedAsync(WireCalls.EmbeddedOrder));

        reply.GiftLink!.Reveal().ShouldBe("https://app.example/embeddedRewards/index/91f0c35ad7be4d208e64a2b9c01d73f5");
        (reply.OrderId, reply.Status).ShouldBe(("hp-app-7782", 200));
        (reply.Campaign.Uuid, reply.Campaign.BrandCode, reply.Campaign.PriceInCents).ShouldBe(
            ("91f0c35ad7be4d208e64a2b9c01d73f5", "northcafeus", 800)
        );
        reply.OrderFees!.TotalInCents.ShouldBe(800);
        reply.OrderFees.CostEntries.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_embedded_reward_with_its_id_and_costs_outside_the_order()
    {
        var body = Example.Read(
            "embedded-create",
            json =>
            {
                var campaign = json["campaign"]!.AsObject();
                foreach (var name in new[] { "id", "fees" })
                {
                    json[name] = campaign[name]!.DeepClone();
                    campaign.Remove(name);
                }
            }
        );

        var reply = await ReadTextAsync(body, api => api.CreateEmbeddedAsync(WireCalls.EmbeddedOrder));

        (reply.OrderId, reply.OrderFees?.TotalInCents).ShouldBe(("hp-app-7782", 800));
    }

    [Theory]
    [InlineData("added_succesfully")]
    [InlineData("added_successfully")]
    public async Task Both_spellings_of_an_accepted_recipient_are_read(string spelling)
    {
        var body = Example.Read("campaign-create").Replace("added_succesfully", spelling, StringComparison.Ordinal);

        var reply = await ReadTextAsync(body, api => api.CreateEmailCampaignAsync(WireCalls.EmailOrder));

        reply.Campaign.Contacts.ShouldHaveSingleItem().WasAdded.ShouldBe(true);
    }

    private static async Task<T> ReadAsync<T>(string example, Func<IGiftbitApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        return await server.AnswerAsync(example, () => call(accounts.Api));
    }

    private static async Task<T> ReadTextAsync<T>(string body, Func<IGiftbitApi, Task<T>> call)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(body);
        return await call(accounts.Api);
    }
}
