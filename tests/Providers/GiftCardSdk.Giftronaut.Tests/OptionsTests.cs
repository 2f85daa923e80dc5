using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Adding accounts, and what is said when their settings are not right.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void An_account_is_added_by_a_delegate_and_is_a_sandbox_account()
    {
        using var services = Services(builder => builder.AddGiftronaut(Good));

        var account = services.GetRequiredService<IGiftCards>().GetAccount("giftronaut");

        (account.Name, account.Provider, account.Environment).ShouldBe(("giftronaut", "giftronaut", GiftCardEnvironment.Sandbox));
        services.GetRequiredKeyedService<IGiftCardAccount>("giftronaut").ShouldBeSameAs(account);
        account.GetService<IGiftronautApi>().ShouldNotBeNull();
        account.GetService<IGiftronautCampaigns>().ShouldNotBeNull();
    }

    [Fact]
    public void Two_accounts_have_settings_of_their_own()
    {
        using var services = Services(builder =>
            builder
                .AddGiftronaut(Good)
                .AddGiftronaut(
                    "giftronaut-live",
                    options =>
                    {
                        Good(options);
                        options.Environment = GiftCardEnvironment.Production;
                    }
                )
        );
        var giftCards = services.GetRequiredService<IGiftCards>();

        giftCards.Accounts.Select(account => account.Name).ShouldBe(["giftronaut", "giftronaut-live"]);
        giftCards.GetAccount("giftronaut").Environment.ShouldBe(GiftCardEnvironment.Sandbox);
        giftCards.GetAccount("giftronaut-live").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Every_setting_can_stand_in_the_configuration()
    {
        var section = Section(
            """
            { "Giftronaut": {
                "ClientId": "c", "ClientSecret": "s1", "SecondaryClientSecret": "s2", "Scopes": "orders.write", "Environment": "Production",
                "BaseAddress": "https://proxy.example/giftronaut", "MaxRequestsPerMinute": 12, "CatalogCacheTime": "00:10:00", "KeyPlacement": "Header",
                "WireAssumptions": { "BrandedCardOrderPath": "b", "OtherBrandedCardOrderPath": "bs", "ChoiceCardOrderPath": "c",
                    "OtherChoiceCardOrderPath": "cs", "CancelOrderPath": "{id}/x", "ResendOrderPath": "{id}/y", "TestEmailPath": "t",
                    "ClientOrderIdParameter": "k", "LedgerTypeParameter": "kind", "CatalogTakesPages": false, "CampaignRunsTakeKeys": true,
                    "TokenLifeTellsEnvironment": false, "OrderStatuses": { "FAILED": "failed" },
                    "MemberNames": { "order.bouncedCount": "failedCount" } } } }
            """
        );
        using var services = Services(builder => builder.AddGiftronaut(section).AddGiftronaut("second", section));

        var options = services.GetRequiredService<IOptionsMonitor<GiftronautOptions>>().Get("second");

        (options.ClientId, options.ClientSecret, options.SecondaryClientSecret, options.Scopes).ShouldBe(("c", "s1", "s2", "orders.write"));
        (options.Environment, options.BaseAddress).ShouldBe((GiftCardEnvironment.Production, new Uri("https://proxy.example/giftronaut")));
        (options.MaxRequestsPerMinute, options.CatalogCacheTime, options.KeyPlacement).ShouldBe(
            (12, TimeSpan.FromMinutes(10), GiftronautKeyPlacement.Header)
        );
        var assumptions = options.WireAssumptions;
        (assumptions.BrandedCardOrderPath, assumptions.OtherBrandedCardOrderPath).ShouldBe(("b", "bs"));
        (assumptions.ChoiceCardOrderPath, assumptions.OtherChoiceCardOrderPath).ShouldBe(("c", "cs"));
        (assumptions.CancelOrderPath, assumptions.ResendOrderPath, assumptions.TestEmailPath).ShouldBe(("{id}/x", "{id}/y", "t"));
        (assumptions.ClientOrderIdParameter, assumptions.LedgerTypeParameter).ShouldBe(("k", "kind"));
        (assumptions.CatalogTakesPages, assumptions.CampaignRunsTakeKeys, assumptions.TokenLifeTellsEnvironment).ShouldBe(
            (false, true, false)
        );
        assumptions.OrderStatuses["FAILED"].ShouldBe("failed");
        assumptions.OrderStatuses["COMPLETE"].ShouldBe("completed", "what is set adds to the usual words");
        assumptions.MemberNames["order.bouncedCount"].ShouldBe("failedCount");
        services.GetRequiredService<IGiftCards>().GetAccount("giftronaut").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Missing_credentials_are_said_with_the_account_and_the_setting()
    {
        using var services = Services(builder => builder.AddGiftronaut("rewards-eu", _ => { }));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("rewards-eu"))
            .Failures.ShouldBe([
                "GiftCards account 'rewards-eu' (Giftronaut): ClientId is missing; set it in AddGiftronaut(o => o.ClientId = …) or in the configuration section.",
                "GiftCards account 'rewards-eu' (Giftronaut): ClientSecret is missing; set it in AddGiftronaut(o => o.ClientSecret = …) or in the configuration section.",
            ]);
    }

    [Theory]
    [InlineData("""{ "BaseAddress": "http://api.giftronaut.com" }""", "only https is allowed")]
    [InlineData("""{ "BaseAddress": "https://api.giftronaut.com/api/v1/" }""", "leave /api/v1 out")]
    [InlineData("""{ "BaseAddress": "giftronaut" }""", "BaseAddress 'giftronaut' is relative")]
    [InlineData("""{ "Environment": "7" }""", "Environment is 7; use Sandbox or Production")]
    [InlineData("""{ "KeyPlacement": "9" }""", "KeyPlacement is 9; use HeaderAndBody, Header, Body")]
    [InlineData("""{ "Scopes": " " }""", "Scopes is blank")]
    [InlineData("""{ "MaxRequestsPerMinute": 0 }""", "MaxRequestsPerMinute is 0; 1 to 100000")]
    [InlineData("""{ "CatalogCacheTime": "-00:00:01" }""", "CatalogCacheTime is -00:00:01")]
    [InlineData("""{ "ClientId": "cli ent" }""", "ClientId holds a blank")]
    [InlineData("""{ "ClientSecret": "se cret\n" }""", "ClientSecret holds a blank")]
    [InlineData("""{ "SecondaryClientSecret": "se cret" }""", "SecondaryClientSecret holds a blank")]
    [InlineData("""{ "WireAssumptions": { "BrandedCardOrderPath": " " } }""", "BrandedCardOrderPath is blank")]
    [InlineData("""{ "WireAssumptions": { "OtherChoiceCardOrderPath": " " } }""", "OtherChoiceCardOrderPath is blank")]
    [InlineData("""{ "WireAssumptions": { "ClientOrderIdParameter": " " } }""", "ClientOrderIdParameter is blank")]
    [InlineData("""{ "WireAssumptions": { "CancelOrderPath": "orders/cancel" } }""", "CancelOrderPath is 'orders/cancel'")]
    [InlineData("""{ "WireAssumptions": { "ResendOrderPath": "" } }""", "ResendOrderPath is ''")]
    [InlineData("""{ "WireAssumptions": { "OrderStatuses": { "FAILED": " " } } }""", "OrderStatuses['FAILED'] is ' '")]
    [InlineData("""{ "WireAssumptions": { "MemberNames": { "order.bounces": "b" } } }""", "MemberNames['order.bounces'] is 'b'")]
    [InlineData("""{ "WireAssumptions": { "MemberNames": { "order.sentCount": " " } } }""", "MemberNames['order.sentCount'] is ' '")]
    public void A_setting_that_cannot_be_right_is_refused_and_no_credential_is_shown(string json, string complaint)
    {
        using var services = Services(builder => builder.AddGiftronaut(WithCredentials(json)));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("giftronaut"));

        failure.Failures.ShouldHaveSingleItem().ShouldContain(complaint);
        failure.Message.ShouldStartWith("GiftCards account 'giftronaut' (Giftronaut): ");
        failure.ToString().ShouldNotContain("canary-");
        failure.ToString().ShouldNotContain("se cret");
        failure.ToString().ShouldNotContain("cli ent");
    }

    [Fact]
    public async Task A_host_refuses_to_start_with_wrong_settings()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGiftCards().AddGiftronaut(options => options.ClientId = "c").AddGiftronaut("second", Good);
        using var host = builder.Build();

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Failures.ShouldHaveSingleItem().ShouldContain("'giftronaut' (Giftronaut): ClientSecret is missing");
    }

    [Fact]
    public void Accounts_are_added_while_running()
    {
        using var services = Services(_ => { });
        var giftCards = services.GetRequiredService<IGiftCards>();

        var account = giftCards.GetOrAddGiftronaut("tenant-7", Good);

        giftCards.GetAccount("tenant-7").ShouldBeSameAs(account);
        giftCards.GetOrAddGiftronaut("tenant-7", _ => throw new InvalidOperationException()).ShouldBeSameAs(account);
        Should
            .Throw<OptionsValidationException>(() => giftCards.GetOrAddGiftronaut("tenant-8", _ => { }))
            .Message.ShouldContain("'tenant-8' (Giftronaut): ClientId is missing");
        giftCards.TryGetAccount("tenant-8", out _).ShouldBeFalse();
        giftCards
            .GetOrAddGiftronaut("tenant-8", options => (options.ClientId, options.ClientSecret) = ("c8", "s8"))
            .Name.ShouldBe("tenant-8");
    }

    private static void Good(GiftronautOptions options) => (options.ClientId, options.ClientSecret) = ("c", "s");

    private static IConfiguration Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Giftronaut");

    /// <summary>The section with good credentials where it names none of its own.</summary>
    private static IConfiguration WithCredentials(string json) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Giftronaut:ClientId", "canary-id"), new("Giftronaut:ClientSecret", "canary-secret")])
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Giftronaut": {{json}} }""")))
            .Build()
            .GetSection("Giftronaut");

    private static ServiceProvider Services(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards().ConfigureOrdering(ordering => ordering.AllowMemoryJournalInProduction = true));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
