using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class ControlTests
{
    private const string Root = "_sandbox/giftronaut/";

    [Fact]
    public async Task Orders_cards_products_and_the_balance_can_be_steered_over_http()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("c-1", Bodies.Address, "bounce@mail.example");
        var link = (await caller.ReadAsync(id)).Link(0)!;

        await DoAsync(caller, HttpMethod.Post, "cards/claim", $$"""{"link":"{{link}}"}""");
        await DoAsync(caller, HttpMethod.Put, "balance", """{"dollars":12.5}""");
        await DoAsync(caller, HttpMethod.Delete, "products/20417");
        var webhooks = await DoAsync(caller, HttpMethod.Get, "webhooks");
        var statuses = (await caller.ReadAsync(id)).Recipients.Select(recipient => recipient.GetProperty("status").GetString()).ToArray();
        await DoAsync(caller, HttpMethod.Delete, "tokens");

        statuses.ShouldBe(["REDEEMED", "BOUNCED"]);
        caller.Twin.GetBalance().ShouldBe(12.5m);
        caller.Twin.ProductIds.Contains("20417", StringComparer.Ordinal).ShouldBeFalse();
        webhooks.Json.GetArrayLength().ShouldBe(2);
        (await caller.GetAsync("balance")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_help_page_names_the_credentials_and_the_operations()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var page = (await caller.SendAsync(HttpMethod.Get, "")).Text;

        page.ShouldContain(caller.Twin.ClientId);
        page.ShouldContain(caller.Twin.ProductionClientSecret);
        page.ShouldContain("reward_links.order");
        caller.Twin.Operations.Count.ShouldBe(25);
    }

    [Theory]
    [InlineData("cards/claim", """{"link":"https://claim.giftronaut.example/r/none"}""", HttpStatusCode.BadRequest)]
    [InlineData("cards/claim", "{}", HttpStatusCode.BadRequest)]
    [InlineData("topups/FN1/approve", "", HttpStatusCode.BadRequest)]
    public async Task Mistakes_are_explained(string path, string body, HttpStatusCode status)
    {
        await using var caller = await GiftronautCaller.StartAsync();

        (await caller.SendAsync(HttpMethod.Post, Root + path, body)).Status.ShouldBe(status);
    }

    private static async Task<GiftronautAnswer> DoAsync(GiftronautCaller caller, HttpMethod method, string path, string? body = null)
    {
        var answer = await caller.SendAsync(method, Root + path, body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer;
    }
}
