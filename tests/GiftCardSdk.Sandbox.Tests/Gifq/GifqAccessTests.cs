using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqAccessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("SANDBOX-GIFQ-TOKEN")]
    public async Task Without_a_good_token_nobody_is_let_in(string? token)
    {
        await using var desk = await GifqDesk.OpenAsync();
        Present(desk, token);

        (await desk.GetAsync("api/balances")).ShouldBeRefused(HttpStatusCode.Unauthorized);
        (await desk.OrderAsync("r-1")).ShouldBeRefused(HttpStatusCode.Unauthorized);
        desk.Twin.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_operation_is_not_found()
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.GetAsync("api/nothing")).ShouldBeRefused(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_eleventh_request_of_a_second_has_to_wait_as_long_as_the_header_says()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.RequestsPerSecond = 10);
        for (var i = 0; i < 10; i++)
        {
            (await desk.GetAsync("api/balances")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await desk.GetAsync("api/balances");

        refused.ShouldBeRefused(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].ShouldBe("1");
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        (await desk.GetAsync("api/balances")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData(7, "7")]
    public async Task A_call_that_a_fault_throttles_bears_the_providers_wait_or_the_faults(int? wait, string header)
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.Faults.Add(
            new Fault { Kind = FaultKind.RateLimited, RetryAfter = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null }
        );

        var refused = await desk.OrderAsync("r-1");

        refused.ShouldBeRefused(HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].ShouldBe(header);
    }

    [Fact]
    public async Task Tokens_do_not_influence_each_other()
    {
        await using var desk = await GifqDesk.OpenAsync(options =>
        {
            options.RequestsPerSecond = 1;
            options.ApiTokens.Add("second");
        });
        await desk.GetAsync("api/balances");
        (await desk.GetAsync("api/balances")).ShouldBeRefused(HttpStatusCode.TooManyRequests);

        Present(desk, "second");

        (await desk.GetAsync("api/balances")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Calls_without_a_token_are_throttled_together_before_they_are_unauthorized()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.RequestsPerSecond = 2);
        Present(desk, null);
        (await desk.GetAsync("api/balances")).ShouldBeRefused(HttpStatusCode.Unauthorized);
        (await desk.GetAsync("api/payouts/unknown-token")).ShouldBeRefused(HttpStatusCode.NotFound);

        Present(desk, "wrong");

        (await desk.GetAsync("api/balances")).ShouldBeRefused(HttpStatusCode.TooManyRequests);
    }

    private static void Present(GifqDesk desk, string? token)
    {
        desk.Http.DefaultRequestHeaders.Remove("X-Api-Token");
        if (token is not null)
        {
            desk.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Token", token);
        }
    }
}
