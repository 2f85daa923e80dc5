using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Adding accounts, and what is said when their settings are not right.</summary>
public sealed class OptionsTests
{
    private static readonly Uri Address = new("https://test.example");

    [Fact]
    public void An_account_is_added_by_a_delegate_and_is_a_sandbox_account()
    {
        using var services = Services(builder => builder.AddHuuray(Fill));

        var account = services.GetRequiredService<IGiftCards>().GetAccount("huuray");

        (account.Name, account.Provider, account.Environment).ShouldBe(("huuray", "huuray", GiftCardEnvironment.Sandbox));
        services.GetRequiredKeyedService<IGiftCardAccount>("huuray").ShouldBeSameAs(account);
        account.GetService<IHuurayApi>().ShouldNotBeNull();
    }

    [Fact]
    public void Two_accounts_have_settings_of_their_own()
    {
        using var services = Services(builder =>
            builder
                .ConfigureOrdering(ordering => ordering.AllowMemoryJournalInProduction = true)
                .AddHuuray(Fill)
                .AddHuuray(
                    "huuray-live",
                    options =>
                    {
                        (options.ApiToken, options.ApiSecret) = ("live", "s");
                        options.Environment = GiftCardEnvironment.Production;
                    }
                )
        );
        var giftCards = services.GetRequiredService<IGiftCards>();

        giftCards.Accounts.Select(account => account.Name).ShouldBe(["huuray", "huuray-live"]);
        giftCards.GetAccount("huuray").Environment.ShouldBe(GiftCardEnvironment.Sandbox);
        giftCards.GetAccount("huuray-live").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Every_setting_can_stand_in_the_configuration()
    {
        var section = Section(
            """
            { "Huuray": {
                "ApiToken": "t1", "ApiSecret": "s1", "SecondaryApiToken": "t2", "SecondaryApiSecret": "s2", "Environment": "Production",
                "BaseAddress": "https://proxy.example/huuray", "EmailTemplateId": 7310, "SmsTemplateId": 7320, "CatalogCacheTime": "00:10:00",
                "WireAssumptions": { "CountsInHundredths": true, "DenominationsInMinorUnits": true, "RangeSeparator": "..",
                    "EmailTemplateType": "Mail", "SmsTemplateType": "Text", "ChoiceProducts": ["p-1", "p-2"],
                    "PdfTellsRunningOrders": false } } }
            """
        );
        using var services = Services(builder =>
            builder
                .ConfigureOrdering(ordering => ordering.AllowMemoryJournalInProduction = true)
                .AddHuuray(section)
                .AddHuuray("second", section)
        );

        var options = services.GetRequiredService<IOptionsMonitor<HuurayOptions>>().Get("second");

        (options.ApiToken, options.ApiSecret, options.Environment).ShouldBe(("t1", "s1", GiftCardEnvironment.Production));
        (options.SecondaryApiToken, options.SecondaryApiSecret).ShouldBe(("t2", "s2"));
        (options.BaseAddress, options.CatalogCacheTime).ShouldBe((new Uri("https://proxy.example/huuray"), TimeSpan.FromMinutes(10)));
        (options.EmailTemplateId, options.SmsTemplateId).ShouldBe((7310, 7320));
        var assumptions = options.WireAssumptions;
        (assumptions.CountsInHundredths, assumptions.DenominationsInMinorUnits, assumptions.PdfTellsRunningOrders).ShouldBe(
            (true, true, false)
        );
        (assumptions.RangeSeparator, assumptions.EmailTemplateType, assumptions.SmsTemplateType).ShouldBe(("..", "Mail", "Text"));
        assumptions.ChoiceProducts.ShouldBe(["p-1", "p-2"]);
        services.GetRequiredService<IGiftCards>().GetAccount("huuray").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Real_money_wants_a_journal_that_survives_a_crash()
    {
        using var services = Services(builder =>
            builder.AddHuuray(options =>
            {
                Fill(options);
                options.Environment = GiftCardEnvironment.Production;
            })
        );

        Should
            .Throw<InvalidOperationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("huuray"))
            .Message.ShouldContain("the order journal is in memory");
    }

    [Fact]
    public void Missing_settings_are_said_with_the_account_and_the_setting()
    {
        using var services = Services(builder => builder.AddHuuray("rewards-eu", _ => { }));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("rewards-eu"))
            .Failures.ShouldBe([
                "GiftCards account 'rewards-eu' (Huuray): ApiToken is missing; set it in AddHuuray(o => o.ApiToken = …) or in the configuration section.",
                "GiftCards account 'rewards-eu' (Huuray): ApiSecret is missing; calls are signed with it. Set it beside ApiToken.",
                "GiftCards account 'rewards-eu' (Huuray): BaseAddress is missing: the address of Huuray's test environment is not public and comes with its keys. Set it, or Environment = Production for real money.",
            ]);
    }

    [Theory]
    [InlineData("""{ "BaseAddress": "http://api.example" }""", "only https is allowed")]
    [InlineData("""{ "BaseAddress": "https://api.example/v4/" }""", "leave /v4 out")]
    [InlineData("""{ "BaseAddress": "huuray" }""", "BaseAddress 'huuray' is relative")]
    [InlineData("""{ "Environment": "7" }""", "Environment is 7; use Sandbox or Production")]
    [InlineData("""{ "CatalogCacheTime": "-00:00:01" }""", "CatalogCacheTime is -00:00:01")]
    [InlineData("""{ "CatalogCacheTime": "1.00:00:01" }""", "CatalogCacheTime is 1.00:00:01")]
    [InlineData("""{ "SecondaryApiToken": "t2" }""", "belong together")]
    [InlineData("""{ "SecondaryApiSecret": "s2" }""", "belong together")]
    [InlineData("""{ "WireAssumptions": { "RangeSeparator": "" } }""", "RangeSeparator is blank")]
    [InlineData("""{ "WireAssumptions": { "EmailTemplateType": " " } }""", "EmailTemplateType is blank")]
    [InlineData("""{ "WireAssumptions": { "SmsTemplateType": " " } }""", "SmsTemplateType is blank")]
    [InlineData("""{ "WireAssumptions": { "SmsTemplateType": "email" } }""", "are the same")]
    [InlineData("""{ "ApiToken": "se cret" }""", "ApiToken holds a blank")]
    [InlineData("""{ "SecondaryApiToken": "se cret", "SecondaryApiSecret": "s" }""", "SecondaryApiToken holds a blank")]
    public void A_setting_that_cannot_be_right_is_refused_and_no_key_is_shown(string json, string complaint)
    {
        using var services = Services(builder => builder.AddHuuray(WithKeys(json)));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("huuray"));

        failure.Failures.ShouldHaveSingleItem().ShouldContain(complaint);
        failure.Message.ShouldStartWith("GiftCards account 'huuray' (Huuray): ");
        failure.ToString().ShouldNotContain("canary-");
        failure.ToString().ShouldNotContain("se cret");
    }

    [Fact]
    public async Task A_host_refuses_to_start_with_wrong_settings()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGiftCards().AddHuuray(FillBadly).AddHuuray("second", Fill);
        using var host = builder.Build();

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Failures.ShouldHaveSingleItem().ShouldContain("'huuray' (Huuray): ApiToken is missing");
    }

    [Fact]
    public void Accounts_are_added_while_running()
    {
        using var services = Services(_ => { });
        var giftCards = services.GetRequiredService<IGiftCards>();

        var account = giftCards.GetOrAddHuuray("tenant-7", Fill);

        giftCards.GetAccount("tenant-7").ShouldBeSameAs(account);
        giftCards.GetOrAddHuuray("tenant-7", _ => throw new InvalidOperationException()).ShouldBeSameAs(account);
        Should
            .Throw<OptionsValidationException>(() => giftCards.GetOrAddHuuray("tenant-8", _ => { }))
            .Message.ShouldContain("'tenant-8' (Huuray): ApiToken is missing");
        giftCards.TryGetAccount("tenant-8", out _).ShouldBeFalse();
        giftCards
            .GetOrAddHuuray(
                "tenant-8",
                options =>
                {
                    Fill(options);
                    options.ApiToken = "t8";
                }
            )
            .Name.ShouldBe("tenant-8");
    }

    private static IConfiguration Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Huuray");

    /// <summary>The section with good settings where it names none of its own.</summary>
    private static IConfiguration WithKeys(string json) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Huuray:ApiToken", "canary-token"),
                new("Huuray:ApiSecret", "canary-secret"),
                new("Huuray:BaseAddress", Address.AbsoluteUri),
            ])
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Huuray": {{json}} }""")))
            .Build()
            .GetSection("Huuray");

    private static void FillBadly(HuurayOptions options)
    {
        Fill(options);
        options.ApiToken = "";
    }

    private static void Fill(HuurayOptions options) => (options.ApiToken, options.ApiSecret, options.BaseAddress) = ("t", "s", Address);

    private static ServiceProvider Services(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
