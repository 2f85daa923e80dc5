using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>Adding accounts, and what is said when their settings are not right.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void An_account_is_added_by_a_delegate_and_is_a_sandbox_account()
    {
        using var services = Services(builder => builder.AddGiftbit(options => options.ApiToken = "t"));

        var account = services.GetRequiredService<IGiftCards>().GetAccount("giftbit");

        (account.Name, account.Provider, account.Environment).ShouldBe(("giftbit", "giftbit", GiftCardEnvironment.Sandbox));
        services.GetRequiredKeyedService<IGiftCardAccount>("giftbit").ShouldBeSameAs(account);
        account.GetService<IGiftbitApi>().ShouldNotBeNull();
    }

    [Fact]
    public void Two_accounts_have_settings_of_their_own()
    {
        using var services = Services(builder =>
            builder
                .AddGiftbit(options => options.ApiToken = "t")
                .AddGiftbit(
                    "giftbit-live",
                    options =>
                    {
                        options.ApiToken = "live";
                        options.Environment = GiftCardEnvironment.Production;
                    }
                )
        );
        var giftCards = services.GetRequiredService<IGiftCards>();

        giftCards.Accounts.Select(account => account.Name).ShouldBe(["giftbit", "giftbit-live"]);
        giftCards.GetAccount("giftbit").Environment.ShouldBe(GiftCardEnvironment.Sandbox);
        giftCards.GetAccount("giftbit-live").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Every_setting_can_stand_in_the_configuration()
    {
        var section = Section(
            """
            { "Giftbit": {
                "ApiToken": "t1", "SecondaryApiToken": "t2", "Environment": "Production", "BaseAddress": "https://proxy.example/giftbit",
                "CatalogRequestsPerSecond": 7, "CatalogConcurrency": 2, "DiscountPercent": 1.5, "ShortLinkPollInterval": "00:01:00",
                "WireAssumptions": { "TimeZoneId": "Etc/GMT+8", "RegionCountries": { "Germany": "DE" }, "RegionCurrencies": { "Germany": "EUR" } } } }
            """
        );
        using var services = Services(builder => builder.AddGiftbit(section).AddGiftbit("second", section));

        var options = services.GetRequiredService<IOptionsMonitor<GiftbitOptions>>().Get("second");

        (options.ApiToken, options.SecondaryApiToken, options.Environment).ShouldBe(("t1", "t2", GiftCardEnvironment.Production));
        options.BaseAddress.ShouldBe(new Uri("https://proxy.example/giftbit"));
        (options.CatalogRequestsPerSecond, options.CatalogConcurrency, options.DiscountPercent).ShouldBe((7, 2, 1.5m));
        options.ShortLinkPollInterval.ShouldBe(TimeSpan.FromMinutes(1));
        options.WireAssumptions.TimeZoneId.ShouldBe("Etc/GMT+8");
        options.WireAssumptions.RegionCountries["Germany"].ShouldBe("DE");
        options.WireAssumptions.RegionCountries["USA"].ShouldBe("US");
        options.WireAssumptions.RegionCurrencies["Germany"].ShouldBe("EUR");
        services.GetRequiredService<IGiftCards>().GetAccount("giftbit").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void A_missing_token_is_said_with_the_account_and_the_setting()
    {
        using var services = Services(builder => builder.AddGiftbit("rewards-eu", _ => { }));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("rewards-eu"))
            .Failures.ShouldBe([
                "GiftCards account 'rewards-eu' (Giftbit): ApiToken is missing; set it in AddGiftbit(o => o.ApiToken = …) or in the configuration section.",
            ]);
    }

    [Theory]
    [InlineData("""{ "Environment": "Sandbox", "BaseAddress": "https://api.giftbit.com" }""", "the host of Production")]
    [InlineData("""{ "Environment": "Production", "BaseAddress": "https://api-testbed.giftbit.com" }""", "the host of Sandbox")]
    [InlineData("""{ "BaseAddress": "http://api-testbed.giftbit.com" }""", "only https is allowed")]
    [InlineData("""{ "BaseAddress": "https://api-testbed.giftbit.com/papi/v1" }""", "leave /papi/v1 out")]
    [InlineData("""{ "BaseAddress": "giftbit" }""", "BaseAddress 'giftbit' is relative")]
    [InlineData("""{ "Environment": "7" }""", "Environment is 7; use Sandbox or Production")]
    [InlineData("""{ "Environment": "Production", "SimulateRateLimit": true }""", "SimulateRateLimit is for the sandbox only")]
    [InlineData("""{ "CatalogRequestsPerSecond": 0 }""", "CatalogRequestsPerSecond is 0; 1 to 1000")]
    [InlineData("""{ "CatalogConcurrency": 33 }""", "CatalogConcurrency is 33; 1 to 32")]
    [InlineData("""{ "DiscountPercent": 100 }""", "DiscountPercent is 100; less than 100")]
    [InlineData("""{ "ShortLinkPollInterval": "00:00:00" }""", "ShortLinkPollInterval is 00:00:00; more than zero")]
    [InlineData("""{ "WireAssumptions": { "TimeZoneId": "Mars/Base" } }""", "TimeZoneId is 'Mars/Base'")]
    [InlineData("""{ "WireAssumptions": { "RegionCountries": { "Spain": "Iberia" } } }""", "RegionCountries['Spain'] is 'Iberia'")]
    [InlineData("""{ "WireAssumptions": { "RegionCurrencies": { "Spain": "€" } } }""", "RegionCurrencies['Spain'] is '€'")]
    [InlineData("""{ "ApiToken": "se cret\n" }""", "ApiToken holds a blank")]
    [InlineData("""{ "SecondaryApiToken": "se cret" }""", "SecondaryApiToken holds a blank")]
    public void A_setting_that_cannot_be_right_is_refused_and_no_token_is_shown(string json, string complaint)
    {
        using var services = Services(builder => builder.AddGiftbit(WithToken(json)));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("giftbit"));

        failure.Failures.ShouldHaveSingleItem().ShouldContain(complaint);
        failure.Message.ShouldStartWith("GiftCards account 'giftbit' (Giftbit): ");
        failure.ToString().ShouldNotContain("canary-token");
        failure.ToString().ShouldNotContain("se cret");
    }

    [Fact]
    public async Task A_host_refuses_to_start_with_wrong_settings()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder
            .Services.AddGiftCards()
            .AddGiftbit(options => options.ApiToken = "")
            .AddGiftbit("second", options => options.ApiToken = "t");
        using var host = builder.Build();

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Failures.ShouldHaveSingleItem().ShouldContain("'giftbit' (Giftbit): ApiToken is missing");
    }

    [Fact]
    public void Accounts_are_added_while_running()
    {
        using var services = Services(_ => { });
        var giftCards = services.GetRequiredService<IGiftCards>();

        var account = giftCards.GetOrAddGiftbit("tenant-7", options => options.ApiToken = "t7");

        giftCards.GetAccount("tenant-7").ShouldBeSameAs(account);
        giftCards.GetOrAddGiftbit("tenant-7", _ => throw new InvalidOperationException()).ShouldBeSameAs(account);
        Should
            .Throw<OptionsValidationException>(() => giftCards.GetOrAddGiftbit("tenant-8", _ => { }))
            .Message.ShouldContain("'tenant-8' (Giftbit): ApiToken is missing");
        giftCards.TryGetAccount("tenant-8", out _).ShouldBeFalse();
        giftCards.GetOrAddGiftbit("tenant-8", options => options.ApiToken = "t8").Name.ShouldBe("tenant-8");
    }

    [Fact]
    public async Task Options_that_cannot_be_read_any_more_refuse_a_call_and_are_not_quoted()
    {
        using var services = Services(_ => { });
        var isBroken = false;
        var account = services
            .GetRequiredService<IGiftCards>()
            .GetOrAddGiftbit(
                "tenant-9",
                options => options.ApiToken = isBroken ? throw new InvalidOperationException("The vault holds t9-token.") : "t9-token"
            );
        isBroken = true;

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.GetService<IGiftbitApi>()!.PingAsync());

        failure.Code.ShouldBe(GiftCardErrorCode.Unauthorized);
        failure.Message.ShouldContain("'tenant-9' (Giftbit): its options cannot be read");
        failure.ToString().ShouldNotContain("t9-token");
    }

    private static IConfiguration Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Giftbit");

    /// <summary>The section with a good token where it names none of its own.</summary>
    private static IConfiguration WithToken(string json) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Giftbit:ApiToken", "canary-token")])
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Giftbit": {{json}} }""")))
            .Build()
            .GetSection("Giftbit");

    private static ServiceProvider Services(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
