using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Odd members and odd rows: a paid card stays readable, and one brand, balance or region hides no other.</summary>
public sealed class LenientAnswerTests
{
    private const string Uuid = "4c1e0b7d92fa4e66b0a3d5f81c27e94a";

    [Fact]
    public async Task Every_number_may_come_as_a_text()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(AsTexts(Example.Read("campaign-get")));
        var order = await accounts.Account.Status.GetAsync(Uuid, RewardDetail.None);
        server.Answer(AsTexts(Example.Read("brand-get")));
        var brand = (await accounts.Api.GetBrandAsync("northcafeus")).Brand;
        server.Answer(AsTexts(Example.Read("funds-get")));
        var balances = await accounts.Account.Balances.ListAsync();
        server.Answer(AsTexts(Example.Read("links-get-short")));
        var links = await accounts.Api.GetLinksAsync("hp-2026-000417");

        (order.TotalCost, order.Lines[0].FaceValue).ShouldBe((Money.Of(12, "USD"), Money.Of(12, "USD")));
        (brand.MinPriceInCents, brand.MaxPriceInCents, brand.VariablePrice).ShouldBe((300, 40000, true));
        balances.Select(balance => balance.Available).ShouldBe([Money.Of(7342.10m, "USD"), Money.Of(0, "CAD")]);
        links.Links!.Select(link => link.Number).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(
        """{ "campaign": { "message": 5, "contacts": {}, "fees": "none", "expiry": 7, "brand_codes": 1 }, "status": "ok", "info": [] }"""
    )]
    [InlineData(
        """{ "campaign": { "company_name": [], "suppress_default_greeting": "no", "link_count": {}, "fees": { "cost_entries": [7] } } }"""
    )]
    public async Task An_odd_member_hides_no_link_of_an_order(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Path.Contains("/brands/", StringComparison.Ordinal) ? new(Example.Read("brand-get"))
            : request.Path.EndsWith("/direct_links", StringComparison.Ordinal)
                ? new(Example.Read("direct-links-create", json => Change(json, odd)))
            : null;

        var order = await accounts.Account.Orders.PlaceAsync(Requests.DirectLink("hp-dl-0009"));

        (order.Id, order.Status, order.Rewards.Count).ShouldBe(("b2d94e0a61c84f7f9d3e5a0c7b18f263", OrderStatus.Completed, 1));
        order.Rewards[0].Link!.Reveal().ShouldEndWith("dl-0f6a1d2c3b4e5f60718293a4b5c6d7e8");
    }

    [Theory]
    [InlineData("odd-brand-no-code", 2)]
    [InlineData("odd-brand-row", 2)]
    [InlineData("odd-brand-members", 3)]
    public async Task An_odd_brand_in_the_list_hides_no_other(string odd, int brands)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        var page = await accounts.Api.ListBrandsAsync();

        page.Brands.Count(brand => brand is not null).ShouldBe(brands);
    }

    [Theory]
    [InlineData("fund_currencyisocode", null, true)]
    [InlineData("min_price_in_cents", "\"500\"", true)]
    [InlineData("min_price_in_cents", "{}", true)]
    [InlineData("regions", "\"all\"", true)]
    [InlineData("brand_code", "{}", false)]
    public async Task An_odd_brand_is_listed_with_what_can_be_read_and_hides_no_other(string member, string? value, bool isListed)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            new(
                request.Path.EndsWith("/regions", StringComparison.Ordinal) ? Example.Read("regions-list")
                : request.Path.EndsWith("/brands", StringComparison.Ordinal) ? Example.Read("brands-list", list => list["total_count"] = 2)
                : request.Path.EndsWith("/trailgearus", StringComparison.Ordinal)
                    ? Example.Read("brand-get", reply => reply["brand"]!["brand_code"] = "trailgearus")
                : Example.Read(
                    "brand-get",
                    reply =>
                    {
                        reply["brand"]!.AsObject().Remove(member);
                        if (value is not null)
                        {
                            reply["brand"]![member] = JsonNode.Parse(value);
                        }
                    }
                )
            );

        var products = await accounts.Account.Catalog.ListAsync(new() { Kind = ProductKind.Branded }).ToListAsync();

        products.Select(product => product.Id).ShouldBe(isListed ? ["northcafeus", "trailgearus"] : ["trailgearus"]);
    }

    [Fact]
    public async Task A_brand_without_a_currency_is_not_bought()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("brand-get", reply => reply["brand"]!.AsObject().Remove("fund_currencyisocode")));

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            accounts.Account.Orders.PlaceAsync(Requests.DirectLink("hp-dl-0009"))
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated));
        failure.Message.ShouldContain("names no currency");
        server.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Theory]
    [InlineData("odd-balance-currency-of-four")]
    [InlineData("odd-balance-null")]
    [InlineData("odd-balance-comma")]
    [InlineData("odd-balance-number")]
    [InlineData("odd-balance-no-amount")]
    public async Task An_odd_balance_hides_no_other(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        (await accounts.Account.Balances.ListAsync()).Select(balance => balance.Currency).ShouldBe(["USD", "CAD"]);
    }

    /// <summary>Merges a change into an answer.</summary>
    private static void Change(JsonObject json, string change)
    {
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            if (value is JsonObject inner && json[name] is JsonObject target)
            {
                Change(target, inner.ToJsonString());
            }
            else
            {
                json[name] = value?.DeepClone();
            }
        }
    }

    private static string AsTexts(string json)
    {
        return Texts(JsonNode.Parse(json))!.ToJsonString();

        static JsonNode? Texts(JsonNode? node) =>
            node switch
            {
                JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Texts(member.Value)))),
                JsonArray rows => new JsonArray([.. rows.Select(Texts)]),
                JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.True =>
                    value.ToJsonString(),
                _ => node?.DeepClone(),
            };
    }
}
