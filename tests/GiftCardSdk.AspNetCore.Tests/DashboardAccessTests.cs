using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>Who may see the operations page. Whoever may can free references to buy again.</summary>
public sealed class DashboardAccessTests
{
    private const string Kim = "Kim/staff";

    private static readonly string[] Pages = ["", "/orders", "/find", "/order", "/balances", "/batches", "/inbox", "/accounts"];

    [Fact]
    public async Task Without_a_policy_a_browser_on_this_machine_is_let_in_while_developing()
    {
        await using var stage = await DashboardStage.StartAsync();

        var answer = await stage.GetAsync();

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("<h1>Overview</h1>");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_a_policy_nobody_is_let_in_elsewhere(string environment)
    {
        await using var stage = await DashboardStage.StartAsync(setup => setup.Environment = environment);

        foreach (var page in Pages)
        {
            var answer = await stage.GetAsync(page, (DashboardStage.UserHeader, Kim));
            (answer.Status, answer.Body).ShouldBe((HttpStatusCode.Forbidden, ""), page);
        }

        stage.Log.Entries.ShouldContain(entry => entry.Id == 6006);
        stage.Log.Entries.ShouldContain(entry => entry.Id == 6003 && entry.Text.Contains("the environment is not Development"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1:1")]
    [InlineData("Host", "shop.example")]
    [InlineData("Host", "localhost.shop.example")]
    [InlineData("Host", "192.0.2.7")]
    public async Task Whoever_comes_through_a_proxy_or_by_another_name_is_not_on_this_machine(string header, string value)
    {
        await using var stage = await DashboardStage.StartAsync();

        (await stage.GetAsync("", (header, value))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_stranger_whom_the_application_takes_for_this_machine_is_still_a_stranger()
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            setup.Before = application => application.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.All })
        );

        (await stage.GetAsync("", ("X-Forwarded-For", "127.0.0.1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_speaks_as_proxies_do_is_not_let_in()
    {
        await using var stage = await DashboardStage.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, DashboardStage.Path) { Version = HttpVersion.Version10 };

        (await stage.SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Whoever_meets_the_policy_is_let_in_and_nobody_else(string environment)
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            (setup.Environment, setup.Policy) = (environment, DashboardStage.Policy)
        );

        foreach (var page in Pages)
        {
            (await stage.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Unauthorized, page);
            (await stage.GetAsync(page, (DashboardStage.UserHeader, "Lee/guest"))).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }

        (await stage.GetAsync("", (DashboardStage.UserHeader, Kim), ("X-Forwarded-For", "203.0.113.9"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_group_that_lets_anybody_in_does_not_open_the_page()
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            setup.Map = application =>
                application
                    .MapGroup("")
                    .AllowAnonymous()
                    .MapGiftCardsDashboard(DashboardStage.Path, options => options.AuthorizationPolicy = DashboardStage.Policy)
        );

        (await stage.GetAsync("", (DashboardStage.UserHeader, "Lee/guest"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stage.GetAsync()).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stage.GetAsync("", (DashboardStage.UserHeader, Kim))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void What_is_missing_is_said_with_the_call_that_adds_it()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGiftCards();

        Should
            .Throw<InvalidOperationException>(() => builder.Build().MapGiftCardsDashboard("/gift-cards"))
            .Message.ShouldContain("call services.AddAntiforgery()");
    }

    [Fact]
    public async Task Nothing_of_elsewhere_is_loaded_no_script_runs_and_nothing_is_kept_by_the_browser()
    {
        await using var stage = await DashboardStage.StartAsync();

        foreach (var page in Pages)
        {
            var answer = await stage.GetAsync(page);
            answer.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; style-src 'sha256-", customMessage: page);
            answer.Headers["Content-Security-Policy"].ShouldNotContain("unsafe");
            answer.Headers["Cache-Control"].ShouldContain("no-store");
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            answer.Body.ShouldNotContain("<script");
            answer.Body.ShouldNotContain("://");
            answer.Body.ShouldNotContain(" style=");
        }
    }
}
