using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>Adding accounts, and what is said when their settings are not right.</summary>
public sealed class OptionsTests
{
    private static readonly Uri Address = new("https://api.partner.example");

    [Fact]
    public void An_account_is_added_by_a_delegate_and_is_a_sandbox_account()
    {
        using var services = Services(builder => builder.AddGiftCardPartners(Complete));

        var account = services.GetRequiredService<IGiftCards>().GetAccount("giftcardpartners");

        (account.Name, account.Provider, account.Environment).ShouldBe(
            ("giftcardpartners", "giftcardpartners", GiftCardEnvironment.Sandbox)
        );
        services.GetRequiredKeyedService<IGiftCardAccount>("giftcardpartners").ShouldBeSameAs(account);
        account.GetService<IGiftCardPartnersApi>().ShouldNotBeNull();
        account.GetService<IGiftCardPartnersCache>().ShouldNotBeNull();
    }

    [Fact]
    public void Two_accounts_have_settings_of_their_own()
    {
        using var services = Services(builder =>
            builder
                .AddGiftCardPartners(Complete)
                .AddGiftCardPartners(
                    "gcp-live",
                    options =>
                    {
                        Complete(options);
                        options.Environment = GiftCardEnvironment.Production;
                    }
                )
        );
        var giftCards = services.GetRequiredService<IGiftCards>();

        giftCards.Accounts.Select(account => account.Name).ShouldBe(["gcp-live", "giftcardpartners"], ignoreOrder: true);
        giftCards.GetAccount("gcp-live").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void Every_setting_can_stand_in_the_configuration()
    {
        var section = Section(
            """
            { "GiftCardPartners": {
                "BaseAddress": "https://api.partner.example", "Email": "a@b.example", "AccessToken": "t1", "SecondaryAccessToken": "t2",
                "Environment": "Production", "MaxRequestsPerMinute": 120, "CacheTime": "1.00:00:00", "CheckOrdersAgainstCatalog": false,
                "WireAssumptions": { "ExpiresInUnit": "00:01:00", "OldTokensStayValid": false, "FirstPageIndex": 0, "PageSize": 20,
                    "MaxPONumberLength": 30, "CostIsLineTotal": false, "BadRequestMeansUnknownId": false, "ProductsCanBeReadById": false,
                    "OrderListPONumberParameter": "poNumber", "OrdersAreListedNewestFirst": false, "OrderListPageLimit": 3,
                    "BalanceCurrency": "CAD", "FixedDenominations": "List", "VariableDenominations": "Range", "DiscountIsFraction": true,
                    "StatusPath": "Health", "UnprocessableMeansInsufficientFunds": false, "OrderStatuses": { "Shipped": "completed" },
                    "MemberNames": { "Balance.Available": "Funds" } } } }
            """
        );
        using var services = Services(builder => builder.AddGiftCardPartners(section).AddGiftCardPartners("second", section));

        var options = services.GetRequiredService<IOptionsMonitor<GiftCardPartnersOptions>>().Get("second");
        var assumptions = options.WireAssumptions;

        (options.BaseAddress, options.Email, options.AccessToken, options.SecondaryAccessToken).ShouldBe(
            (Address, "a@b.example", "t1", "t2")
        );
        (options.Environment, options.MaxRequestsPerMinute).ShouldBe((GiftCardEnvironment.Production, 120));
        (options.CacheTime, options.CheckOrdersAgainstCatalog).ShouldBe((TimeSpan.FromDays(1), false));
        (assumptions.ExpiresInUnit, assumptions.OldTokensStayValid).ShouldBe((TimeSpan.FromMinutes(1), false));
        (assumptions.FirstPageIndex, assumptions.PageSize, assumptions.OrderListPageLimit).ShouldBe((0, 20, 3));
        (assumptions.MaxPONumberLength, assumptions.CostIsLineTotal, assumptions.BadRequestMeansUnknownId).ShouldBe((30, false, false));
        (assumptions.ProductsCanBeReadById, assumptions.OrdersAreListedNewestFirst).ShouldBe((false, false));
        (assumptions.OrderListPONumberParameter, assumptions.BalanceCurrency).ShouldBe(("poNumber", "CAD"));
        (assumptions.FixedDenominations, assumptions.VariableDenominations).ShouldBe(("List", "Range"));
        (assumptions.DiscountIsFraction, assumptions.StatusPath).ShouldBe((true, "Health"));
        assumptions.UnprocessableMeansInsufficientFunds.ShouldBeFalse();
        assumptions.OrderStatuses["Shipped"].ShouldBe("completed");
        assumptions.OrderStatuses["Completed"].ShouldBe("completed");
        assumptions.MemberNames["Balance.Available"].ShouldBe("Funds");
        services.GetRequiredService<IGiftCards>().GetAccount("second").Environment.ShouldBe(GiftCardEnvironment.Production);
    }

    [Fact]
    public void A_missing_address_is_demanded_with_the_reason()
    {
        using var services = Services(builder =>
            builder.AddGiftCardPartners(
                "rewards-us",
                options =>
                {
                    Complete(options);
                    options.BaseAddress = null;
                }
            )
        );

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IGiftCards>().GetAccount("rewards-us"));

        failure
            .Failures.ShouldHaveSingleItem()
            .ShouldStartWith("GiftCards account 'rewards-us' (Gift Card Partners): BaseAddress is missing.");
        failure.Message.ShouldContain("publishes no address");
        failure.Message.ShouldContain("ask the account manager");
    }

    [Theory]
    [InlineData("""{ "BaseAddress": "partner" }""", "BaseAddress 'partner' is relative")]
    [InlineData("""{ "BaseAddress": "http://api.partner.example" }""", "only https is allowed")]
    [InlineData("""{ "BaseAddress": "https://api.partner.example/v1/" }""", "leave /v1 out")]
    [InlineData("""{ "BaseAddress": "https://developers.giftcardpartners.com" }""", "serves the documentation and not the API")]
    [InlineData("""{ "BaseAddress": "https://staging-developers.giftcardpartners.com" }""", "serves the documentation and not the API")]
    [InlineData("""{ "BaseAddress": "https://rewards-api.egifter.com" }""", "another company's deployment")]
    [InlineData("""{ "Email": "" }""", "Email is missing")]
    [InlineData("""{ "AccessToken": " " }""", "AccessToken is missing")]
    [InlineData("""{ "AccessToken": "se cret\n" }""", "AccessToken holds a blank")]
    [InlineData("""{ "SecondaryAccessToken": "se cret" }""", "SecondaryAccessToken holds a blank")]
    [InlineData("""{ "Environment": "7" }""", "Environment is 7; use Sandbox or Production")]
    [InlineData("""{ "MaxRequestsPerMinute": 0 }""", "MaxRequestsPerMinute is 0; 1 to 100000")]
    [InlineData("""{ "CacheTime": "-00:00:01" }""", "CacheTime is -00:00:01; zero for no cache")]
    [InlineData("""{ "WireAssumptions": { "ExpiresInUnit": "00:00:00" } }""", "ExpiresInUnit is 00:00:00")]
    [InlineData("""{ "WireAssumptions": { "FirstPageIndex": -1 } }""", "FirstPageIndex is -1")]
    [InlineData("""{ "WireAssumptions": { "PageSize": 0 } }""", "PageSize is 0; 1 to 1000")]
    [InlineData("""{ "WireAssumptions": { "OrderListPageLimit": 0 } }""", "OrderListPageLimit is 0; 1 to 1000")]
    [InlineData("""{ "WireAssumptions": { "MaxPONumberLength": 0 } }""", "MaxPONumberLength is 0; at least 1")]
    [InlineData("""{ "WireAssumptions": { "BalanceCurrency": "$" } }""", "BalanceCurrency is '$'")]
    [InlineData("""{ "WireAssumptions": { "OrderListPONumberParameter": " " } }""", "OrderListPONumberParameter is blank")]
    [InlineData("""{ "WireAssumptions": { "OrderStatuses": { "Shipped": " " } } }""", "OrderStatuses['Shipped'] is ' '")]
    [InlineData("""{ "WireAssumptions": { "MemberNames": { "Order.Id": "OrderId" } } }""", "MemberNames['Order.Id'] is 'OrderId'")]
    [InlineData("""{ "WireAssumptions": { "DuplicateOrderIdMembers": [" "] } }""", "DuplicateOrderIdMembers holds a blank")]
    public void A_setting_that_cannot_be_right_is_refused_and_no_credential_is_shown(string json, string complaint)
    {
        using var services = Services(builder => builder.AddGiftCardPartners(WithCredentials(json)));

        var failure = Should.Throw<OptionsValidationException>(() =>
            services.GetRequiredService<IGiftCards>().GetAccount("giftcardpartners")
        );

        failure.Failures.ShouldHaveSingleItem().ShouldContain(complaint);
        failure.Message.ShouldStartWith("GiftCards account 'giftcardpartners' (Gift Card Partners): ");
        failure.ToString().ShouldNotContain("canary");
        failure.ToString().ShouldNotContain("se cret");
    }

    [Fact]
    public void Accounts_are_added_while_running_and_checked_in_the_same_way()
    {
        using var services = Services(_ => { });
        var giftCards = services.GetRequiredService<IGiftCards>();

        var account = giftCards.GetOrAddGiftCardPartners("tenant-7", Complete);
        var failure = Should.Throw<OptionsValidationException>(() => giftCards.GetOrAddGiftCardPartners("tenant-8", _ => { }));

        giftCards.GetOrAddGiftCardPartners("tenant-7", _ => throw new InvalidOperationException("not asked again")).ShouldBeSameAs(account);
        failure.Failures.Count().ShouldBe(3);
        failure.Message.ShouldContain("tenant-8");
    }

    [Fact]
    public async Task Options_that_move_to_another_address_while_running_send_nothing_there()
    {
        await using var server = WireServer.Start();
        await using var other = WireServer.Start();
        var address = server.BaseAddress;
        using var services = Services(_ => { });
        var account = services
            .GetRequiredService<IGiftCards>()
            .GetOrAddGiftCardPartners(
                "moving",
                options =>
                {
                    Complete(options);
                    options.BaseAddress = address;
                }
            );
        address = other.BaseAddress;

        var failure = await Should.ThrowAsync<GiftCardException>(() => account.Balances.ListAsync());

        failure.Code.ShouldBe(GiftCardErrorCode.Unauthorized);
        failure.Message.ShouldContain("changed while running");
        (server.Requests.Count, other.Requests.Count).ShouldBe((0, 0));
    }

    private static void Complete(GiftCardPartnersOptions options)
    {
        options.BaseAddress = Address;
        options.Email = "canary@account.example";
        options.AccessToken = "canary-token";
    }

    private static ServiceProvider Services(Action<GiftCardsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddGiftCards());
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IConfiguration WithCredentials(string json) =>
        new ConfigurationBuilder()
            .AddConfiguration(
                Section(
                    """{ "GiftCardPartners": { "BaseAddress": "https://api.partner.example", "Email": "canary@account.example", "AccessToken": "canary-token" } }"""
                )
            )
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json)))
            .Build();

    private static IConfigurationSection Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("GiftCardPartners");
}
