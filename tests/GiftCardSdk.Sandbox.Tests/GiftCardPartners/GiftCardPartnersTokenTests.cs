using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersTokenTests
{
    [Fact]
    public async Task Good_credentials_buy_a_bearer_token_that_names_its_life()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        var answer = await bench.AskForTokenAsync(bench.Twin.Email, bench.Twin.AccessToken);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldHaveTheShapeOf("""{ "Value": "tok.demo.5d0e", "ExpiresIn": 1800 }""");
        answer["ExpiresIn"].GetInt32().ShouldBe(3600);
    }

    [Theory]
    [InlineData(null, "sandbox-gcp-access-token")]
    [InlineData("sandbox@account.example", null)]
    [InlineData("somebody@else.example", "sandbox-gcp-access-token")]
    [InlineData("sandbox@account.example", "wrong")]
    public async Task Bad_or_missing_credentials_are_answered_401(string? email, string? accessToken)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        (await bench.AskForTokenAsync(email, accessToken)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/v1/Orders")]
    [InlineData("/v1/Orders/ord-1")]
    [InlineData("/v1/AccountBalance")]
    [InlineData("/v1/Products")]
    [InlineData("/v1/Products/PRODUCTA")]
    [InlineData("/v1/ShippingMethods")]
    [InlineData("/v1/Carriers")]
    [InlineData("/v1/Brandings")]
    [InlineData("/v1/Departments")]
    [InlineData("/v1/Status")]
    [InlineData("/v1/Tokens/x")]
    public async Task Everything_else_wants_a_bearer_token(string path)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        bench.Http.DefaultRequestHeaders.Clear();

        (await bench.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        bench.Http.DefaultRequestHeaders.Add("Authorization", "Bearer tok.never.issued");
        (await bench.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_dies_at_the_end_of_its_life()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.TokenLifetime = TimeSpan.FromSeconds(30));

        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(HttpStatusCode.OK);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task An_older_token_lives_on_or_ends_with_the_next_one(bool staysValid, HttpStatusCode expected)
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.OldTokensStayValid = staysValid);

        await bench.AskForTokenAsync(bench.Twin.Email, bench.Twin.AccessToken);

        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task An_account_that_is_switched_off_is_told_so_once_its_credentials_are_good()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();

        bench.Options.ApiAccessEnabled = false;

        (await bench.AskForTokenAsync(bench.Twin.Email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.AskForTokenAsync(bench.Twin.Email, bench.Twin.AccessToken)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await bench.LinksAsync("PO-1")).Status.ShouldBe(HttpStatusCode.Forbidden);
        bench.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Tokens_can_be_revoked_and_access_tokens_rotated()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var old = bench.Twin.AccessToken;

        bench.Twin.RevokeTokens();
        bench.Twin.SetAccessTokens("rotated");

        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.AskForTokenAsync(bench.Twin.Email, old)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await bench.SignInAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await bench.GetAsync("/v1/Status")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
