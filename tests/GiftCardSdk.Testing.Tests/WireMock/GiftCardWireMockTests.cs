using System.Net;
using System.Text;
using GiftCardSdk.Huuray;
using GiftCardSdk.Testing.WireMock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Testing.Tests.WireMock;

/// <summary>A server of documented answers, as a user's tests meet it.</summary>
public sealed class GiftCardWireMockTests
{
    private const string Balance = """
        {
          "Title": "An account of our own", "Description": "Ours.", "Priority": 1,
          "Request": { "Path": "/v4/Balance", "Methods": ["GET"] },
          "Response": { "StatusCode": 200, "Body": "{\"Balances\":[]}" }
        }
        """;

    public static TheoryData<string> Providers => [.. GiftCardWireMock.Providers];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_provider_starts_with_an_account_that_is_not_real(string provider)
    {
        await using var server = GiftCardWireMock.Start(provider);

        server.BaseAddress.IsLoopback.ShouldBeTrue();
        new Uri(server.Settings["BaseAddress"]!).ShouldBe(server.BaseAddress);
        server.Settings.Count.ShouldBeGreaterThan(1);
        server.Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_application_with_orders_of_its_own_is_answered_and_told_what_nobody_documents()
    {
        await using var server = GiftCardWireMock.Start("huuray");
        await using var services = Application(server);
        var account = services.GetRequiredService<IGiftCards>().GetAccount("huuray");

        var balances = await account.Balances.ListAsync();
        var stock = await account.GetService<IHuurayApi>().GetStockAsync("a product of ours");

        balances.Select(balance => balance.Available).ShouldBe([Money.Of(18450, "SEK"), Money.Of(73.25m, "GBP")]);
        stock.Stock.ShouldBe(134);
        server.Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_answered_from_when_it_is_asked_for_until_it_is_taken_back()
    {
        await using var server = GiftCardWireMock.Start("huuray");
        await using var services = Application(server);
        var api = services.GetRequiredService<IGiftCards>().GetAccount("huuray").GetService<IHuurayApi>();

        server.Answer("any-403").Status.ShouldBe(403);
        var refusal = await Should.ThrowAsync<GiftCardException>(() => api.GetBalancesAsync());
        server.Answer("balance-get-none");
        var own = await api.GetBalancesAsync();
        server.Reset();
        var documented = await api.GetBalancesAsync();

        refusal.Code.ShouldBe(GiftCardErrorCode.Forbidden);
        (own.Balances.Count, documented.Balances.Count).ShouldBe((0, 2));
    }

    [Fact]
    public async Task A_wrong_request_is_told_member_by_member()
    {
        await using var server = GiftCardWireMock.Start("huuray", RequestMatching.Exact);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("X-API-TOKEN", "tok_demo_51");
        client.DefaultRequestHeaders.Add("X-API-NONCE", "n");
        client.DefaultRequestHeaders.Add("X-API-HASH", "not a hash");
        using var body = new StringContent(
            """{"ProductToken":"pt-nord-kaffe-se","Value":"25000","All":true}""",
            Encoding.UTF8,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );

        var answer = await client.PostAsync(new Uri("v4/Stock?x=1", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var elsewhere = await client.GetAsync(new Uri("v5/Stock", UriKind.Relative), TestContext.Current.CancellationToken);

        (answer.StatusCode, elsewhere.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        server.Differences.ShouldBe([
            "POST /v4/Stock is not 'stock-get': the query '' is documented, 'x=1' came.",
            "POST /v4/Stock is not 'stock-get': header X-API-HASH: '^[0-9a-f]{128}$' is documented, 'not a hash' came.",
            "POST /v4/Stock is not 'stock-get': $.Value: 25000 is documented, \"25000\" came.",
            "POST /v4/Stock is not 'stock-get': $.All: nothing is documented, true came.",
            "GET /v5/Stock: nothing is documented there.",
        ]);
    }

    [Fact]
    public async Task Examples_of_ones_own_stand_beside_the_documented_ones()
    {
        await using var server = GiftCardWireMock.Start("huuray");
        await using var services = Application(server);

        server.Load("balance-ours", Balance);
        server.Answer("balance-ours");

        (await services.GetRequiredService<IGiftCards>().GetAccount("huuray").Balances.ListAsync()).ShouldBeEmpty();
        server.Examples.ShouldContain(example => example.Name == "balance-ours");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Priority": 1, "Request": { "Methods": ["GET"] }, "Response": { "StatusCode": 200 } }""")]
    [InlineData("""{ "Title": "T", "Description": "D", "Priority": 7, "Request": { "Path": "/x" }, "Response": { "StatusCode": 200 } }""")]
    [InlineData(
        """{ "Title": "T", "Description": "D", "Priority": 1, "Request": { "Path": "/x", "Headers": [{ "Name": "A" }] }, "Response": { "StatusCode": 200 } }"""
    )]
    public async Task What_is_no_mapping_is_refused(string mapping)
    {
        await using var server = GiftCardWireMock.Start("huuray");

        Should.Throw<ArgumentException>(() => server.Load("ours", mapping)).ParamName.ShouldBe("mapping");
        Should.Throw<ArgumentException>(() => server.Answer("ours")).ParamName.ShouldBe("example");
        Should.Throw<ArgumentException>(() => GiftCardWireMock.Start("acme")).ParamName.ShouldBe("provider");
    }

    [Fact]
    public async Task An_example_that_does_not_exist_is_told_with_those_that_do()
    {
        await using var server = GiftCardWireMock.Start("huuray");

        var atStart = Should.Throw<ArgumentException>(() => GiftCardWireMock.Start("huuray", examples: ["balance-got"]));
        var later = Should.Throw<ArgumentException>(() => server.Answer("balance-got"));

        (atStart.ParamName, later.ParamName).ShouldBe(("examples", "example"));
        atStart.Message.ShouldContain("balance-get");
        later.Message.ShouldContain("balance-get");
    }

    [Fact]
    public async Task An_example_that_is_replaced_answers_no_more()
    {
        await using var server = GiftCardWireMock.Start("huuray");
        await using var services = Application(server);
        var api = services.GetRequiredService<IGiftCards>().GetAccount("huuray").GetService<IHuurayApi>();

        server.Load("balance-get", Balance);
        var balances = await api.GetBalancesAsync();
        server.Load("balance-get", Balance.Replace("\"Priority\": 1", "\"Priority\": 3", StringComparison.Ordinal));

        balances.Balances.ShouldBeEmpty();
        await Should.ThrowAsync<GiftCardException>(() => api.GetBalancesAsync());
    }

    private static ServiceProvider Application(GiftCardWireMock server)
    {
        var services = new ServiceCollection();
        services.AddGiftCards().AddHuuray(new ConfigurationBuilder().AddInMemoryCollection(server.Settings).Build());
        return services.BuildServiceProvider();
    }
}
