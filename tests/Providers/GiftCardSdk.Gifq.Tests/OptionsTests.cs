using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Adding accounts, and what is said when their settings are not right.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void An_account_is_added_by_a_delegate_and_is_a_sandbox_account()
    {
        using var services = Services(builder => builder.AddGifq(options => options.ApiToken = "t"));

        var account = services.GetRequiredService<IGiftCards>().GetAccount("gifq");

        (account.Name, account.Provider, account.Environment).ShouldBe(("gifq", "gifq", GiftCardEnvironment.Sandbox));
        services.GetRequiredKeyedService<IGiftCardAccount>("gifq").ShouldBeSameAs(account);
        account.GetService<IGifqApi>().ShouldNotBeNull();
        account.GetService<IGifqPayouts>().ShouldNotBeNull();
    }

    [Fact]
    public void Two_accounts_have_settings_of_their_own()
    {
        using var services = Services(builder =>
            builder
                .AddGifq(options => options.ApiToken = "t")
                .AddGifq(
                    "gifq-live",
                    options =>
                    {
                        options.ApiToken = "live";
                        options.Environment = GiftCardEnvironment.Production;
                    }
                )
        );
        var giftCards = services.GetRequiredService<IGiftCards>();

        giftCards.Accounts.Select(account => account.Name).ShouldBe(["gifq", "gifq-live"]);
        giftCards.GetAccount("gifq").Environment.ShouldBe(GiftCardEnvironment.Sandbox);
        giftCards.GetAccount("gifq-live").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Every_setting_can_stand_in_the_configuration()
    {
        var section = Section(
            """
            { "Gifq": {
                "ApiToken": "t1", "SecondaryApiToken": "t2", "Environment": "Production", "BaseAddress": "https://proxy.example/gifq",
                "LookupPages": 12, "RequestsPerSecond": 25,
                "WireAssumptions": { "CampaignPath": "api/c/{id}", "ActivateCampaignPath": "api/c/{id}/on", "PauseCampaignPath": "api/c/{id}/off",
                    "ArchiveCampaignPath": "api/c/{id}/away", "ChangesCampaignStateByUpdate": true, "PayoutOrderPath": "api/b/{id}",
                    "WorldwideCountry": "XX", "MemberNames": { "campaign.email_subject": "mail_subject" } } } }
            """
        );
        using var services = Services(builder => builder.AddGifq(section).AddGifq("second", section));

        var options = services.GetRequiredService<IOptionsMonitor<GifqOptions>>().Get("second");

        (options.ApiToken, options.SecondaryApiToken, options.Environment).ShouldBe(("t1", "t2", GiftCardEnvironment.Production));
        (options.BaseAddress, options.LookupPages).ShouldBe((new Uri("https://proxy.example/gifq"), 12));
        options.RequestsPerSecond.ShouldBe(25);
        var assumptions = options.WireAssumptions;
        (assumptions.CampaignPath, assumptions.PayoutOrderPath).ShouldBe(("api/c/{id}", "api/b/{id}"));
        (assumptions.ActivateCampaignPath, assumptions.PauseCampaignPath).ShouldBe(("api/c/{id}/on", "api/c/{id}/off"));
        (assumptions.ArchiveCampaignPath, assumptions.ChangesCampaignStateByUpdate).ShouldBe(("api/c/{id}/away", true));
        assumptions.WorldwideCountry.ShouldBe("XX");
        assumptions.MemberNames["campaign.email_subject"].ShouldBe("mail_subject");
        services.GetRequiredService<IGiftCards>().GetAccount("gifq").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void A_missing_token_is_said_with_the_account_and_the_setting()
    {
        using var services = Services(builder => builder.AddGifq("rewards-eu", _ => { }));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("rewards-eu"))
            .Failures.ShouldBe([
                "GiftCards account 'rewards-eu' (GIFQ): ApiToken is missing; set it in AddGifq(o => o.ApiToken = …) or in the configuration section.",
            ]);
    }

    [Theory]
    [InlineData("""{ "Environment": "Sandbox", "BaseAddress": "https://api.gifq.com" }""", "the host of Production")]
    [InlineData("""{ "Environment": "Production", "BaseAddress": "https://api-sandbox.gifq.com" }""", "the host of Sandbox")]
    [InlineData("""{ "BaseAddress": "http://api-sandbox.gifq.com" }""", "only https is allowed")]
    [InlineData("""{ "BaseAddress": "https://api-sandbox.gifq.com/api/" }""", "leave /api out")]
    [InlineData("""{ "BaseAddress": "gifq" }""", "BaseAddress 'gifq' is relative")]
    [InlineData("""{ "Environment": "7" }""", "Environment is 7; use Sandbox or Production")]
    [InlineData("""{ "LookupPages": 0 }""", "LookupPages is 0; 1 to 250")]
    [InlineData("""{ "RequestsPerSecond": 0 }""", "RequestsPerSecond is 0; 1 to 1000")]
    [InlineData("""{ "LookupPages": 251 }""", "LookupPages is 251; 1 to 250")]
    [InlineData("""{ "WireAssumptions": { "CampaignPath": "api/campaign" } }""", "CampaignPath is 'api/campaign'")]
    [InlineData("""{ "WireAssumptions": { "ActivateCampaignPath": "on" } }""", "ActivateCampaignPath is 'on'")]
    [InlineData("""{ "WireAssumptions": { "PauseCampaignPath": "off" } }""", "PauseCampaignPath is 'off'")]
    [InlineData("""{ "WireAssumptions": { "ArchiveCampaignPath": "away" } }""", "ArchiveCampaignPath is 'away'")]
    [InlineData("""{ "WireAssumptions": { "PayoutOrderPath": "" } }""", "PayoutOrderPath is ''")]
    [InlineData("""{ "WireAssumptions": { "WorldwideCountry": " " } }""", "WorldwideCountry is blank")]
    [InlineData("""{ "WireAssumptions": { "MemberNames": { "campaign.subject": "s" } } }""", "MemberNames['campaign.subject'] is 's'")]
    [InlineData("""{ "WireAssumptions": { "MemberNames": { "campaign.name": " " } } }""", "MemberNames['campaign.name'] is ' '")]
    [InlineData("""{ "ApiToken": "se cret\n" }""", "ApiToken holds a blank")]
    [InlineData("""{ "SecondaryApiToken": "se cret" }""", "SecondaryApiToken holds a blank")]
    public void A_setting_that_cannot_be_right_is_refused_and_no_token_is_shown(string json, string complaint)
    {
        using var services = Services(builder => builder.AddGifq(WithToken(json)));

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("gifq"));

        failure.Failures.ShouldHaveSingleItem().ShouldContain(complaint);
        failure.Message.ShouldStartWith("GiftCards account 'gifq' (GIFQ): ");
        failure.ToString().ShouldNotContain("canary-token");
        failure.ToString().ShouldNotContain("se cret");
    }

    [Fact]
    public async Task A_host_refuses_to_start_with_wrong_settings()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddGiftCards().AddGifq(options => options.ApiToken = "").AddGifq("second", options => options.ApiToken = "t");
        using var host = builder.Build();

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Failures.ShouldHaveSingleItem().ShouldContain("'gifq' (GIFQ): ApiToken is missing");
    }

    [Fact]
    public void Accounts_are_added_while_running()
    {
        using var services = Services(_ => { });
        var giftCards = services.GetRequiredService<IGiftCards>();

        var account = giftCards.GetOrAddGifq("tenant-7", options => options.ApiToken = "t7");

        giftCards.GetAccount("tenant-7").ShouldBeSameAs(account);
        giftCards.GetOrAddGifq("tenant-7", _ => throw new InvalidOperationException()).ShouldBeSameAs(account);
        Should
            .Throw<OptionsValidationException>(() => giftCards.GetOrAddGifq("tenant-8", _ => { }))
            .Message.ShouldContain("'tenant-8' (GIFQ): ApiToken is missing");
        giftCards.TryGetAccount("tenant-8", out _).ShouldBeFalse();
        giftCards.GetOrAddGifq("tenant-8", options => options.ApiToken = "t8").Name.ShouldBe("tenant-8");
    }

    private static IConfiguration Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("Gifq");

    /// <summary>The section with a good token where it names none of its own.</summary>
    private static IConfiguration WithToken(string json) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Gifq:ApiToken", "canary-token")])
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Gifq": {{json}} }""")))
            .Build()
            .GetSection("Gifq");

    private static ServiceProvider Services(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
