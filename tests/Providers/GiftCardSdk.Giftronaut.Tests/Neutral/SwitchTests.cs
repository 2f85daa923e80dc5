using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Where Giftronaut's documents are silent or disagree, the whole way is gone with every reading of them.</summary>
public sealed class SwitchTests
{
    public static TheoryData<string> Readings =>
        [
            "as documented",
            "bare",
            "wrapped",
            "page in pagination",
            "no page",
            "clamped pages",
            "catalog by page",
            "face value names",
            "price names",
            "singular paths",
            "plural paths",
            "unknown product is 400",
            "key in header",
            "key in body",
            "replay is current",
            "links are replayed",
            "refusals use up keys",
            "filter ignored",
            "no recipient details",
            "optional members",
            "sandbox is free",
            "limit without a wait",
            "pending first",
            "complete at once",
            "late bounces",
        ];

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task The_whole_way_from_catalog_to_cards(string reading)
    {
        await using var stage = await Stage.StartAsync(twin => Read(twin, reading));

        (await stage.Account.Catalog.ListAsync(CatalogQuery.All).CountAsync()).ShouldBeGreaterThan(80);
        stage.Break("branded_cards.order", FaultKind.RateLimited);
        var email = await stage.Account.PlaceAndWaitAsync(Requests.Email("email"), TimeSpan.FromMinutes(5));
        var links = await stage.Account.PlaceAndWaitAsync(Requests.Links("links", quantity: 2), TimeSpan.FromMinutes(5));
        stage.Break("choice_cards.order", FaultKind.CloseAfterCommit);
        var lost = await stage.Account.Orders.PlaceAsync(Requests.Email("lost", Requests.Line(product: Requests.Choice)));
        await using var restarted = stage.Restarted();
        var again = await restarted.Account.Orders.PlaceAsync(Requests.Email("email"));
        var balance = (await stage.Account.Balances.ListAsync()).ShouldHaveSingleItem();

        // Without a journal the right path has to be found anew, and a 404 leaves open whether this very call has bought.
        (email.Status, links.Status, again.Id, again.WasReplayed).ShouldBe(
            (OrderStatus.Completed, OrderStatus.Completed, email.Id, reading != "plural paths")
        );
        (email.Rewards.Count, links.Rewards.Count(reward => reward.HasSecret)).ShouldBe((1, 2));
        stage.Twin.Ledger.SalesFor("lost").ShouldHaveSingleItem().OrderId.ShouldBe(lost.Id);
        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((3, 0));
        balance.Available.ShouldBe(Money.Of(reading == "sandbox is free" ? 10_000 : 10_000 - 75 - 40 - 75, "USD"));
        if (reading == "filter ignored")
        {
            await Should.ThrowAsync<GiftCardException>(() => stage.Account.Status.FindAsync("links"));
        }
        else
        {
            (await stage.Account.Status.FindAsync("links"))!.Id.ShouldBe(links.Id);
        }
    }

    [Theory]
    [InlineData(GiftronautUnknownProduct.NotFound)]
    [InlineData(GiftronautUnknownProduct.BadRequest)]
    public async Task A_product_that_is_sold_out_is_unavailable_whatever_the_status(GiftronautUnknownProduct answer)
    {
        await using var stage = await Stage.StartAsync(twin => twin.UnknownProduct = answer);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(Requests.Email("o-1", Requests.Line(value: 10, product: GiftronautTwin.UnavailableProductId)))
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        stage.Purchases.ShouldBe(1);
    }

    [Theory]
    [InlineData(GiftronautKeyPlacement.HeaderAndBody)]
    [InlineData(GiftronautKeyPlacement.Header)]
    [InlineData(GiftronautKeyPlacement.Body)]
    public async Task Quirk_13_wherever_the_key_is_put_a_repeat_buys_nothing(GiftronautKeyPlacement placement)
    {
        await using var stage = await Stage.StartAsync(
            twin =>
                twin.KeySource = placement switch
                {
                    GiftronautKeyPlacement.Header => GiftronautKeySource.Header,
                    GiftronautKeyPlacement.Body => GiftronautKeySource.Body,
                    _ => GiftronautKeySource.HeaderOrBody,
                },
            options => options.KeyPlacement = placement
        );
        var first = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));
        await using var restarted = stage.Restarted();

        (await restarted.Account.Orders.PlaceAsync(Requests.Email("o-1"))).Id.ShouldBe(first.Id);
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_operation_is_answered_by_the_twin_as_its_method_expects()
    {
        await using var stage = await Stage.StartAsync();
        var template = await stage.Api.CreateTemplateAsync(WireCalls.TemplateEdit);
        await stage.Api.ReplaceTemplateAsync(template.TemplateId, WireCalls.TemplateEdit with { ImageSize = 60 });
        (await stage.Api.GetTemplateAsync(template.TemplateId)).ImageSize.ShouldBe(60);
        (await stage.Api.ListTemplatesAsync()).Rows.ShouldContain(row => row.TemplateId == template.TemplateId);
        await stage.Api.DeleteTemplateAsync(template.TemplateId);
        var campaign = await stage.CampaignAsync();
        (await stage.Api.GetCampaignAsync(campaign.CampaignId)).ShouldBe(campaign);
        (await stage.Api.ListCampaignsAsync()).Rows.ShouldContain(campaign);
        (await stage.Api.SendTestEmailAsync(WireCalls.TestEmail)).RemainingToday.ShouldBe(9);
        (await stage.Api.ListLedgerAsync()).Rows.ShouldNotBeEmpty();

        var isDefault = (await stage.Api.ListTemplatesAsync()).Rows.Single(row => row.IsDefault is true);
        (await Should.ThrowAsync<GiftCardException>(() => stage.Api.DeleteTemplateAsync(isDefault.TemplateId))).ProviderCode.ShouldBe(
            GiftronautWords.Errors.DefaultTemplate
        );
        (await Should.ThrowAsync<GiftCardException>(() => stage.Api.RequestTopUpAsync(WireCalls.TopUp, "top-up-1"))).Code.ShouldBe(
            GiftCardErrorCode.Forbidden
        );
    }

    [Fact]
    public async Task In_production_a_top_up_is_asked_for()
    {
        await using var stage = await Stage.StartAsync();
        await using var accounts = Accounts.At(
            stage.Twin.BaseAddress,
            stage.Twin.ProductionClientId,
            stage.Twin.ProductionClientSecret,
            stage.Clock,
            options =>
            {
                options.Environment = GiftCardEnvironment.Production;
                options.Scopes = "balance.read balance.write";
            }
        );
        var before = stage.Twin.GetBalance(clientId: stage.Twin.ProductionClientId);

        var topUp = await accounts.Api.RequestTopUpAsync(WireCalls.TopUp, "top-up-1");
        stage.Twin.ApproveTopUp(topUp.FundingNo);

        (stage.Twin.GetBalance(clientId: stage.Twin.ProductionClientId) - before).ShouldBe(500m);
    }

    private static void Read(GiftronautTwinOptions twin, string reading)
    {
        Action change = reading switch
        {
            "bare" => () => twin.Envelope = GiftronautEnvelope.Bare,
            "wrapped" => () => twin.Envelope = GiftronautEnvelope.Wrapped,
            "page in pagination" => () => twin.PageMetadata = GiftronautPageMetadata.Nested,
            "no page" => () => twin.PageMetadata = GiftronautPageMetadata.None,
            "clamped pages" => () => twin.ClampPages = true,
            "catalog by page" => () => twin.CatalogQueryHonoured = true,
            "face value names" => () => twin.PriceVocabulary = GiftronautPriceVocabulary.FaceValue,
            "price names" => () => twin.PriceVocabulary = GiftronautPriceVocabulary.Price,
            "singular paths" => () => twin.OrderPaths = GiftronautOrderPaths.Singular,
            "plural paths" => () => twin.OrderPaths = GiftronautOrderPaths.Plural,
            "unknown product is 400" => () => twin.UnknownProduct = GiftronautUnknownProduct.BadRequest,
            "key in header" => () => twin.KeySource = GiftronautKeySource.Header,
            "key in body" => () => twin.KeySource = GiftronautKeySource.Body,
            "replay is current" => () => twin.Replay = GiftronautReplay.CurrentOrder,
            "links are replayed" => () => twin.RewardLinkRepeat = GiftronautRewardLinkRepeat.OriginalOrder,
            "refusals use up keys" => () => twin.RefusalsUseUpKeys = true,
            "filter ignored" => () => twin.ClientOrderIdHonoured = false,
            "no recipient details" => () => twin.ShowRecipientDetails = false,
            "optional members" => () => twin.ShowOptionalMembers = true,
            "sandbox is free" => () => twin.SandboxCharges = false,
            "limit without a wait" => () => twin.LimitNamesWait = false,
            "pending first" => () => (twin.PendingDelay, twin.CompletionDelay) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)),
            "complete at once" => () => twin.CompleteInCreateReply = true,
            "late bounces" => () => twin.BounceDelay = TimeSpan.FromMinutes(5),
            _ => static () => { },
        };
        change();
    }
}
