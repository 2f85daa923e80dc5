using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Conventions;

/// <summary>Every adapter refuses a setting that it does not know: a misspelt one would leave an account on play money without a word.</summary>
public sealed class SettingConventions
{
    public static TheoryData<string> Providers => ["giftbit", "gifq", "giftronaut", "giftcardpartners", "huuray"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_setting_that_is_misspelt_is_refused_with_its_place_and_the_one_that_is_meant(string provider)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start(provider, ("Enviroment", "Production")));

        mistake.Message.ShouldContain($"GiftCards:{provider}:Enviroment is no setting; did you mean Environment?");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_word_that_is_near_none_is_refused_with_all_that_there_are(string provider)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start(provider, ("Colour", "red")));

        mistake.Message.ShouldContain($"GiftCards:{provider}:Colour is no setting; there are ");
        mistake.Message.ShouldContain("Environment");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_word_that_is_no_environment_is_refused_with_those_there_are(string provider)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start(provider, ("Environment", "Prod")));

        mistake.Message.ShouldContain($"GiftCards:{provider}:Environment is 'Prod'; Sandbox or Production is expected.");
    }

    [Theory]
    [InlineData("30")]
    [InlineData("soon")]
    public void A_time_of_a_number_alone_is_refused_which_would_be_days(string time)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start("giftbit", ("ShortLinkPollInterval", time)));

        mistake.Message.ShouldContain(
            $"GiftCards:giftbit:ShortLinkPollInterval is '{time}'; a time such as 00:00:30, or 30.00:00:00 for days, is expected."
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_setting_that_is_missing_is_named_as_it_is_written_in_the_configuration(string provider)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start(provider, ("Environment", "Sandbox")));

        mistake.Message.ShouldContain($": GiftCards:{provider}:");
        mistake.Message.ShouldContain(" is missing");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void So_is_one_of_the_assumptions(string provider)
    {
        var mistake = Should.Throw<InvalidOperationException>(() => Start(provider, ("WireAssumptions:Colour", "red")));

        mistake.Message.ShouldContain("'Colour'");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Capital_letters_are_no_mistake(string provider)
    {
        var mistake = Should.Throw<OptionsValidationException>(() => Start(provider, ("ENVIRONMENT", "Sandbox")));

        mistake.Message.ShouldNotContain("is no setting", customMessage: "only credentials are missing");
    }

    private static void Start(string provider, (string Key, string Value) setting)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"GiftCards:{provider}:{setting.Key}", setting.Value)])
            .Build()
            .GetSection($"GiftCards:{provider}");
        var services = new ServiceCollection();
        var builder = services.AddGiftCards();
        _ = provider switch
        {
            "giftbit" => builder.AddGiftbit(section),
            "gifq" => builder.AddGifq(section),
            "giftronaut" => builder.AddGiftronaut(section),
            "giftcardpartners" => builder.AddGiftCardPartners(section),
            _ => builder.AddHuuray(section),
        };
        using var container = services.BuildServiceProvider();
        container.GetRequiredService<IStartupValidator>().Validate();
    }
}
