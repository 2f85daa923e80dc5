using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

public sealed class TokenTests
{
    [Fact]
    public async Task The_documented_token_call_is_answered_with_the_documented_members()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await AskAsync(caller, caller.Twin.ClientId, caller.Twin.ClientSecret, "catalog.read orders.read");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Json.ShouldHaveTheShapeOf("""{"access_token":"a","token_type":"Bearer","expires_in":86400,"scope":"a b"}""");
        answer["token_type"].GetString().ShouldBe("Bearer");
        answer["expires_in"].GetInt32().ShouldBe(86_400);
        answer["scope"].GetString().ShouldBe("catalog.read orders.read");
    }

    [Fact]
    public async Task A_token_works_until_its_life_is_over()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        caller.Token = (await AskAsync(caller, caller.Twin.ClientId, caller.Twin.ClientSecret))["access_token"].GetString();

        caller.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var before = await caller.GetAsync("catalog/branded-cards");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await caller.GetAsync("catalog/branded-cards");

        before.Status.ShouldBe(HttpStatusCode.OK);
        after.Status.ShouldBe(HttpStatusCode.Unauthorized);
        after.Code.ShouldBe("UNAUTHORIZED");
    }

    [Fact]
    public async Task A_production_token_lives_an_hour()
    {
        await using var caller = await GiftronautCaller.StartAsync(isProduction: true);

        var answer = await AskAsync(caller, caller.Twin.ProductionClientId, caller.Twin.ProductionClientSecret);
        caller.Clock.Advance(TimeSpan.FromHours(1));

        answer["expires_in"].GetInt32().ShouldBe(3_600);
        (await caller.GetAsync("balance")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("nobody", "sandbox-giftronaut-secret")]
    [InlineData("sandbox-giftronaut-client", "wrong")]
    [InlineData("sandbox-giftronaut-client", "production-giftronaut-secret")]
    public async Task Wrong_credentials_are_an_invalid_client(string id, string secret)
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await AskAsync(caller, id, secret);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Code.ShouldBe("invalid_client");
    }

    [Theory]
    [InlineData("password", "catalog.read", "unsupported_grant_type")]
    [InlineData("", "catalog.read", "invalid_request")]
    [InlineData("client_credentials", "", "invalid_scope")]
    [InlineData("client_credentials", "catalog.write", "invalid_scope")]
    public async Task Other_mistakes_are_answered_400_in_OAuths_words(string grant, string scope, string error)
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await AskAsync(caller, caller.Twin.ClientId, caller.Twin.ClientSecret, scope, grant);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe(error);
    }

    [Fact]
    public async Task The_credentials_travel_in_a_form_only()
    {
        await using var caller = await GiftronautCaller.StartAsync();

        var answer = await caller.SendAsync(HttpMethod.Post, "oauth2/token", """{"grant_type":"client_credentials"}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_request");
    }

    private static Task<GiftronautAnswer> AskAsync(
        GiftronautCaller caller,
        string id,
        string secret,
        string scope = "catalog.read",
        string grant = "client_credentials"
    ) => caller.PostFormAsync(("grant_type", grant), ("client_id", id), ("client_secret", secret), ("scope", scope));
}
