using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Testing.Tests;

/// <summary>The tests of an application put a provider in memory in the place of one that the application has added.</summary>
public sealed class ReplaceWithInMemoryTests
{
    private readonly InMemoryGiftCardProvider _provider = new();

    [Fact]
    public async Task The_applications_own_code_buys_from_the_provider_in_memory_by_registry_and_by_key()
    {
        await using var container = Application().ReplaceWithInMemory("huuray", _provider).BuildServiceProvider();

        await container.GetRequiredService<IGiftCards>().GetAccount("huuray").Orders.PlaceAsync(Request("order-1"));
        await container.GetRequiredKeyedService<IGiftCardAccount>("huuray").Orders.PlaceAsync(Request("order-2"));

        _provider.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_token_is_asked_for_of_an_account_that_was_replaced_and_one_that_was_not_is_checked_as_before()
    {
        var services = Application();
        services.AddGiftCards().AddHuuray("huuray-us", _ => { });
        services.ReplaceWithInMemory("huuray", _provider);
        await using var container = services.BuildServiceProvider();

        var mistakes = Should.Throw<OptionsValidationException>(() => container.GetRequiredService<IStartupValidator>().Validate());

        mistakes.Message.ShouldContain("'huuray-us'");
        mistakes.Message.ShouldNotContain("'huuray'");
    }

    [Fact]
    public void An_account_that_the_application_has_not_is_refused_and_those_it_has_are_named()
    {
        var mistake = Should.Throw<ArgumentException>(() => Application().ReplaceWithInMemory("hurray", _provider));

        mistake.Message.ShouldContain("'hurray'");
        mistake.Message.ShouldContain("'huuray'");
    }

    [Fact]
    public async Task A_key_that_no_account_has_is_refused_and_those_there_are_are_named()
    {
        await using var container = Application().ReplaceWithInMemory("huuray", _provider).BuildServiceProvider();

        var mistake = Should.Throw<ArgumentException>(() => container.GetRequiredKeyedService<IGiftCardAccount>("hurray"));

        mistake.Message.ShouldContain("'hurray'");
        mistake.Message.ShouldContain("'huuray'");
    }

    /// <summary>As an application would: no token in the tests' configuration.</summary>
    private static ServiceCollection Application()
    {
        var services = new ServiceCollection();
        services.AddGiftCards().AddHuuray(_ => { });
        return services;
    }

    private static OrderRequest Request(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };
}
