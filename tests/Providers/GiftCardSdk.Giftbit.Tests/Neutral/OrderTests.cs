using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>What an order may hold, and what becomes of what it says.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task The_account_says_beforehand_what_it_can_do()
    {
        await using var stage = await Stage.StartAsync();
        var capabilities = stage.Account.Capabilities;

        capabilities.Shapes.Select(shape => shape.Delivery).ShouldBe([Delivery.Returned, Delivery.Email]);
        var returned = capabilities.ShapeFor(Delivery.Returned)!;
        (returned.MaxLines, returned.MaxQuantityPerLine, returned.Recipients).ShouldBe((1, null, RecipientRule.None));
        var email = capabilities.ShapeFor(Delivery.Email)!;
        (email.MaxLines, email.MaxQuantityPerLine, email.Recipients).ShouldBe((null, 1, RecipientRule.OnePerLine));
        (email.SameProduct, email.SameFaceValue, email.TemplateReplacesMessage).ShouldBe((true, true, true));
        (email.RuleOf(OrderField.Subject), email.RuleOf(OrderField.MaxCost), email.RuleOf(OrderField.SendAt)).ShouldBe(
            (FieldRule.Required, FieldRule.Forbidden, FieldRule.Forbidden)
        );
        (email.Idempotency.Repeat, email.Idempotency.Answer, email.Idempotency.Lookup).ShouldBe(
            (RepeatBehavior.NeverBuysAgain, RepeatAnswer.Undocumented, LookupAuthority.Authoritative)
        );
        capabilities.Supports(GiftCardFeature.CancelReward).ShouldBeTrue();
        capabilities.Supports(GiftCardFeature.CancelOrder).ShouldBeFalse();
    }

    [Fact]
    public async Task An_order_that_is_bought_is_returned_even_when_its_last_day_to_claim_has_passed()
    {
        await using var stage = await Stage.StartAsync();
        var tomorrow = DateOnly.FromDateTime(stage.Clock.GetUtcNow().UtcDateTime).AddDays(1);
        var request = Requests.DirectLink("expired") with { ClaimBy = tomorrow };

        var first = await stage.Account.Orders.PlaceAsync(request);
        stage.Clock.Advance(TimeSpan.FromDays(5));
        var again = await stage.Account.Orders.PlaceAsync(request);

        (again.Id, again.WasReplayed).ShouldBe((first.Id, true));
        var mistake = await Should.ThrowAsync<GiftCardException>(() =>
            stage.Account.Orders.PlaceAsync(request with { Reference = "too-late" })
        );
        (mistake.Code, mistake.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
    }

    [Fact]
    public async Task An_order_carries_costs_ids_and_lines()
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o", "a@mail.example", "b@mail.example"));

        (order.Provider, order.Account, order.ProviderKey).ShouldBe(("giftbit", "giftbit", "o"));
        (order.Delivery, order.Lines.Count, order.WasReplayed).ShouldBe((Delivery.Email, 2, false));
        order.TotalCost.ShouldBe(Money.Of(24, "USD"));
        order.Fees.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_choice_of_brands_is_one_order_and_shows_no_product_until_one_is_chosen()
    {
        await using var stage = await Stage.StartAsync();
        var request = Requests.DirectLink("choice") with { Options = [new GiftbitOrderOptions { BrandCodes = ["lanternbooksus"] }] };

        var order = await stage.Account.Orders.PlaceAsync(request);
        stage.LetTimePass();
        var open = await stage.Account.Status.GetAsync(order.Id);
        stage.Twin.Claim(order.Rewards[0].Link!.Reveal(), "lanternbooksus");
        var claimed = await stage.Account.Status.GetAsync(order.Id);

        (order.Rewards[0].ProductId, open.Rewards[0].ProductId).ShouldBe((null, null));
        (claimed.Rewards[0].ProductId, claimed.Rewards[0].Redemption).ShouldBe(("lanternbooksus", RedemptionState.Redeemed));
        stage.Twin.Requests.Count("brands.get").ShouldBe(2);
        JsonNode.Parse(stage.Twin.Requests.For("direct_links.create")[0].Body)!["brand_codes"]!
            .ToJsonString()
            .ShouldBe("""["northcafeus","lanternbooksus"]""");
    }

    public static TheoryData<string, OrderRequest, bool> Repeats =>
        new()
        {
            { "another brand to choose", Choice("maplepetsus"), false },
            { "one brand more", Choice("lanternbooksus", "maplepetsus"), false },
            { "no choice", Requests.DirectLink("o"), false },
            { "short links", Requests.ShortLink("o"), false },
            {
                "another text",
                Choice("lanternbooksus") with
                {
                    Options = [Brands("lanternbooksus") with { LandingPageMessage = "Hi" }],
                },
                true
            },
        };

    [Theory]
    [MemberData(nameof(Repeats))]
    public async Task A_reference_stands_for_what_the_options_choose(string what, OrderRequest repeat, bool isSame)
    {
        await using var stage = await Stage.StartAsync();
        var first = await stage.Account.Orders.PlaceAsync(Choice("lanternbooksus"));

        var (again, failure) = await EndAsync(stage.Account.Orders.PlaceAsync(repeat));

        (again?.Id, failure?.Code).ShouldBe(isSame ? (first.Id, null) : (null, GiftCardErrorCode.Conflict), what);
        stage.Twin.Ledger.Count.ShouldBe(1);
    }

    private static GiftbitOrderOptions Brands(params string[] codes) => new() { BrandCodes = codes };

    private static OrderRequest Choice(params string[] codes) => Requests.DirectLink("o") with { Options = [Brands(codes)] };

    private static async Task<(Order? Order, GiftCardException? Failure)> EndAsync(Task<Order> placing)
    {
        try
        {
            return (await placing, null);
        }
        catch (GiftCardException failure)
        {
            return (null, failure);
        }
    }

    [Fact]
    public async Task A_short_link_order_sends_its_text_and_number()
    {
        await using var stage = await Stage.StartAsync();

        await stage.Account.Orders.PlaceAsync(Requests.ShortLink("short", quantity: 2));

        stage
            .Twin.Requests.For("campaign.create")
            .ShouldHaveSingleItem()
            .Body.ShouldBeJson(
                """
                { "id": "short", "delivery_type": "SHORTLINK", "link_count": 2, "message": "Tap to collect.", "price_in_cents": 1200,
                  "brand_codes": ["northcafeus"] }
                """
            );
    }

    public static TheoryData<string, OrderRequest> Mistakes =>
        new()
        {
            { "ShortLink: LandingPageMessage", Requests.ShortLink("m") with { Options = [new GiftbitOrderOptions { ShortLink = true }] } },
            { "a direct link opens no page", Requests.DirectLink("m") with { TemplateId = "THANK" } },
            { "have the same recipient", Requests.Email("m", "a@mail.example", "A@mail.example ".Trim()) },
            { "short links come back to you", Requests.Email("m") with { Options = [new GiftbitOrderOptions { ShortLink = true }] } },
            { "named twice", Requests.DirectLink("m") with { Options = [new GiftbitOrderOptions { BrandCodes = [Requests.Product] }] } },
            { "a brand is blank", Requests.DirectLink("m") with { Options = [new GiftbitOrderOptions { BrandCodes = [" "] }] } },
            {
                "exclude each other",
                Requests.DirectLink("m", product: "region:USA") with
                {
                    Options = [new GiftbitOrderOptions { BrandCodes = [Requests.Product] }],
                }
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_only_Giftbit_would_find_wrong_is_said_before_anything_is_sent(string complaint, OrderRequest request)
    {
        await using var stage = await Stage.StartAsync();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(request));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.InvalidRequest, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain(complaint.Replace("ShortLink: ", "", StringComparison.Ordinal));
        failure.ToString().ShouldNotContain("mail.example");
        stage.Twin.Requests.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_brand_that_cannot_be_read_leaves_the_order_unsent_and_free()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.SetApiTokens();

        var failure = await Should.ThrowAsync<GiftCardException>(() => stage.Account.Orders.PlaceAsync(Requests.DirectLink("o")));
        stage.Twin.SetApiTokens("sandbox-giftbit-token");
        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("o", value: Money.Of(13, "USD")));

        (failure.Code, failure.Outcome, failure.HttpStatus).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated, 401));
        stage.Twin.Ledger.SalesFor("o").ShouldHaveSingleItem().AmountInMinorUnits.ShouldBe(1300);
        order.WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Giving_up_while_the_brand_is_read_sends_nothing()
    {
        await using var stage = await Stage.StartAsync();
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "brands.get",
                Kind = Sandbox.FaultKind.SlowAnswer,
                Delay = TimeSpan.FromMinutes(1),
            }
        );
        using var impatience = new CancellationTokenSource();

        var placing = stage.Account.Orders.PlaceAsync(Requests.DirectLink("o"), impatience.Token);
        await stage.Twin.Requests.WaitForAsync("brands.get", 1);
        await impatience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => placing);
        stage.Twin.Faults.Clear();
        (await stage.Account.Orders.PlaceAsync(Requests.DirectLink("o"))).WasReplayed.ShouldBeFalse();
        stage.Twin.Requests.Count("direct_links.create").ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_changes_or_expires_is_followed()
    {
        await using var stage = await Stage.StartAsync(account: options => options.SecondaryApiToken = "next-token");
        stage.Twin.SetApiTokens("next-token");

        var order = await stage.Account.Orders.PlaceAsync(Requests.DirectLink("rotated"));

        order.Status.ShouldBe(OrderStatus.Completed);
        stage.Twin.Ledger.Count.ShouldBe(1);
    }
}
